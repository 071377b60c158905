import { describe, expect, it } from 'vitest';
import { mayBeNegative, putOwnFactors, readGwpSet, readValidity, searchFactors, type EmissionFactor } from './emission-factor.ts';

const factor = (part: Partial<EmissionFactor>): EmissionFactor => ({
	...{
		id: 'gas',
		nameDa: 'Ledningsgas',
		nameEn: 'Grid gas',
		subject: 'forbrænding',
		unit: 'kg CO2/GJ',
		value: 57.1,
		low: null,
		high: null,
	},
	...{ validity: '2025-2031', validFrom: 2025, validTo: 2031, gasBasis: 'CO2 (kun)', gwpSet: null, note: '', sourceTitle: 'SØB25' },
	...{ sourceUrl: '', kind: 'emission_factor', isBiogenic: false, evidence: 'page', notFor: [] },
	...part,
});

describe('what a source says of its years', () => {
	it.each([
		['2025-2031', 2025, 2031],
		['2032-', 2032, null],
		['2023', 2023, 2023],
		['2006 default', null, null],
		['SØB25 (2026-03)', null, null],
		['år ikke oplyst', null, null],
	])('%s', (text, validFrom, validTo) => {
		expect(readValidity(text)).toEqual({ validFrom, validTo });
	});
});

it('may be negative only where the shipped figures are, as an uptake is', () => {
	expect(mayBeNegative(factor({}))).toBe(false);
	expect(mayBeNegative(factor({ value: 0 }))).toBe(false);
	expect(mayBeNegative(factor({ value: -10 }))).toBe(true);
	expect(mayBeNegative(factor({ value: null, low: -10, high: -7 }))).toBe(true);
	expect(mayBeNegative(factor({ value: 39, low: -2.9, high: 81 }))).toBe(true);
});

describe('a factor in CO2e', () => {
	it.each([
		['CO2e (AR4 - udledt: reproduceres med 25/298)', 'AR4'],
		['AR6', 'AR6'],
		['CO2e (GWP-sæt ikke oplyst)', null],
		['CO2 (kun)', null],
	])('%s holds in %s', (text, set) => {
		expect(readGwpSet(text)).toBe(set);
	});
});

describe('a municipality’s own factors', () => {
	it('stand beside the shipped ones and replace none', () => {
		const own = { factorId: 'gas', value: 50, standing: null, source: 'Værket', who: 'x', at: new Date(0), version: 1 };
		const [gas, oil] = putOwnFactors([factor({}), factor({ id: 'oil' })], [own]);
		expect(gas).toMatchObject({ value: 57.1, own: { value: 50 } });
		expect(oil?.own).toBeNull();
	});
});

describe('searchFactors', () => {
	it('wants every word, in either language', () => {
		const factors = [factor({}), factor({ id: 'oil', nameDa: 'Gasolie', nameEn: 'Gas oil' })];
		expect(searchFactors(factors, 'GAS søb25').map(({ id }) => id)).toEqual(['gas', 'oil']);
		expect(searchFactors(factors, 'grid').map(({ id }) => id)).toEqual(['gas']);
		expect(searchFactors(factors, 'kul')).toEqual([]);
	});
});
