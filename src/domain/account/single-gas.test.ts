import { describe, expect, it } from 'vitest';
import { makeAccount, makeRow } from '../../../test/made-up-account.ts';
import { checkAccount } from './check-account.ts';
import { getGasOfCo2e, listGasReadings, stateAsCo2e } from './single-gas.ts';
import { sumAccount } from './sum-account.ts';

const methane = makeRow({ sector: 'agriculture', gas: 'CH4', tonnes: 28_000, label: 'Landbrug' });
const laughing = makeRow({ sector: 'agriculture', gas: 'N2O', tonnes: 26_500, label: 'Landbrug' });

describe('tonnes CO2e of one gas', () => {
	it('count once, and the line keeps its gas', () => {
		const rows = [methane, laughing].map(stateAsCo2e);
		expect(sumAccount(makeAccount({ rows })).total.tonnes).toBe(54_500);
		expect(rows.map(getGasOfCo2e)).toEqual(['CH4', 'N2O']);
		expect(rows[0]).toMatchObject({ gas: 'CO2e', label: 'Landbrug (CH4 i CO2e)' });
		expect(getGasOfCo2e(stateAsCo2e({ ...methane, label: null }))).toBe('CH4');
	});

	it('of two gases are two lines, and of one gas beside tonnes of it the same line twice', () => {
		const codes = (...rows: Parameters<typeof stateAsCo2e>[0][]) => checkAccount(makeAccount({ rows })).map(({ code }) => code);
		expect(codes(stateAsCo2e(methane), stateAsCo2e(laughing))).toEqual([]);
		expect(codes(stateAsCo2e(methane), methane)).toEqual(['row.twice']);
		expect(codes(stateAsCo2e(methane), stateAsCo2e(methane))).toEqual(['row.twice']);
	});

	it('need no GWP set', () => {
		expect(checkAccount(makeAccount({ gwpSet: null, rows: [stateAsCo2e(methane)] }))).toEqual([]);
	});

	it('change nothing for other lines', () => {
		const row = makeRow({ sector: 'energy', gas: 'CO2', tonnes: 5 });
		expect(stateAsCo2e(row)).toBe(row);
		expect(getGasOfCo2e(methane)).toBeNull();
		expect(getGasOfCo2e(makeRow({ sector: 'energy', label: 'Energi' }))).toBeNull();
	});
});

describe('what the tonnes of a gas were taken for', () => {
	it('is said gas by gas, with the weight', () => {
		const rows = [methane, stateAsCo2e(laughing), makeRow({ sector: 'waste', gas: 'CH4', tonnes: 1000 })];
		expect(listGasReadings(makeAccount({ rows }))).toEqual([
			{ gas: 'CH4', as: 'gas', lines: 2, tonnes: 29_000, gwpSet: 'AR5', weight: 28, co2e: 812_000 },
			{ gas: 'N2O', as: 'CO2e', lines: 1, tonnes: 26_500, gwpSet: 'AR5', weight: null, co2e: 26_500 },
		]);
	});

	it('is not said of lines without a number, nor of other gases', () => {
		const rows = [makeRow({ sector: 'waste', gas: 'CH4', notation: 'NE' }), makeRow({ sector: 'energy', tonnes: 5 })];
		expect(listGasReadings(makeAccount({ rows }))).toEqual([]);
	});
});
