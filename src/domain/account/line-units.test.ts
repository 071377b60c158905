import { describe, expect, it } from 'vitest';
import { convertLineUnit, readFactorUnit, readLineUnit } from './line-units.ts';

describe('units as a source writes them', () => {
	it('are read whatever their case, word and multiple, and are unknown otherwise', () => {
		expect(readLineUnit('tj')).toEqual({ unit: 'TJ', times: 1 });
		expect(readLineUnit('1.000 Nm³')).toEqual({ unit: 'Nm3', times: 1000 });
		expect(readLineUnit('mio. liter')).toEqual({ unit: 'l', times: 1e6 });
		expect(readLineUnit('favne')).toBeUndefined();
		expect(readLineUnit(null)).toBeUndefined();
		expect(readFactorUnit('t CO2e pr. TJ')).toEqual({ kilograms: 1000, gas: 'CO2e', per: { unit: 'TJ', times: 1 } });
		expect(readFactorUnit('kg CO2-C/ha')).toBeUndefined();
	});

	it('convert within a kind alone, and gas under one pressure is not gas under another', () => {
		const convert = (one: string, two: string) => {
			const [from, to] = [readLineUnit(one), readLineUnit(two)];
			return from && to && convertLineUnit(from, to);
		};
		expect(convert('TJ', 'MWh')).toBeCloseTo(277.778, 3);
		expect(convert('1.000 Nm3', 'Nm3')).toBe(1000);
		expect(convert('m3', 'Nm3')).toBeUndefined();
		expect(convert('TJ', 'l')).toBeUndefined();
	});
});
