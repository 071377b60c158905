import { describe, expect, it } from 'vitest';
import { makeAccount, makeRow } from '../../../test/made-up-account.ts';
import { gases, gwpSets, notationKeys, type AccountRow } from './account.ts';
import { checkAccount, isStorable } from './check-account.ts';
import { listLacking, sumAccount } from './sum-account.ts';

const codesOf = (...rows: AccountRow[]) => checkAccount(makeAccount({ rows })).map(({ code }) => code);

describe('checkAccount', () => {
	it.each([
		['row.sub-sector-of-another', makeRow({ sector: 'transport', subSector: 'households', tonnes: 1 })],
		['row.tonnes-and-notation', makeRow({ sector: 'energy', tonnes: 1, notation: 'NO', reason: 'x' })],
		['row.nothing-stated', makeRow({ sector: 'energy' })],
		['row.reason-missing', makeRow({ sector: 'energy', notation: 'NE', reason: ' ' })],
		['row.removal-positive', makeRow({ sector: 'agriculture', part: 'removal', gas: 'CO2', tonnes: 4 })],
		['row.emission-of-biogenic', makeRow({ sector: 'energy', part: 'biogenic', gas: 'CH4', tonnes: 4 })],
		['row.product-differs', makeRow({ sector: 'energy', activity: 100, factor: 57.1, tonnes: 9000 })],
		[
			'row.product-differs',
			makeRow({ sector: 'energy', activity: 100, activityUnit: 'TJ', factor: 94, factorUnit: 'kg/MWh', tonnes: 9400 }),
		],
		[
			'row.units-of-two-kinds',
			makeRow({ sector: 'energy', activity: 100, activityUnit: 'TJ', factor: 2.2, factorUnit: 'kg/Nm3', tonnes: 220 }),
		],
		['row.emission-negative', makeRow({ sector: 'transport', tonnes: -500 })],
	])('%s', (code, row) => {
		expect(codesOf(row)).toEqual([code]);
	});

	it('has nothing against units that differ by thousands, nor against rounding', () => {
		expect(codesOf(makeRow({ sector: 'energy', activity: 100_000, factor: 57.1, tonnes: 5710 }))).toEqual([]);
		expect(codesOf(makeRow({ sector: 'energy', activity: 100, factor: 57.1, tonnes: 5700 }))).toEqual([]);
	});

	it('says what the product comes to once the units are converted', () => {
		const of = (factorUnit: string, tonnes: number, gas: 'CO2' | 'CH4' = 'CO2') =>
			checkAccount(
				makeAccount({
					rows: [makeRow({ sector: 'energy', gas, activity: 100, activityUnit: 'TJ', factor: 94, factorUnit, tonnes })],
				}),
			).map(({ expected }) => expected && Math.round(expected));
		expect(of('kg/MWh', 9400)).toEqual([2611]);
		expect(of('kg/GJ', 9400)).toEqual([]);
		// Tonnes of methane are not what a factor in CO2e gives.
		expect(of('kg CO2e/GJ', 336, 'CH4')).toEqual([]);
	});

	it('finds the same line twice, and a sector as a whole beside its parts', () => {
		const road = makeRow({ sector: 'transport', subSector: 'road', tonnes: 5 });
		expect(codesOf(road, road)).toEqual(['row.twice']);
		expect(codesOf(road, makeRow({ sector: 'transport', tonnes: 5 }))).toEqual(['sector.whole-and-parts']);
	});

	it('wants a GWP set for methane', () => {
		const account = makeAccount({ gwpSet: null, rows: [makeRow({ sector: 'waste', gas: 'CH4', tonnes: 5 })] });
		expect(checkAccount(account).map(({ code }) => code)).toEqual(['gwp.set-missing']);
	});
});

describe('printed totals', () => {
	const rows = [makeRow({ sector: 'energy', tonnes: 1000 }), makeRow({ sector: 'transport', tonnes: 500 })];
	const low = { label: 'Samlet', sector: null, tonnes: 1200 };
	const high = { label: 'Samlet inkl. landbrug', sector: null, tonnes: 1500 };

	it('are never chosen silently where there are two', () => {
		const problems = checkAccount(makeAccount({ rows, totals: [low, high] }));
		expect(problems.map(({ code }) => code)).toEqual(['total.not-chosen']);
		expect(isStorable(problems)).toBe(false);
	});

	it('of one name are not chosen by it: nobody could tell which', () => {
		const problems = checkAccount(makeAccount({ rows, totals: [low, { ...high, label: 'Samlet' }], chosenTotal: 'Samlet' }));
		expect(problems.map(({ code }) => code)).toEqual(['total.not-chosen']);
	});

	it('are held against the sum of the sectors once chosen', () => {
		expect(checkAccount(makeAccount({ rows, totals: [low, high], chosenTotal: high.label }))).toEqual([]);
		const problems = checkAccount(makeAccount({ rows, totals: [low, high], chosenTotal: low.label }));
		expect(problems).toMatchObject([{ code: 'total.differs-from-sectors', stated: 1200, expected: 1500, label: 'Samlet' }]);
		expect(isStorable(problems)).toBe(true);
	});

	it('of a sector are held against its lines', () => {
		const totals = [{ label: 'Energi i alt', sector: 'energy' as const, tonnes: 900 }];
		expect(checkAccount(makeAccount({ rows, totals }))).toMatchObject([{ code: 'total.sector-differs', stated: 900, expected: 1000 }]);
	});
});

it('what may be stored lacks figures in its sums for no other reason than NE and C', () => {
	const said = [{ tonnes: 5 }, { tonnes: null }, ...notationKeys.map((notation) => ({ tonnes: null, notation, reason: 'x' }))];
	const all = [null, ...gwpSets].flatMap((gwpSet) =>
		gases.flatMap((gas) =>
			said.map((figure) =>
				makeAccount({ gwpSet, rows: [makeRow({ sector: 'energy', tonnes: 1 }), makeRow({ sector: 'waste', gas, ...figure })] }),
			),
		),
	);
	const stored = all.filter((account) => isStorable(checkAccount(account)));
	expect(stored.length).toBeGreaterThan(50);
	for (const account of stored) {
		const { sectors, total, findings } = sumAccount(account);
		expect([total.isComplete, findings]).toEqual([listLacking(sectors).length === 0, []]);
	}
	expect(new Set(stored.map((account) => sumAccount(account).total.isComplete))).toEqual(new Set([true, false]));
});
