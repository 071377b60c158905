import { describe, expect, it } from 'vitest';
import type { CellFactor } from './model.ts';
import { readFactor } from './read-factor.ts';
import { isInOrder, listMissingYears, readRange, readSeries } from './series.ts';
import { convertUnit, isEnergy } from './units.ts';
import { addYears, subtractYears, sumYears, writeFigures } from './year-figures.ts';

const factor: CellFactor = {
	kg: { co2e: 57.1 },
	per: 'GJ',
	gwpSet: 'AR5',
	basis: 'direct',
	year: null,
	validTo: null,
	source: null,
	spread: null,
};
const place = { unit: 'TJ', gwpSet: 'AR5', firstYear: 2025, count: 2 } as const;
const read = (own: Partial<CellFactor>, where: Partial<Parameters<typeof readFactor>[1]> = {}) =>
	readFactor({ ...factor, ...own }, { ...place, ...where }, {});

describe('an emission factor', () => {
	it('becomes tonnes for each unit of the activity', () => {
		expect([...read({}).tonnes]).toEqual([57.1, 57.1]);
		expect(read({ kg: { co2e: 0.3 }, per: 'kWh' }, { unit: 'MWh' }).tonnes[0]).toBeCloseTo(0.3, 12);
		expect(read({ per: 'ha' }).tonnes[0]).toBeNaN();
		expect(read({ per: 'ha' }).findings).toMatchObject([{ rule: 'unit-mismatch', details: { unit: 'TJ', per: 'ha' } }]);
	});

	it('of single gases is converted with the set of the scenario', () => {
		// Fjernvarme Fyn 2023 prints 15.82 kg CO2e for these gases, which is AR4; with AR5 it is 15.795.
		const kg = { gases: { co2: 15.32, ch4: 0.00458, n2o: 0.00131 } };
		expect(read({ kg, gwpSet: null }, { gwpSet: 'AR4' }).tonnes[0]).toBeCloseTo(15.825, 3);
		expect(read({ kg, gwpSet: null }).tonnes[0]).toBeCloseTo(15.795, 3);
		expect(read({ kg, gwpSet: null }).findings).toEqual([]);
		expect(read({ kg: { gases: { co2: null, ch4: null, n2o: null } } }).tonnes[0]).toBeNaN();
	});

	it('made with another set is not converted, but said', () => {
		expect(read({ gwpSet: 'AR4' }).findings).toMatchObject([{ rule: 'mixed-gwp', details: { set: 'AR4', expected: 'AR5' } }]);
		expect(read({ gwpSet: null }).findings).toMatchObject([{ rule: 'gwp-not-stated' }]);
	});

	it.each(['life cycle', 'well to wheel', '125 % allocation', '200 % allocation'] as const)('is remarked on when it is %s', (basis) => {
		expect(read({ basis }).findings).toMatchObject([{ rule: 'restricted-factor', severity: 'unclear', details: { basis } }]);
	});
});

describe('a value for each year', () => {
	it('is missing where nobody has stated it', () => {
		const values = readSeries({ years: { 2025: 1, 2027: null }, interpolate: false }, 2025, 3);
		expect([...values]).toEqual([1, Number.NaN, Number.NaN]);
		const told = { firstYear: 2025, what: 'activity', about: { sector: 'homes' } } as const;
		expect(listMissingYears(values, told)).toMatchObject([
			{ rule: 'missing-year', sector: 'homes', details: { years: '2026 2027', count: 2 } },
		]);
		expect(listMissingYears(values, told, (year) => year < 2026)).toEqual([]);
		expect(writeFigures(values)).toEqual([1, null, null]);
	});

	it('makes a sum missing, never smaller', () => {
		expect(
			addYears(2, [
				[1, 2],
				[3, null],
			]),
		).toEqual([4, null]);
		expect(subtractYears([1, null], [3, 1])).toEqual([-2, null]);
		expect([sumYears([1, 2]), sumYears([1, null])]).toEqual([3, null]);
		expect(Object.is(writeFigures(Float64Array.of(-0))[0], 0)).toBe(true);
	});

	it('may have a range, from low to high', () => {
		expect(readRange(3)).toEqual({ low: 3, mid: 3, high: 3 });
		expect([isInOrder({ low: 1, mid: 2, high: 3 }), isInOrder({ low: 2, mid: 1, high: 3 })]).toEqual([true, false]);
	});
});

describe('units', () => {
	it('convert within a kind and never between kinds', () => {
		expect(convertUnit('TJ', 'MWh')).toBeCloseTo(277.7778, 4);
		expect(convertUnit('kg', 't')).toBe(0.001);
		expect(convertUnit('km', 'pkm')).toBeUndefined();
		expect([isEnergy('kWh'), isEnergy('t')]).toEqual([true, false]);
	});
});
