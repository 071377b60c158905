import { describe, expect, it } from 'vitest';
import { makeFinding } from './check-input.ts';

describe("a finding's key", () => {
	const parts = { rule: 'fulfilment-is-prose', severity: 'unclear', number: '25', matter: ['Langt til målet.'] } as const;

	it('is the same as long as the matter is', () => {
		expect(makeFinding(parts).key).toBe(makeFinding({ ...parts, details: { other: 1 } }).key);
		expect(makeFinding({ ...parts, number: '20A' }).key).toBe(makeFinding({ ...parts, number: '20a' }).key);
	});

	it.each([
		['number', { ...parts, number: '26' }],
		['rule', { ...parts, rule: 'missing-remark' as const }],
		['values in question', { ...parts, matter: ['Nær målet.'] }],
		['initiatives concerned', { ...parts, others: ['28'] }],
	])('is another for another %s', (_, other) => {
		expect(makeFinding(other).key).not.toBe(makeFinding(parts).key);
	});
});
