import { expect, test } from 'vitest';
import { attributions } from '#domain/pathway/pathway.ts';
import { readPathQuery, writePathQuery } from './path-query.ts';

test('what is chosen comes back from the address, and the standard leaves it empty', () => {
	for (const attribution of attributions)
		for (const side of ['decided', 'standing'] as const) {
			const query = { side, attribution };
			expect(readPathQuery(new URLSearchParams(writePathQuery(query)))).toEqual(query);
		}
	expect(writePathQuery(readPathQuery(new URLSearchParams('som=x&fordeling=constructor')))).toBe('');
});
