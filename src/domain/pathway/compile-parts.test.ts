import { describe, expect, it } from 'vitest';
import { makeCell, makeMeasure, makeScenario, moveHeat, saveHeat } from '../../../test/made-scenario.ts';
import { checkFactors } from './check-factors.ts';
import { checkJoint } from './check-joint.ts';
import { checkMeasure, listAmounts } from './check-measure.ts';
import { checkMeasuresTogether, checkRelations, reach } from './check-relations.ts';
import { checkTargets } from './check-targets.ts';
import { chooseCells } from './choose-cells.ts';
import { compileCells } from './compile-cells.ts';
import { compileEffects } from './compile-effects.ts';
import { compileScenario } from './compile-scenario.ts';
import { createSelection, findBlocks, listByCell } from './find-blocks.ts';
import { orderMeasures } from './order-measures.ts';
import { settleMeasures } from './settle-measures.ts';
import { getTargetTonnes, placeTargetPath } from './target-path.ts';

const cells = [
	makeCell('homes', 'gas', { activity: 100, kg: 57.1 }),
	makeCell('homes', 'heat', { activity: 0, kg: 15 }),
	makeCell('trade', 'gas', { activity: 10, kg: 57.1 }),
	makeCell('land', 'forest', { activity: 1, kg: -1, unit: 'ha', removal: true }),
];
const scenario = makeScenario({ cells });
const a = makeMeasure('A', [saveHeat]);
const b = makeMeasure('B', [moveHeat]);
const compile = (measure = a) => compileEffects(makeScenario({ cells, measures: [measure] }), measure, 0);

describe('the cells an effect names', () => {
	const choose = (sectors: 'all' | string[], carriers: 'all' | string[], removals = false) =>
		chooseCells(scenario, { sectors, carriers, removals }, {}).cells;

	it('are found by sector and carrier, removals only where they may be', () => {
		expect(choose('all', ['gas'])).toEqual([0, 2]);
		expect(choose(['homes'], 'all')).toEqual([0, 1]);
		expect([choose('all', 'all'), choose('all', 'all', true)]).toEqual([
			[0, 1, 2],
			[0, 1, 2, 3],
		]);
	});

	it('are none at all when one name is nowhere', () => {
		expect(choose(['homes', 'shops'], 'all')).toEqual([]);
		expect(choose(['trade'], ['heat'])).toEqual([]);
	});
});

describe('effects become operations', () => {
	it('on the cells they act on', () => {
		expect(compile().operations).toMatchObject([{ kind: 'reduce need', cells: [0, 1] }]);
		expect(compile(b).operations).toMatchObject([{ kind: 'move', from: 0, to: 1, ratio: 1 }]);
	});

	it('with less of a carrier that is used better, in its own unit', () => {
		const power = makeCell('homes', 'power', { activity: 0, kg: 0.1, unit: 'MWh' });
		const move = makeMeasure('P', [{ ...moveHeat, kind: 'move', to: 'power', efficiencyFrom: 0.9, efficiencyTo: 3 } as typeof moveHeat]);
		const [operation] = compileEffects(makeScenario({ cells: [...cells, power], measures: [move] }), move, 0).operations;
		expect(operation?.ratio).toBeCloseTo((1e6 / 3600) * 0.3, 9);
	});

	it('sorted by phase, and in blocks of cells that hang together', () => {
		const tonnes = { kind: 'tonnes', sector: 'homes', carriers: 'all', tonnes: 1, factorYear: null, gwpSet: null } as const;
		const measures = [a, b, makeMeasure('T', [tonnes])];
		const all = makeScenario({ cells, measures });
		const operations = measures.flatMap((measure, place) => compileEffects(all, measure, place).operations);
		const byCell = listByCell(operations, cells.length);
		expect(byCell[0]).toMatchObject({ need: [0], out: [1], in: [] });
		expect(findBlocks(operations, byCell, measures)).toMatchObject([
			{ selection: { cells: [0, 1], sources: [0, 1], tonnes: [2] }, players: [0, 1, 2] },
			{ selection: { cells: [2] }, players: [] },
			{ selection: { cells: [3] }, players: [] },
		]);
		expect(createSelection([1], operations, byCell)).toEqual({ cells: [1], sources: [1, 0], tonnes: [2] });
	});

	it('without the years before the cells have figures', () => {
		expect([...compileCells(scenario).activity.slice(0, 2)]).toEqual([100, 100]);
		expect(compileCells(scenario).findings).toEqual([]);
	});

	it('say once what is to be said of the GWP set of several', () => {
		const unstated = (sector: string, carrier: string) => {
			const cell = makeCell(sector, carrier, { activity: 1, kg: 1 });
			return { ...cell, factor: { ...cell.factor, gwpSet: null } };
		};
		const cells = [
			unstated('homes', 'gas'),
			unstated('homes', 'oil'),
			unstated('cars', 'petrol'),
			makeCell('cars', 'power', { activity: 1, kg: 1 }),
		];
		const tell = (given: typeof cells) => compileCells(makeScenario({ cells: given })).findings;
		expect(tell(cells)).toMatchObject([{ rule: 'gwp-not-stated', sector: 'homes, cars', carrier: null }]);
		expect(tell(cells.slice(1, 2))).toMatchObject([{ rule: 'gwp-not-stated', sector: 'homes', carrier: 'oil' }]);
	});
});

describe('the order', () => {
	it('is that of the hierarchy, then of the numbers', () => {
		const measures = [b, makeMeasure('10', [saveHeat]), makeMeasure('9', [saveHeat]), makeMeasure('S', [{ kind: 'supporting' }])];
		const placed = orderMeasures({ ...scenario, measures });
		expect(placed.places.map((place) => measures[place]?.id)).toEqual(['9', '10', 'B', 'S']);
	});

	it('has every measure once, whatever was stated', () => {
		const placed = orderMeasures({ ...scenario, measures: [a, b], order: ['B', 'B', 'X'] });
		expect(placed.places).toEqual([1, 0]);
		expect(placed.findings.map(({ rule }) => rule)).toEqual(['order-leaves-out', 'order-repeats', 'order-unknown']);
	});
});

describe('the checks', () => {
	it('have nothing against a measure in order', () => {
		expect(checkMeasure(a, scenario)).toEqual([]);
		expect(checkFactors(scenario, a, compile().operations)).toEqual([]);
		expect(checkRelations([a, b])).toEqual([]);
		expect(checkMeasuresTogether([a, b], () => true)).toEqual([]);
		expect(checkTargets(scenario)).toEqual([]);
		expect(checkJoint(compileScenario(makeScenario({ measures: [a, b] })))).toEqual([]);
		expect(listAmounts(saveHeat)).toEqual([0.2]);
	});

	it('follow a circle to its end', () => {
		expect([...reach([[1], [2], [0]], [1])].sort()).toEqual([0, 1, 2]);
	});

	it('allow what adds up to a whole in three parts', () => {
		const thirds = ['A', 'B', 'C'].map((id) => makeMeasure(id, [saveHeat], { potential: { name: 'roofs', share: 1 / 3 } }));
		expect(checkMeasuresTogether(thirds, () => true)).toEqual([]);
	});
});

describe('settled measures', () => {
	it('have their share of full effect and their amount times realisation', () => {
		const half = makeMeasure('A', [saveHeat], { realisation: 0.5 });
		const standing = { measures: [half], isBroken: [false], isDropped: [false], isStopped: [false], order: [0], version: null };
		const { numbers, measures } = settleMeasures(standing, compile(half).operations, [2024, 2025]);
		expect([[...numbers.profile], [...numbers.amount], measures[0]?.standing]).toEqual([[0, 1], [0.1], 'counted']);
		expect(settleMeasures({ ...standing, isDropped: [true] }, [], [2025]).measures[0]?.standing).toBe('dropped');
	});
});

describe('the target path', () => {
	it('knows tonnes and reductions, and no reduction without a reference level', () => {
		const target = { id: 'T', year: 2030, level: { reduction: 0.7 }, isInterim: false };
		expect(getTargetTonnes(target, { tonnes: { low: 90, mid: 100, high: 120 } })).toBeCloseTo(30, 12);
		expect(getTargetTonnes(target, null)).toBeUndefined();
		expect(getTargetTonnes({ ...target, level: { tonnes: 12 } }, null)).toBe(12);
	});

	it('begins where it is said to, and stays level after the last target', () => {
		const targets = [{ id: 'T', year: 2028, level: { tonnes: 40 }, isInterim: false }];
		const path = placeTargetPath(
			{ ...scenario, targets: { counts: 'net', start: { year: 2026, tonnes: 80 }, between: 'linear', targets } },
			[2025, 2026, 2027, 2028, 2029],
		);
		expect([...path]).toEqual([Number.NaN, 80, 60, 40, 40]);
	});
});
