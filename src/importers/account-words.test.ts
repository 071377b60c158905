import { describe, expect, it } from 'vitest';
import { readAccountField, readTonnesHeading, readTonneUnit } from './account-words.ts';

describe('a unit of tonnes', () => {
	it.each([
		['', 1, false],
		['ton', 1, false],
		['t', 1, false],
		['kg', 0.001, false],
		['kton', 1000, false],
		['1.000 ton', 1000, false],
		['ton CO2e', 1, true],
		['ton CO₂e', 1, true],
		['t CO2-ækv.', 1, true],
		['tCO2e', 1, true],
		['tons CO2-eq', 1, true],
		['tonnes CO2 equivalents', 1, true],
		['kton CO2e', 1000, true],
		['1.000 ton CO2-ækvivalenter', 1000, true],
		['ton CO2e/år', 1, true],
		['CO2e', 1, true],
		['ton CO2', 1, true],
	])('%j is %d tonnes', (text, tonnes, isCo2e) => {
		expect(readTonneUnit(text)).toMatchObject({ tonnes, isCo2e });
	});

	it.each(['GWh', 'mio. kr.', 'CO2e ton', 'ton CH4'])('is not %s', (text) => {
		expect(readTonneUnit(text)).toBeUndefined();
	});
});

describe('a heading of tonnes', () => {
	it.each([
		['Ton', 1, false],
		['Ton CO2e', 1, true],
		['kton CO2e', 1000, true],
		['Udledning (ton CO2-ækv.)', 1, true],
		['Emissions in t CO2e per year', 1, true],
		['CO2e', 1, true],
	])('%s is %d tonnes', (text, tonnes, isCo2e) => {
		expect(readTonnesHeading(text)).toMatchObject({ tonnes, isCo2e });
	});

	it('is not the gas alone, an empty cell, or another unit', () => {
		expect(['CO2', '', 'Areal (ha)', 'Udledning (GWh)'].map(readTonnesHeading)).toEqual([undefined, undefined, undefined, undefined]);
		expect(readAccountField('Udledning')).toBe('tonnes');
	});
});
