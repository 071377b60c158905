import { describe, expect, it } from 'vitest';
import { findQuantities } from './find-quantities.ts';

const read = (text: string) => findQuantities(text).map(({ value, unit }) => (unit === null ? String(value) : `${value} ${unit}`));

describe('quantities in a Danish text', () => {
	it('keep number and unit together', () => {
		expect(read('En reduktion på 33.980 ton CO2 i 2025 (13.000 ton/CO2 og 23.000 fra et andet).')).toEqual([
			'33980 t',
			'2025',
			'13000 t',
			'23000',
		]);
		expect(read('0,535 kW = 4.686,60 kWh pr. år')).toEqual(['0.535 kW', '4686.6 kWh']);
		expect(read('700 ha og 2,5 hektar, 12 kg, 80 %, 30 pct., 2 mio. kr. og 30.000 kr.')).toEqual([
			'700 ha',
			'2.5 ha',
			'12 kg',
			'80 %',
			'30 %',
			'2 mio. kr.',
			'30000 kr.',
		]);
	});

	it('are not the numbers inside names, dates and references', () => {
		expect(read('20a, CO2, 2022-23, 10.11.22, 2-i-1-veje, BR23, 24/25')).toEqual([]);
	});

	it('tell where they stand', () => {
		const text = 'ca. 106 ha i alt';
		const [found] = findQuantities(text);
		expect(text.slice(found?.start, found?.end)).toBe('106 ha');
	});

	it('do not take the first letters of a word for a unit', () => {
		expect(read('3 tiltag, 4 haver, 5 kmt')).toEqual(['3', '4', '5']);
	});
});
