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

	it.each([
		['kg CO2-ækv./GJ', 'CO2e', 1],
		['kg CO2-ækv. pr. GJ', 'CO2e', 1],
		['kg CO2-eq/GJ', 'CO2e', 1],
		['kg CO₂ ækv./GJ', 'CO2e', 1],
		['kg CO2-e/GJ', 'CO2e', 1],
		['g N2O per GJ', 'N2O', 0.001],
		['tonne/GJ', null, 1000],
		['tonne CO2/GJ', 'CO2', 1000],
		['ton pr. GJ', null, 1000],
	])('of a factor are read as a source writes them: %s', (text, gas, kilograms) => {
		expect(readFactorUnit(text)).toEqual({ kilograms, gas, per: { unit: 'GJ', times: 1 } });
	});

	it.each([
		['1 000 m3', 1e3],
		['1.000.000 m3', 1e6],
		['1 000 000 m3', 1e6],
		['1000000 m³', 1e6],
	])('are a thousand or a million as they say: %s', (text, times) => {
		expect(readLineUnit(text)).toEqual({ unit: 'm3', times });
	});

	it.each(['kg constructor/GJ', 'kg toString/GJ', 'kg N2O-N/GJ', 'kg CO2 og andet/GJ'])('of a factor are unknown: %s', (text) => {
		expect(readFactorUnit(text)).toBeUndefined();
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
