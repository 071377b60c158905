import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNaturally, compareWords } from './natural-order.ts';

const numbers = fc.oneof(
	fc.nat({ max: 999 }).map(String),
	fc.tuple(fc.nat({ max: 99 }), fc.constantFrom('a', 'b', 'C')).map(([number, letter]) => `${number}${letter}`),
	fc.tuple(fc.constantFrom('A', 'b', 'T-'), fc.nat({ max: 99 })).map(([letter, number]) => `${letter}${number}`),
	fc.string({ maxLength: 6 }),
);

describe('the natural order of initiative numbers', () => {
	it('counts as people do', () => {
		const shuffled = ['21', '20b', '3', '20a', '100', '2', '20', '1'];
		expect(shuffled.sort(compareNaturally)).toEqual(['1', '2', '3', '20', '20a', '20b', '21', '100']);
		expect(['A.10', 'A.2', 'a.1'].sort(compareNaturally)).toEqual(['a.1', 'A.2', 'A.10']);
	});

	it('takes no notice of case, leading zeros and surrounding space', () => {
		expect(compareNaturally('20A', '20a')).toBe(0);
		expect(compareNaturally('007', '7')).toBe(0);
		expect(compareNaturally(' 7', '7 ')).toBe(0);
	});

	it('keeps numbers apart that a float cannot', () => {
		expect(compareNaturally('90071992547409931', '90071992547409930')).toBeGreaterThan(0);
	});

	it('is an order: turned round, transitive, and equal to itself', () => {
		fc.assert(
			fc.property(numbers, numbers, numbers, (a, b, c) => {
				expect(Math.sign(compareNaturally(a, b))).toBe(-Math.sign(compareNaturally(b, a)) + 0);
				expect(compareNaturally(a, a)).toBe(0);
				if (compareNaturally(a, b) <= 0 && compareNaturally(b, c) <= 0) expect(compareNaturally(a, c)).toBeLessThanOrEqual(0);
			}),
		);
	});
});

it('puts æ, ø and å last among words', () => {
	expect(['Ådal', 'Zink', 'Æble', 'Øl', 'Ask'].sort(compareWords)).toEqual(['Ask', 'Zink', 'Æble', 'Øl', 'Ådal']);
});
