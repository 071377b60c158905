import { describe, expect, it } from 'vitest';
import { makeCell, makeMeasure, makeScenario, saveHeat } from '../../../test/made-scenario.ts';
import { compileScenario } from '../pathway/compile-scenario.ts';
import { editBasis, type BasisCell, type PathBasis } from './edit-basis.ts';
import type { PathDocument } from './path-document.ts';

const makeTyped = (own: Partial<BasisCell> = {}): BasisCell => ({
	...{ place: null, sector: 'Boliger', carrier: 'Naturgas', unit: 'TJ', activity: 100, kg: { co2e: 57_100 }, gwpSet: 'AR5' },
	...{ year: null, validTo: null, basis: 'direct', spread: null, source: 'Regnskabet', isRemoval: false },
	...own,
});
const makeBasis = (cells: readonly BasisCell[], own: Partial<PathBasis> = {}): PathBasis => ({
	...{ firstYear: 2025, lastYear: 2030, gwpSet: 'AR5', cells, isIllustrative: false },
	baseline: { version: 'KF25', cutOff: '2025-03-01', source: 'Energistyrelsen', corrections: ['Slagteriet er lukket'] },
	discountRates: { 'municipal cash': 0.03, users: null, society: 0.035 },
	...own,
});
const makeDocument = (): PathDocument => ({
	scenario: makeScenario({
		cells: [makeCell('homes', 'gas', { activity: 100, kg: 57.1 }), makeCell('homes', 'heat', { activity: 5, kg: 15 })],
	}),
	...{ illustrative: ['baseline', 'targets'] as const, standings: [], candidates: [] },
});

describe('a first basis', () => {
	it('makes a path without measures, which the engine takes', () => {
		const made = editBasis(null, 'Planen i ton', makeBasis([makeTyped()], { isIllustrative: true }));
		expect(made).toMatchObject({ illustrative: ['baseline'], standings: [], candidates: [] });
		expect(made.scenario).toMatchObject({ title: 'Planen i ton', firstYear: 2025, lastYear: 2030, measures: [], targets: null });
		expect(made.scenario.baseline.corrections).toEqual(['Slagteriet er lukket']);
		expect(made.scenario.cells[0]?.factor).toMatchObject({ kg: { co2e: 57_100 }, per: 'TJ', source: 'Regnskabet' });
		expect(() => compileScenario(made.scenario)).not.toThrow();
	});
});

describe('another basis', () => {
	it('keeps which initiatives the measures belong to', () => {
		const before = { ...makeDocument(), initiativeIds: { solar: ['a'] } };
		const typed = [makeTyped({ place: 0, sector: 'homes', carrier: 'gas' })];
		expect(editBasis(before, 'Ny titel', makeBasis(typed)).initiativeIds).toEqual({ solar: ['a'] });
	});

	it('keeps what the form does not show, cell by cell, in the order typed', () => {
		const before = makeDocument();
		const typed = [
			makeTyped({ place: 1, sector: 'homes', carrier: 'heat', activity: 7, year: 2023, basis: '125 % allocation', source: 'Varmeværket' }),
			makeTyped({ place: 0, sector: 'homes', carrier: 'gas', kg: { gases: { co2: 56_100, ch4: 1, n2o: null } } }),
			makeTyped({ sector: 'Transport', carrier: 'Diesel', spread: 0.1 }),
		];
		const { scenario, illustrative } = editBasis(before, 'Ny titel', makeBasis(typed));
		expect(scenario.cells.map(({ carrier, activity }) => [carrier, activity])).toEqual([
			['heat', 7],
			['gas', 100],
			['Diesel', 100],
		]);
		expect(scenario.cells[0]?.factor).toMatchObject({ year: 2023, validTo: null, basis: '125 % allocation', source: 'Varmeværket' });
		expect(scenario.cells[1]?.factor).toMatchObject({ kg: { gases: { co2: 56_100, ch4: 1, n2o: null } }, per: 'TJ' });
		expect(scenario.cells[2]?.activitySpread).toEqual({ low: 0.9, high: 1.1, from: 2025 });
		expect(illustrative).toEqual(['targets']);
		const spread = { low: 0.9, high: 1.1, from: null };
		const [gas, ...others] = before.scenario.cells.map((cell) => ({ ...cell, factor: { ...cell.factor, spread } }));
		const unsure = { ...before, scenario: { ...before.scenario, cells: [gas!, ...others] } };
		const told = editBasis(unsure, 'Ny titel', makeBasis([makeTyped({ place: 0, gwpSet: null })]));
		expect(told.scenario.cells[0]?.factor).toMatchObject({ gwpSet: null, spread });
	});

	it('leaves a factor that nobody touched as its source has it', () => {
		const { scenario, ...rest } = makeDocument();
		const [gas, ...others] = scenario.cells;
		const { firstYear, lastYear } = scenario;
		const co2 = { years: { [firstYear]: 0.056, [lastYear]: 0.05 }, interpolate: false };
		const stored = { ...gas!.factor, kg: { gases: { co2, ch4: null, n2o: null } }, per: 'MJ' as const };
		const before = { ...rest, scenario: { ...scenario, cells: [{ ...gas!, factor: stored }, ...others] } };
		const years = { [firstYear]: 0.056 * 1e6, [lastYear]: 0.05 * 1e6 };
		const save = (first: number, more: object = {}) => {
			const typed = { gases: { co2: { years: { ...years, [firstYear]: first, ...more }, interpolate: true }, ch4: null, n2o: null } };
			const cell = makeTyped({ place: 0, sector: 'homes', carrier: 'gas', unit: gas!.unit, kg: typed });
			return editBasis(before, 'Titel', makeBasis([cell], { firstYear, lastYear })).scenario.cells[0]?.factor;
		};
		expect(gas!.unit).toBe('TJ');
		expect(save(0.056 * 1e6)).toMatchObject({ kg: stored.kg, per: 'MJ' });
		expect(save(0.056 * 1e6, { [firstYear + 1]: 55_000 })).toMatchObject({ per: 'TJ' });
		expect(save(57_000)).toMatchObject({ per: 'TJ', kg: { gases: { co2: { interpolate: true } } } });
	});

	it('lets measures and candidates follow a name that is changed', () => {
		const { scenario, ...rest } = makeDocument();
		const before = {
			...rest,
			scenario: { ...scenario, measures: [makeMeasure('a', [saveHeat])] },
			candidates: [makeMeasure('b', [saveHeat])],
		};
		const typed = [0, 1].map((place) => makeTyped({ place, sector: 'Boliger', carrier: place === 0 ? 'gas' : 'heat' }));
		const after = editBasis(before, 'Titel', makeBasis(typed));
		const named = { effects: [{ ...saveHeat, sector: 'Boliger' }] };
		expect([after.scenario.measures, after.candidates]).toMatchObject([[named], [named]]);
	});

	it('takes away a cell that is not typed any more, and a spread that was emptied', () => {
		const wide = editBasis(makeDocument(), 'Titel', makeBasis([makeTyped({ place: 0, spread: 0.2 })]));
		expect(wide.scenario.cells).toHaveLength(1);
		const narrow = editBasis(wide, 'Titel', makeBasis([makeTyped({ place: 0 })]));
		expect(narrow.scenario.cells[0]?.activitySpread).toBeNull();
	});
});
