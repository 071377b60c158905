import { describe, expect, it } from 'vitest';
import { isYear, parseYear } from './year.ts';

describe('parseYear', () => {
	it('reads years of four digits, 1900 to 2199', () => {
		expect(['1900', '2023', '2199'].map(parseYear)).toEqual([1900, 2023, 2199]);
	});

	it('reads nothing else as a year', () => {
		for (const text of ['', '23', '1899', '2200', '02023', ' 2023', '2023.0', '20x3', '2e03', '-2023', '２０２３']) {
			expect(parseYear(text), text).toBeUndefined();
		}
	});
});

describe('isYear', () => {
	it('is for whole numbers within the same bounds', () => {
		expect([1900, 2199].every(isYear)).toBe(true);
		expect([1899, 2200, 2023.5, Number.NaN, Number.POSITIVE_INFINITY].some(isYear)).toBe(false);
	});
});
