import { expect, it } from 'vitest';
import type { AccountRow } from '../account/account.ts';
import { makeCell, makeScenario } from '../../../test/made-scenario.ts';
import { compileScenario } from '../pathway/compile-scenario.ts';
import { proposeCells } from './propose-cells.ts';

const row = (more: Partial<AccountRow>): AccountRow =>
	({
		...{ sector: 'energy', subSector: null, carrier: null, gas: 'CO2e', part: 'emission', tonnes: null },
		...{ activity: null, activityUnit: null, ...more },
	}) as AccountRow;

it('a sector in tonnes alone is its own activity', () => {
	expect(proposeCells({ year: 2024, gwpSet: null, rows: [row({ tonnes: 71_918.343 })] })).toMatchObject([
		{ sector: 'energy', carrier: null, unit: 't', activity: 71_918.34, factor: 1000, isRemoval: false },
	]);
});

it('activity and factor are kept apart where the account has both, and the gases of one fuel are one activity', () => {
	const gas = { carrier: 'natural gas', activity: 100, activityUnit: 'TJ' } as const;
	const rows = [row({ ...gas, gas: 'CO2', tonnes: 5600 }), row({ ...gas, gas: 'CH4', tonnes: 10 })];
	expect(proposeCells({ year: 2024, gwpSet: 'AR5', rows })).toMatchObject([{ unit: 'TJ', activity: 100, factor: 58_800 }]);
});

it('gases that are stated in CO2e are gases of one fuel too', () => {
	const gas = { carrier: 'wood', activity: 100, activityUnit: 'TJ', gas: 'CO2e' } as const;
	const [methane, nitrous] = [
		row({ ...gas, tonnes: 280, label: 'Biomasse (CH4 i CO2e)' }),
		row({ ...gas, tonnes: 265, label: 'Biomasse (N2O i CO2e)' }),
	];
	expect(proposeCells({ year: 2024, gwpSet: 'AR5', rows: [methane, nitrous] })).toMatchObject([
		{ unit: 'TJ', activity: 100, factor: 5450 },
	]);
	const carbon = row({ ...gas, gas: 'CO2', tonnes: 5600, label: 'Biomasse' });
	expect(proposeCells({ year: 2024, gwpSet: 'AR5', rows: [carbon, methane, nitrous] })).toMatchObject([{ unit: 'TJ', activity: 100 }]);
});

it('a factor is of the year of the account, but for one that belongs to no year', () => {
	const used = (carrier: AccountRow['carrier']) => row({ carrier, activity: 200, activityUnit: 'MWh', tonnes: 10 });
	const rows = [used('electricity'), used('gas oil'), row({ sector: 'waste', tonnes: 5 })];
	expect(proposeCells({ year: 2024, gwpSet: 'AR5', rows }).map(({ year }) => year)).toEqual([2024, null, null]);
});

it('an uptake is a removal, biogenic CO2 is not there, and what has no figure is left out', () => {
	const rows = [
		row({ sector: 'agriculture', part: 'removal', tonnes: -400 }),
		row({ part: 'biogenic', tonnes: 9 }),
		row({ sector: 'waste', tonnes: null }),
	];
	expect(proposeCells({ year: 2024, gwpSet: null, rows })).toMatchObject([
		{ sector: 'agriculture', activity: 400, factor: -1000, isRemoval: true },
	]);
});

it('a sector that takes up more than it emits is a declared uptake, which a path can be calculated from', () => {
	const rows = [row({ sector: 'agriculture', tonnes: -5_100.5 }), row({ tonnes: 900 })];
	const proposed = proposeCells({ year: 2023, gwpSet: 'AR5', rows });
	expect(proposed).toMatchObject([
		{ sector: 'agriculture', activity: 5_100.5, factor: -1000, isRemoval: true },
		{ sector: 'energy', isRemoval: false },
	]);
	const cells = proposed.map(({ sector, unit, activity, factor, isRemoval }) =>
		makeCell(sector, 'samlet', { activity, kg: factor, unit, removal: isRemoval }),
	);
	const { findings } = compileScenario(makeScenario({ cells, measures: [] }));
	expect(findings.map(({ rule }) => rule)).not.toContain('negative-baseline');
});
