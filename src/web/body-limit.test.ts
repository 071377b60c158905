import { expect, test } from 'vitest';
import { refuseBody } from './body-limit.ts';

const ask = (route: string, length: string | null, isKnown = false, more: Record<string, string> = {}) =>
	refuseBody({
		request: { method: 'POST', headers: new Headers({ ...(length && { 'content-length': length }), ...more }) },
		route,
		isKnown,
	});

test('a form without a file is small, whoever sends it', () => {
	for (const isKnown of [false, true]) {
		expect(ask('/[municipality]/svar/[year]/[number]', '2000000', isKnown)).toBeUndefined();
		expect(ask('/[municipality]/svar/[year]/[number]', '2000001', isKnown)).toBe(413);
		expect(ask('/login', '60000000', isKnown)).toBe(413);
	}
});

test('a file comes where one is asked for, from who may bring it', () => {
	expect(ask('/[municipality]/import', '50000000', true)).toBeUndefined();
	expect(ask('/[municipality]/import', '50000000')).toBe(401);
	expect(ask('/[municipality]/personer/indlaes', '60000000')).toBe(413);
	expect(ask('/[municipality]/kontrol', '10000000')).toBeUndefined();
	expect(ask('/[municipality]/kontrol', '12000000', true)).toBe(413);
});

test('a body says how long it is, and a length that is none is refused', () => {
	expect(ask('/[municipality]/kontrol', null, true, { 'transfer-encoding': 'chunked' })).toBe(411);
	expect(ask('/login', 'mange')).toBe(413);
	expect(ask('/log-ud', null)).toBeUndefined();
	expect(
		refuseBody({ request: { method: 'GET', headers: new Headers({ 'content-length': '9e9' }) }, route: '/', isKnown: false }),
	).toBeUndefined();
});
