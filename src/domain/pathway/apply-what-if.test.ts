import { describe, expect, it } from 'vitest';
import { makeMeasure, makeScenario, moveHeat, saveHeat } from '../../../test/made-scenario.ts';
import { annualise, drawCostCurve } from './abatement-cost.ts';
import { applyWhatIf } from './apply-what-if.ts';
import { calculateNet, createNetRun } from './calculate-net.ts';
import { calculatePathway } from './calculate-pathway.ts';
import { compileScenario } from './compile-scenario.ts';
import { explainCell, explainFigure } from './explain-figure.ts';
import { listReplacements } from './list-replacements.ts';
import type { Effect, Measure, MeasureCost, Scenario } from './model.ts';

const a = makeMeasure('A', [saveHeat], { timing: { start: 2026, full: 2027, ramp: { kind: 'linear' }, end: null, lifetime: null } });
const b = makeMeasure('B', [moveHeat]);
const compile = (own: Partial<Scenario> = {}) => compileScenario(makeScenario({ measures: [a, b], ...own }));
const netOf = (model: ReturnType<typeof compile>) => [...calculateNet(model)].map((tonnes) => Number(tonnes.toFixed(6)));

describe('what if', () => {
	it('a measure slips a year', () => {
		expect(netOf(compile())).toEqual([3605, 3244.5, 2884, 2884, 2884, 2884]);
		expect(netOf(applyWhatIf(compile(), [{ measure: 'A', start: 2027 }]))).toEqual([3605, 3605, 3244.5, 2884, 2884, 2884]);
	});

	it('it is carried out in part, or not at all', () => {
		expect(netOf(applyWhatIf(compile(), [{ measure: 'A', realisation: 0.5 }]))[5]).toBe(3244.5);
		expect(netOf(applyWhatIf(compile(), [{ measure: 'A', isDropped: true }]))[5]).toBe(3605);
	});

	it('is the same as stating the scenario so', () => {
		const moved = { ...a, timing: { ...a.timing, start: 2028, full: 2029 }, realisation: 0.7 };
		const changed = applyWhatIf(compile(), [{ measure: 'A', start: 2028, realisation: 0.7 }]);
		const stated = compile({ measures: [moved, b] });
		expect(calculatePathway(changed, { shapley: {} })).toEqual(calculatePathway(stated, { shapley: {} }));
	});

	it('leaves the compiled scenario as it was, and can be taken back', () => {
		const model = compile();
		const dropped = applyWhatIf(model, [{ measure: 'A', isDropped: true }]);
		expect(netOf(applyWhatIf(dropped, [{ measure: 'B', isDropped: true }]))[5]).toBe(5710);
		expect(netOf(applyWhatIf(dropped, [{ measure: 'A', isDropped: false }]))).toEqual(netOf(model));
	});

	it('one of two alternatives falls away, the other takes its place', () => {
		const other = makeMeasure('C', [{ ...moveHeat, share: 0.2 } as Effect], { relations: [{ kind: 'alternative to', measure: 'B' }] });
		const model = compile({ measures: [b, other], order: ['B', 'C'] });
		expect(model.measures.map(({ standing }) => standing)).toEqual(['counted', 'alternative']);
		const without = applyWhatIf(model, [{ measure: 'B', isDropped: true }]);
		expect(without.measures.map(({ standing }) => standing)).toEqual(['dropped', 'counted']);
		expect(without.findings.map(({ rule, measure }) => [rule, measure])).toEqual([['effect-in-first-year', 'C']]);
	});

	it('what begins later has no effect any more in the year the projection begins with', () => {
		const told = ({ findings }: ReturnType<typeof compile>) => findings.map(({ rule, measure }) => [rule, measure]);
		expect(told(compile())).toEqual([['effect-in-first-year', 'B']]);
		expect(told(applyWhatIf(compile(), [{ measure: 'B', start: 2026 }]))).toEqual([]);
	});

	it('is refused for a measure that is not there', () => {
		expect(() => applyWhatIf(compile(), [{ measure: 'X' }])).toThrow(/measure.unknown/);
	});

	it('can be asked with any of the measures', () => {
		const run = createNetRun(compile(), 'net');
		expect([run(compile(), Uint8Array.of(0, 0))[5], run(compile(), Uint8Array.of(0, 1))[5]]).toEqual([5710, 3605]);
	});
});

describe('replacements', () => {
	const targets = {
		counts: 'net' as const,
		start: null,
		between: 'none' as const,
		targets: [{ id: 'T', year: 2030, level: { tonnes: 2884 }, isInterim: false }],
	};
	const scenario = makeScenario({ measures: [a, b], targets });
	const candidates = [
		makeMeasure('small', [{ kind: 'uptake', tonnes: 50 }]),
		makeMeasure('gas', [{ kind: 'cut factor', sectors: 'all', carriers: ['gas'], share: 0.25 }]),
		makeMeasure('big', [{ kind: 'tonnes', sector: 'homes', carriers: 'all', tonnes: 1000, factorYear: null, gwpSet: null }]),
		makeMeasure('lost', [{ ...saveHeat, sector: 'shops' } as Effect]),
	];

	it('are what closes the gap when a measure falls away', () => {
		const list = listReplacements(scenario, candidates, { year: 2030, whatIf: [{ measure: 'A', isDropped: true }] });
		expect(list.shortfall).toBe(721);
		expect(list.candidates.map(({ measure, tonnes }) => [measure, tonnes === null ? null : Math.round(tonnes)])).toEqual([
			['big', 1000],
			['gas', 714],
			['small', 50],
			['lost', null],
		]);
		expect(list.proposal.map(({ measure, shortfall }) => [measure, Math.round(shortfall)])).toEqual([['big', -279]]);
	});

	it('are taken one on top of the other until there is no gap', () => {
		const more = { ...scenario, targets: { ...targets, targets: [{ id: 'T', year: 2030, level: { tonnes: 1300 }, isInterim: false }] } };
		const { proposal } = listReplacements(more, candidates, { year: 2030, whatIf: [] });
		expect(proposal.map(({ measure }) => measure)).toEqual(['big', 'gas', 'small']);
		expect(proposal.map(({ tonnes }) => Math.round(tonnes ?? 0))).toEqual([1000, 571, 50]);
	});

	it('are credited with what the plan’s own fixed tonnes leave, and with no more than is really saved', () => {
		const own = makeMeasure('own', [{ kind: 'tonnes', sector: 'homes', carriers: ['gas'], tonnes: 5000, factorYear: null, gwpSet: null }]);
		const tonnesOf = (...candidates: Measure[]) => {
			const list = listReplacements({ ...scenario, measures: [own] }, candidates, { year: 2030, whatIf: [] });
			return list.candidates.map(({ tonnes, without }) => [Math.round(tonnes ?? NaN), without]);
		};
		// 5.710 t less 5.000 t leave 710 t: a fifth of that is 142 t, not a fifth of all.
		expect(tonnesOf(makeMeasure('A', [saveHeat]))).toEqual([[142, null]]);
		expect(
			tonnesOf(makeMeasure('T', [{ kind: 'tonnes', sector: 'homes', carriers: 'all', tonnes: 1000, factorYear: null, gwpSet: null }])),
		).toEqual([[710, null]]);
		// Half the heat on district heat emits 750 t there and saves at most the 710 t that are left on gas.
		expect(tonnesOf(makeMeasure('B', [moveHeat]))[0]?.[0]).toBeLessThanOrEqual(0);
	});

	it('that save nothing say why', () => {
		const all = makeMeasure('own', [{ kind: 'capture', sectors: ['homes'], carriers: ['gas'], share: 1 }]);
		const past = makeMeasure('past', [saveHeat], { timing: { start: 2025, full: 2025, ramp: { kind: 'linear' }, end: null, lifetime: 2 } });
		const other = makeMeasure('other', [saveHeat], { relations: [{ kind: 'outside the account' }] });
		const list = listReplacements({ ...scenario, measures: [all] }, [makeMeasure('late', [saveHeat]), past, other], {
			year: 2030,
			whatIf: [],
		});
		expect(list.candidates.map(({ measure, tonnes, without, standing }) => [measure, tonnes, without, standing])).toEqual([
			['late', 0, 'nothing left', 'counted'],
			['past', 0, 'not in effect', 'counted'],
			['other', 0, null, 'outside the account'],
		]);
	});

	it('are none where nothing is missing or no target is known', () => {
		expect(listReplacements(scenario, candidates, { year: 2030, whatIf: [] }).proposal).toEqual([]);
		expect(listReplacements(scenario, candidates, { year: 2028, whatIf: [] })).toMatchObject({ shortfall: null, proposal: [] });
	});
});

describe('a figure explained', () => {
	it('names the terms it is made of', () => {
		const terms = explainFigure(compile(), 'A', 2026);
		expect(terms).toMatchObject({ title: 'Measure A', realisation: 1, ramp: 0.5, standAlone: 571 });
		expect(terms.effects).toMatchObject([{ kind: 'reduce need', stated: 0.2, strength: 0.1, ratio: null }]);
		expect(terms.effects[0]?.cells[0]).toMatchObject({ sector: 'homes', carrier: 'gas', activity: 100, kilograms: 57_100, tonnes: 5710 });
	});

	it('says what a move exchanges, and of a measure without effect why', () => {
		expect(explainFigure(compile(), 'B', 2030).effects[0]).toMatchObject({ ratio: 1, strength: 0.5 });
		const dropped = applyWhatIf(compile(), [{ measure: 'B', isDropped: true }]);
		expect(explainFigure(dropped, 'B', 2030)).toMatchObject({ standing: 'dropped', standAlone: 0 });
		expect(explainCell(compile(), 1, 0)).toMatchObject({ carrier: 'heat', activity: 0, tonnes: 0 });
		expect(() => explainFigure(compile(), 'B', 1999)).toThrow(/measure.unknown/);
	});
});

describe('the abatement cost curve', () => {
	const cost: MeasureCost = {
		perspective: 'society',
		capital: 1_000_000,
		lifetime: 20,
		operation: 10_000,
		savings: 30_000,
		priceYear: 2025,
	};
	const rates = { 'municipal cash': null, users: null, society: 0.035 };
	const dear = { ...b, costs: [{ ...cost, savings: 0, capital: 50_000_000 }] };
	const free = makeMeasure('F', [saveHeat]);
	const scenario = makeScenario({ measures: [{ ...a, costs: [cost] }, dear, free], discountRates: rates });

	it('spreads capital over its life', () => {
		expect(annualise(1_000_000, 0.035, 20)).toBeCloseTo(70_361.08, 2);
		expect(annualise(1_000_000, 0, 20)).toBe(50_000);
	});

	it('is as wide as the joint effect and never counts a tonne twice', () => {
		const model = compileScenario(scenario);
		const pathway = calculatePathway(model, { shapley: {} });
		const curve = drawCostCurve(model, pathway, { perspective: 'society', year: 2030, attribution: 'shapley' });
		expect(curve.bars.map(({ measure }) => measure)).toEqual(['A', 'B']);
		const [cheap, other] = curve.bars;
		expect(cheap?.yearlyCost).toBeCloseTo(50_361.08, 2);
		expect(cheap?.perTonne).toBe((cheap?.yearlyCost ?? 0) / (cheap?.tonnes ?? 0));
		expect([cheap?.from, cheap?.to, other?.from]).toEqual([0, cheap?.tonnes, cheap?.tonnes]);
		expect([curve.withoutCost, curve.withoutTonnes, curve.findings]).toEqual([['Measure F'], [], []]);
	});

	it('says what is missing when no rate is stated, and leaves out what saves nothing', () => {
		const model = compileScenario({ ...scenario, discountRates: { ...rates, society: null } });
		const pathway = calculatePathway(model, { shapley: null });
		const curve = drawCostCurve(model, pathway, { perspective: 'society', year: 2030, attribution: 'in order' });
		expect(curve).toMatchObject({ discountRate: null, bars: [], withoutCost: ['Measure F'], withoutRate: ['Measure A', 'Measure B'] });
		expect(curve.findings).toMatchObject([{ rule: 'cost-without-rate' }, { rule: 'cost-without-rate' }]);
		// No tonne rests on a price: the pathway is whole without it.
		expect(pathway.isComplete).toBe(true);
		const early = drawCostCurve(compileScenario(scenario), pathway, { perspective: 'society', year: 2025, attribution: 'in order' });
		expect(early.withoutTonnes).toEqual(['Measure A']);
	});
});
