import { expect, test } from 'vitest';
import { isForwarded } from './is-forwarded.ts';

test('a request says that a proxy passed it on', () => {
	expect(isForwarded(new Headers({ host: 'localhost:3000', origin: 'http://localhost:3000', accept: '*/*' }))).toBe(false);
	const passedOn = [
		['X-Forwarded-For', '192.0.2.7'],
		['Forwarded', 'for=192.0.2.7;proto=https'],
		['Via', '1.1 proxy'],
		['X-Real-IP', '192.0.2.7'],
	] as const;
	for (const header of passedOn) expect(isForwarded(new Headers([[...header]])), header[0]).toBe(true);
});
