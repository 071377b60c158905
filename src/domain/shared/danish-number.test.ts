import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDanishNumber } from './danish-number.ts';

describe('a Danish number', () => {
	it.each([
		['1.234,5', 1234.5],
		['13.000', 13000],
		['33.980', 33980],
		['9.723,60', 9723.6],
		['1234', 1234],
		['1 234 567', 1234567],
		['0,5', 0.5],
		['-12', -12],
		['−1.000', -1000],
		[' 7 ', 7],
		['0', 0],
		['1.000.000,25', 1000000.25],
	])('%s is %d', (text, value) => {
		expect(parseDanishNumber(text)).toBe(value);
	});

	it.each(['', '0.5', '1.50', '1.2345', '12.34.567', '1,2,3', '1.234.5', 'ca. 5', '5 ton', '20a', '0.500', ',5', '5,', '1e3', '--1'])(
		'%j is none, and nothing is guessed',
		(text) => {
			expect(parseDanishNumber(text)).toBeUndefined();
		},
	);

	it('reads back every number that Danish text formatting writes', () => {
		fc.assert(
			fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 2 }), (whole, digits) => {
				const value = whole / 10 ** digits;
				const text = new Intl.NumberFormat('da-DK', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
				expect(parseDanishNumber(text)).toBeCloseTo(value, digits);
			}),
		);
	});

	it('takes more digits than a number can hold for none', () => {
		expect(parseDanishNumber('9'.repeat(400))).toBeUndefined();
	});
});
