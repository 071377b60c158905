import { describe, expect, it } from 'vitest';
import { makeCell, makeMeasure, makeScenario, moveHeat, saveHeat } from '../../../test/made-scenario.ts';
import { calculatePathway } from './calculate-pathway.ts';
import { compileScenario } from './compile-scenario.ts';
import type { Scenario } from './model.ts';
import { listBands } from './measure-results.ts';
import { listShortfalls } from './compare-with-target.ts';

const a = makeMeasure('A', [saveHeat]);
const b = makeMeasure('B', [moveHeat]);
const c = makeMeasure('C', [{ kind: 'capture', sectors: ['plant'], carriers: 'all', share: 0.9 }], {
	relations: [{ kind: 'outside the account' }],
});

const calculate = (scenario: Scenario) => calculatePathway(compileScenario(scenario), { shapley: {} });
/** A measure's tonnes in the first year: alone, in order, last in, Shapley. */
const tonnesOf = (scenario: Scenario, id: string) => {
	const found = calculate(scenario).measures.find(({ measure }) => measure === id);
	return Object.values(found?.effects ?? {}).map((figures) => Number(figures?.[0]?.toFixed(6)));
};

describe('heat saving and district heating', () => {
	const scenario = makeScenario({ measures: [a, b], order: ['A', 'B'] });

	it('together save 2,826 of 5,710 t, whatever the order', () => {
		const result = calculate(scenario);
		expect(result.baseline.net[0]).toBe(5710);
		expect(result.pathway.net[0]).toBe(2884);
		expect(result.joint[0]).toBe(2826);
		expect(calculate({ ...scenario, order: ['B', 'A'], measures: [b, a] }).joint).toEqual(result.joint);
	});

	it('alone save 1,142 and 2,105 t, of which 421 overlap', () => {
		expect(tonnesOf(scenario, 'A')).toEqual([1142, 1142, 721, 931.5]);
		expect(tonnesOf(scenario, 'B')).toEqual([2105, 1684, 1684, 1894.5]);
		const { sumOfStandAlone, overlap, overlapByCell } = calculate(scenario);
		expect([sumOfStandAlone[0], overlap[0]]).toEqual([3247, 421]);
		expect(overlapByCell.map(({ carrier, tonnes }) => [carrier, tonnes[0]])).toEqual([
			['gas', 571],
			['heat', -150],
		]);
	});

	it('in the other order save 721 and 2,105 t', () => {
		const turned = { ...scenario, order: ['B', 'A'] };
		expect(tonnesOf(turned, 'A')).toEqual([1142, 721, 721, 931.5]);
		expect(tonnesOf(turned, 'B')).toEqual([2105, 2105, 1684, 1894.5]);
	});

	it('are not touched by a capture outside the account, which is listed with nothing', () => {
		const withCapture = { ...scenario, measures: [a, b, c], order: ['A', 'B', 'C'] };
		const [plain, more] = [calculate(scenario), calculate(withCapture)];
		expect(more.pathway).toEqual(plain.pathway);
		expect(more.overlap).toEqual(plain.overlap);
		expect(more.measures.slice(0, 2)).toEqual(plain.measures);
		expect(more.measures[2]).toMatchObject({ standing: 'outside the account', effects: { 'stand-alone': [0, 0, 0, 0, 0, 0] } });
		expect(more.findings).toEqual(plain.findings);
	});

	it('are counted by the hierarchy when no order is stated', () => {
		expect(tonnesOf({ ...scenario, measures: [b, a], order: null }, 'A')[1]).toBe(1142);
	});
});

describe('a pathway', () => {
	const targets = {
		counts: 'net' as const,
		start: { year: 2025, tonnes: 5710 },
		between: 'linear' as const,
		targets: [{ id: '2029', year: 2029, level: { reduction: 0.75 }, isInterim: false }],
	};
	const reference = { year: 1990, tonnes: 10_000, gwpSet: null, method: null, source: null };

	it('is held against a line through the targets, year by year and over the period', () => {
		const result = calculate(makeScenario({ measures: [a, b], targets, reference }));
		expect(result.targetPath).toEqual([5710, 4907.5, 4105, 3302.5, 2500, 2500]);
		expect(result.shortfall).toEqual([-2826, -2023.5, -1221, -418.5, 384, 384]);
		expect(result.achieved[0]).toBeCloseTo(0.7116, 10);
		expect(result.targets).toEqual([{ id: '2029', year: 2029, isInterim: false, tonnes: 2500, pathway: 2884, shortfall: 384 }]);
		expect(result.cumulative).toEqual({ baseline: 34_260, pathway: 17_304, targetPath: 23_025, shortfall: 768 });
		expect(listShortfalls(result)).toEqual([
			{ year: 2029, tonnes: 384 },
			{ year: 2030, tonnes: 384 },
		]);
	});

	it('says nothing about years between the targets when no line is asked for', () => {
		const result = calculate(makeScenario({ measures: [a], targets: { ...targets, start: null, between: 'none' }, reference }));
		expect(result.targetPath).toEqual([null, null, null, null, 2500, null]);
		expect(result.shortfall[0]).toBeNull();
	});

	it('keeps removals gross beside the emissions, and shows what is left of the one after the other', () => {
		const forest = makeCell('land', 'forest', { activity: 50, kg: -10_000, unit: 'ha', removal: true });
		const plant = makeMeasure('U', [{ kind: 'uptake', tonnes: 120 }], {
			timing: { start: 2026, full: 2030, ramp: { kind: 'linear' }, end: null, lifetime: null },
		});
		const { cells } = makeScenario();
		const result = calculate(makeScenario({ cells: [...cells, forest], measures: [plant] }));
		expect(result.baseline).toMatchObject({ gross: Array<number>(6).fill(5710), removals: Array<number>(6).fill(500) });
		expect(result.pathway.removals).toEqual([500, 524, 548, 572, 596, 620]);
		expect(result.pathway.net[5]).toBe(5090);
		expect(result.measures[0]?.effects.shapley).toEqual([0, 24, 48, 72, 96, 120]);
		const gross = calculate(
			makeScenario({ cells: [...cells, forest], measures: [plant], reference, targets: { ...targets, counts: 'gross' } }),
		);
		expect(gross.shortfall[4]).toBe(3210);
	});

	it('stays a number when fixed tonnes are taken where next to nothing is left', () => {
		const cells = [makeCell('homes', 'gas', { activity: 0, kg: 0 }), makeCell('homes', 'heat', { activity: 1, kg: Number.MIN_VALUE })];
		const taken = makeMeasure('T', [{ kind: 'tonnes', sector: 'homes', carriers: 'all', tonnes: 1, factorYear: null, gwpSet: null }]);
		const { pathway, joint } = calculate(makeScenario({ cells, measures: [taken] }));
		for (const value of [...pathway.net, ...joint]) expect(value).toBeCloseTo(0, 12);
	});

	it('has no figure where the baseline has none, and all others', () => {
		const cells = [
			makeCell('homes', 'gas', { activity: { years: { 2025: 100, 2026: null, 2027: 80, 2030: 80 }, interpolate: false }, kg: 57.1 }),
			makeCell('homes', 'heat', { activity: 0, kg: 15 }),
			makeCell('cars', 'petrol', { activity: 10, kg: 73 }),
		];
		const drive = makeMeasure('D', [{ kind: 'reduce need', sector: 'cars', carriers: 'all', share: 0.1 }]);
		const result = calculate(makeScenario({ cells, measures: [a, drive] }));
		expect(result.pathway.net.map((each) => each === null)).toEqual([false, true, false, true, true, false]);
		expect(result.measures.find(({ measure }) => measure === 'D')?.effects['in order']).toEqual([73, 73, 73, 73, 73, 73]);
		expect(result.measures.find(({ measure }) => measure === 'A')?.effects.shapley?.[1]).toBeNull();
		expect(result.sectors[1]?.residual[1]).toBeCloseTo(657, 9);
		expect(result.isComplete).toBe(false);
		expect(result.findings.filter(({ rule }) => rule !== 'effect-in-first-year')).toMatchObject([
			{ rule: 'missing-year', sector: 'homes', carrier: 'gas', details: { years: '2026 2028 2029' } },
		]);
	});

	it('draws lines between years only where that is asked for', () => {
		const cells = [makeCell('homes', 'gas', { activity: { years: { 2024: 90, 2027: 120, 2030: 60 }, interpolate: true }, kg: 1 })];
		expect(calculate(makeScenario({ cells })).baseline.net).toEqual([100, 110, 120, 100, 80, 60]);
		const short = [makeCell('homes', 'gas', { activity: { years: { 2026: 90, 2027: 120 }, interpolate: true }, kg: 1 })];
		expect(calculate(makeScenario({ cells: short })).baseline.net).toEqual([null, 90, 120, null, null, null]);
	});

	it('is the same bytes when calculated again', () => {
		const scenario = makeScenario({ measures: [a, b, c], reference, targets });
		expect(JSON.stringify(calculate(scenario))).toBe(JSON.stringify(calculate(scenario)));
	});

	it('has bands and a residual that together are the baseline', () => {
		const result = calculate(makeScenario({ measures: [a, b, c] }));
		for (const attribution of ['in order', 'shapley'] as const) {
			const bands = listBands(result, attribution);
			expect(bands.map(({ measure }) => measure)).toEqual(['A', 'B']);
			const sum = bands.reduce((total, { tonnes }) => total + (tonnes[0] ?? 0), 0);
			expect(sum + (result.pathway.net[0] ?? 0)).toBeCloseTo(5710, 9);
		}
	});
});
