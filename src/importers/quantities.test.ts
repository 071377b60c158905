import { describe, expect, it } from 'vitest';
import { readQuantity } from './quantities.ts';

describe('readQuantity', () => {
	it('reads quantities the Danish way', () => {
		expect(readQuantity('13.000 ton')).toEqual({ value: 13_000, unit: 'ton', basis: null });
		expect(readQuantity('1,5 km cykelsti')).toEqual({ value: 1.5, unit: 'km cykelsti', basis: null });
		expect(readQuantity('85 % i forhold til 1990')).toEqual({ value: 85, unit: '%', basis: '1990' });
		expect(readQuantity('mange')).toBeNull();
		expect(readQuantity('125')).toBeNull();
		expect(readQuantity('2.5 MW')).toBeNull();
	});

	it.each([
		['1500 trees', 1500],
		['1,500,000 trees', 1_500_000],
		['1.500.000 trees', 1_500_000],
		['1 500 trees', 1500],
		['1,250.5 trees', 1250.5],
		['1.250,5 trees', 1250.5],
		['2.5 trees', 2.5],
		['2,5 trees', 2.5],
		['2.1250 trees', 2.125],
		['0.125 trees', 0.125],
		['0,125 trees', 0.125],
		['1234.567 trees', 1234.567],
		['1234,567 trees', 1234.567],
		['−5 trees', -5],
		['about 12 trees', 12],
		['1.500 trees', null],
		['1,500 trees', null],
		['-1,500 trees', null],
		['1.2.3 trees', null],
	])('under an English heading, reads %j only where it cannot be two numbers', (text, value) => {
		expect(readQuantity(text, 'english')).toEqual(value === null ? null : { value, unit: 'trees', basis: null });
	});

	it('reads a stored number as the spreadsheet keeps it', () => {
		expect(readQuantity('1.125 træer', 'stored')).toEqual({ value: 1.125, unit: 'træer', basis: null });
		expect(readQuantity('12.5 % i forhold til 2015', 'stored')).toEqual({ value: 12.5, unit: '%', basis: '2015' });
		expect(readQuantity('1500', 'stored')).toBeNull();
	});
});
