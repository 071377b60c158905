import { describe, expect, it } from 'vitest';
import { fromSecondYear, makeCell, makeMeasure, makeScenario, moveHeat, saveHeat } from '../../../test/made-scenario.ts';
import { applyWhatIf } from './apply-what-if.ts';
import { calculatePathway } from './calculate-pathway.ts';
import { compileScenario } from './compile-scenario.ts';
import { measureStandings } from './compiled.ts';
import type { CellFactor, Effect, Measure, MeasureRelation, Scenario } from './model.ts';
import { pathwayRules, type PathwayFinding, type PathwayRule } from './pathway-finding.ts';
import { isInBaseline } from './resolve-standings.ts';

const calculate = (scenario: Scenario) => calculatePathway(compileScenario(scenario), { shapley: null });
const findingsOf = (own: Partial<Scenario>) => calculate(makeScenario(own)).findings;
const ofMeasure = (own: Partial<Measure>, effects: readonly Effect[] = [saveHeat]) =>
	findingsOf({ measures: [makeMeasure('A', effects, own)] });
const timing = { start: 2026, full: 2028, ramp: { kind: 'linear' }, end: null, lifetime: null } as const;
const gasWith = (own: Partial<CellFactor>) => {
	const cell = makeCell('homes', 'gas', { activity: 100, kg: 57.1 });
	return [{ ...cell, factor: { ...cell.factor, ...own } }, makeCell('homes', 'heat', { activity: 0, kg: 15 })];
};
const related = (...relations: MeasureRelation[]) => makeMeasure('A', [saveHeat], { relations });
const lots: Effect = { kind: 'tonnes', sector: 'homes', carriers: 'all', tonnes: 9000, factorYear: null, gwpSet: null };
const zero: CellFactor = { ...makeCell('', '', { activity: 0, kg: 0 }).factor };
const b = makeMeasure('B', [moveHeat]);

/** What goes wrong, and what is said of it. */
const cases: readonly [PathwayRule, () => readonly PathwayFinding[], Partial<PathwayFinding>][] = [
	['unmatched', () => ofMeasure({}, [{ ...saveHeat, sector: 'shops' } as Effect]), { name: 'Measure A', sector: 'shops' }],
	['unmatched', () => ofMeasure({}, [{ ...moveHeat, to: 'wood' } as Effect]), { name: 'Measure A', carrier: 'wood', details: {} }],
	['unmatched', () => ofMeasure({}, [{ ...saveHeat, carriers: [' GAS'] } as Effect]), { carrier: ' GAS', details: { meant: 'gas' } }],
	['unmatched', () => ofMeasure({}, [{ ...saveHeat, sector: 'Homes' } as Effect]), { sector: 'Homes', details: { meant: 'homes' } }],
	[
		'spelled-twice',
		() => findingsOf({ cells: [...gasWith({}), makeCell('Homes', ' Gas', { activity: 1, kg: 1 })] }),
		{ sector: 'Homes', severity: 'unclear', details: { meant: 'homes, gas' } },
	],
	[
		'removal-only',
		() =>
			findingsOf({
				cells: [makeCell('land', 'forest', { activity: 1, kg: -1, unit: 'ha', removal: true })],
				measures: [makeMeasure('A', [{ kind: 'capture', sectors: 'all', carriers: 'all', share: 0.1 }])],
			}),
		{ name: 'Measure A' },
	],
	['unit-mismatch', () => findingsOf({ cells: gasWith({ per: 't' }) }), { carrier: 'gas', details: { unit: 'TJ', per: 't' } }],
	[
		'unit-mismatch',
		() =>
			findingsOf({
				cells: [makeCell('homes', 'gas', { activity: 1, kg: 1, unit: 'km' }), makeCell('homes', 'heat', { activity: 1, kg: 1 })],
				measures: [b],
			}),
		{ name: 'Measure B' },
	],
	[
		'missing-year',
		() => findingsOf({ cells: gasWith({ kg: { co2e: { years: { 2025: 1 }, interpolate: true } } }) }),
		{ details: { what: 'factor', years: '2026 2027 2028 2029 2030', count: 5 } },
	],
	[
		'negative-baseline',
		() => findingsOf({ cells: [makeCell('homes', 'gas', { activity: -1, kg: 1 })] }),
		{ carrier: 'gas', details: { count: 6 } },
	],
	[
		'removal-sign',
		() => findingsOf({ cells: [makeCell('land', 'forest', { activity: 1, kg: 1, unit: 'ha', removal: true })] }),
		{ carrier: 'forest' },
	],
	['same-twice', () => findingsOf({ cells: [...gasWith({}), ...gasWith({})] }), { carrier: 'gas', details: { what: 'cell' } }],
	['same-twice', () => findingsOf({ measures: [b, b] }), { name: 'Measure B', details: { what: 'measure' } }],
	['range-order', () => ofMeasure({ realisation: { low: 0.9, mid: 0.8, high: 1 } }), { name: 'Measure A' }],
	['full-before-start', () => ofMeasure({ timing: { ...timing, full: 2025 } }), { details: { start: 2026, full: 2025 } }],
	['end-before-start', () => ofMeasure({ timing: { ...timing, end: 2020 } }), { details: { start: 2026, end: 2020 } }],
	[
		'steps-order',
		() =>
			ofMeasure({
				timing: {
					...timing,
					ramp: {
						kind: 'steps',
						steps: [
							{ year: 2028, share: 1 },
							{ year: 2026, share: 0.5 },
						],
					},
				},
			}),
		{ name: 'Measure A' },
	],
	[
		'never-in-effect',
		() => ofMeasure({ timing: { ...timing, start: 2040, full: 2041 } }),
		{ details: { start: 2040, firstYear: 2025, lastYear: 2030 } },
	],
	[
		'effect-in-first-year',
		() => ofMeasure({ timing: { ...timing, start: 2025, full: 2027 } }),
		{ name: 'Measure A', details: { firstYear: 2025 } },
	],
	['no-effect-stated', () => ofMeasure({}, []), { severity: 'missing' }],
	['realisation-zero', () => ofMeasure({ realisation: 0 }), { name: 'Measure A' }],
	['supporting-beside', () => ofMeasure({}, [saveHeat, { kind: 'supporting' }]), { name: 'Measure A' }],
	[
		'old-factor',
		() => findingsOf({ cells: gasWith({ year: 2023 }), measures: [makeMeasure('A', [saveHeat])] }),
		{ name: 'Measure A', carrier: 'gas', details: { factorYear: 2023, firstYear: 2025, lastYear: 2030 } },
	],
	[
		'expired-factor',
		() => findingsOf({ cells: gasWith({ validTo: 2027 }), measures: [makeMeasure('A', [saveHeat])] }),
		{ details: { factorYear: 2027, lastYear: 2030 } },
	],
	[
		'old-tonnes',
		() => ofMeasure({}, [{ ...lots, tonnes: 1, factorYear: 2023 } as Effect]),
		{ sector: 'homes', details: { factorYear: 2023, firstYear: 2025, lastYear: 2030 } },
	],
	['restricted-factor', () => findingsOf({ cells: gasWith({ basis: 'life cycle' }) }), { carrier: 'gas' }],
	['mixed-gwp', () => findingsOf({ cells: gasWith({ gwpSet: 'AR4' }) }), { details: { set: 'AR4', expected: 'AR5' } }],
	[
		'mixed-gwp',
		() => findingsOf({ reference: { year: 1990, tonnes: 1000, gwpSet: 'AR4', method: null, source: null } }),
		{ details: { set: 'AR4', expected: 'AR5' } },
	],
	['mixed-gwp', () => ofMeasure({}, [{ ...lots, tonnes: 1, gwpSet: 'AR6' } as Effect]), { name: 'Measure A' }],
	['gwp-not-stated', () => findingsOf({ cells: gasWith({ gwpSet: null }) }), { carrier: 'gas' }],
	['order-leaves-out', () => findingsOf({ measures: [b], order: [] }), { name: 'Measure B' }],
	['order-repeats', () => findingsOf({ measures: [b], order: ['B', 'B'] }), { name: 'Measure B' }],
	['order-unknown', () => findingsOf({ measures: [b], order: ['B', 'X'] }), { details: { id: 'X' } }],
	[
		'relation-unknown',
		() => findingsOf({ measures: [related({ kind: 'requires', measure: 'X' })] }),
		{ name: 'Measure A', details: { kind: 'requires', id: 'X' } },
	],
	[
		'relation-circular',
		() =>
			findingsOf({
				measures: [related({ kind: 'counted inside', measure: 'B' }), { ...b, relations: [{ kind: 'requires', measure: 'A' }] }],
			}),
		{ name: 'Measure A', others: ['Measure B'] },
	],
	['relation-circular', () => findingsOf({ measures: [related({ kind: 'alternative to', measure: 'A' })] }), { name: 'Measure A' }],
	[
		'baseline-version-unclear',
		() => findingsOf({ measures: [related({ kind: 'in the baseline', from: 'EU 2020' })] }),
		{ details: { from: 'EU 2020', version: 'KF25' } },
	],
	[
		'alternative-not-counted',
		() => findingsOf({ measures: [related({ kind: 'alternative to', measure: 'B' }), b], order: ['B', 'A'] }),
		{ name: 'Measure A', others: ['Measure B'] },
	],
	[
		'whole-given-up',
		() => findingsOf({ measures: [related({ kind: 'counted inside', measure: 'B' }), { ...b, realisation: 0 }] }),
		{ name: 'Measure A', others: ['Measure B'] },
	],
	[
		'required-missing',
		() => findingsOf({ measures: [related({ kind: 'requires', measure: 'B' }), { ...b, realisation: 0 }] }),
		{ name: 'Measure A', others: ['Measure B'] },
	],
	[
		'required-later',
		() => findingsOf({ measures: [related({ kind: 'requires', measure: 'B' }), { ...b, timing: { ...timing, start: 2028 } }] }),
		{ name: 'Measure A', others: ['Measure B'], details: { years: 3 } },
	],
	[
		'potential-used-twice',
		() =>
			findingsOf({
				measures: [
					makeMeasure('A', [saveHeat], { potential: { name: 'roofs', share: 0.7 } }),
					{ ...b, potential: { name: ' Roofs', share: 0.5 } },
				],
			}),
		{ name: 'Measure A', others: ['Measure B'], details: { potential: 'roofs', used: 1.2 } },
	],
	[
		'moves-above-all',
		() => findingsOf({ measures: [{ ...b, id: 'A', title: 'Measure A' }, makeMeasure('B', [{ ...moveHeat, share: 0.75 } as Effect])] }),
		{ name: 'Measure A', others: ['Measure B'], details: { share: 1.25, year: 2025, years: 6 } },
	],
	[
		'factors-above-all',
		() => {
			const effect: Effect = { kind: 'set factor', sectors: 'all', carriers: ['gas'], factor: zero };
			return findingsOf({ measures: [makeMeasure('A', [effect]), makeMeasure('B', [effect])] });
		},
		{ name: 'Measure A', others: ['Measure B'], details: { share: 2, year: 2025, years: 6 } },
	],
	[
		'tonnes-above-remaining',
		() => ofMeasure({}, [lots]),
		{ name: 'Measure A', sector: 'homes', details: { tonnes: 3290, year: 2025, years: 6 } },
	],
	[
		'adds-emissions',
		() => ofMeasure({}, [{ ...moveHeat, from: 'heat', to: 'gas' } as Effect, saveHeat, { ...moveHeat, efficiencyTo: 0.1 } as Effect]),
		{ name: 'Measure A' },
	],
	[
		'target-year-outside',
		() =>
			findingsOf({
				targets: {
					counts: 'net',
					start: null,
					between: 'none',
					targets: [{ id: 'T', year: 2045, level: { tonnes: 0 }, isInterim: false }],
				},
			}),
		{ details: { id: 'T', year: 2045 } },
	],
	[
		'target-without-reference',
		() =>
			findingsOf({
				targets: {
					counts: 'net',
					start: null,
					between: 'none',
					targets: [{ id: 'T', year: 2030, level: { reduction: 0.7 }, isInterim: false }],
				},
			}),
		{ details: { id: 'T', year: 2030 } },
	],
	[
		'target-same-year',
		() => {
			const target = { year: 2030, level: { tonnes: 0 }, isInterim: false };
			return findingsOf({
				targets: {
					counts: 'net',
					start: null,
					between: 'none',
					targets: [
						{ id: 'T', ...target },
						{ id: 'U', ...target },
					],
				},
			});
		},
		{ details: { id: 'U', year: 2030 } },
	],
];

describe('the calculation remarks instead of guessing', () => {
	it.each(cases)('%s (%#)', (rule, list, expected) => {
		expect(list().find((finding) => finding.rule === rule)).toMatchObject(expected);
	});

	it('and each rule is tried, but the one about costs', () => {
		expect(pathwayRules.filter((rule) => !cases.some(([tried]) => tried === rule))).toEqual(['cost-without-rate']);
	});

	it('and has nothing to say of a scenario in order', () => {
		const measures = [makeMeasure('A', [saveHeat], fromSecondYear), { ...b, ...fromSecondYear }];
		expect(findingsOf({ measures, order: ['A', 'B'] })).toEqual([]);
	});
});

describe('a factor', () => {
	it('with a development of its own is not old', () => {
		const a = makeMeasure('A', [saveHeat], fromSecondYear);
		const kg = { co2e: { years: { 2023: 50, 2025: 40, 2030: 20 }, interpolate: true } };
		expect(findingsOf({ cells: gasWith({ year: 2023, kg }), measures: [a] })).toEqual([]);
		const flat = { co2e: { years: { 2023: 50, 2030: 50 }, interpolate: true } };
		expect(findingsOf({ cells: gasWith({ year: 2023, kg: flat }), measures: [a] })[0]?.rule).toBe('old-factor');
	});

	it('of 2023 are old for savings in 2030, whether the carrier is left, moved to or given by the measure', () => {
		const ruleOf = (own: Partial<Scenario>) => findingsOf(own).map(({ rule, details }) => [rule, details.factorYear, details.lastYear]);
		const old = [['old-factor', 2023, 2030]];
		const later = { ...b, ...fromSecondYear };
		expect(ruleOf({ cells: gasWith({ year: 2023 }), measures: [later] })).toEqual(old);
		const [gas, heat] = gasWith({});
		const cells = [gas!, { ...heat!, factor: { ...heat!.factor, year: 2023 } }];
		expect(ruleOf({ cells, measures: [later] })).toEqual(old);
		const factor: CellFactor = { ...zero, kg: { co2e: 20 }, per: 'TJ', year: 2023 };
		const given = makeMeasure('A', [{ kind: 'set factor', sectors: 'all', carriers: ['gas'], factor }], fromSecondYear);
		expect(ruleOf({ cells: gasWith({}), measures: [given] })).toEqual(old);
		expect(ruleOf({ cells: gasWith({ year: 2030 }), measures: [later] })).toEqual([]);
	});

	it('that are old in the same way are said once for a measure, with the carriers', () => {
		const [gas] = gasWith({ year: 2024 });
		const cells = [gas!, { ...gas!, carrier: 'power' }, { ...gas!, sector: 'shops' }];
		const everywhere = makeMeasure('A', [{ kind: 'cut factor', sectors: 'all', carriers: 'all', share: 0.2 }], fromSecondYear);
		expect(findingsOf({ cells, measures: [everywhere] })).toMatchObject([{ rule: 'old-factor', carrier: 'gas, power' }]);
	});

	it('that a measure brings need only be stated for the years it is used in', () => {
		const factor = { ...zero, kg: { co2e: { years: { 2028: 5, 2029: 5, 2030: 5 }, interpolate: false } } };
		const set = makeMeasure('A', [{ kind: 'set factor', sectors: 'all', carriers: ['gas'], factor }], {
			timing: { ...timing, start: 2028 },
		});
		const result = calculate(makeScenario({ measures: [set] }));
		expect(result.findings).toEqual([]);
		expect(result.pathway.net).toEqual([5710, 5710, 5710, 500, 500, 500]);
	});
});

describe('how a measure stands', () => {
	const standingsOf = (measures: Measure[], own: Partial<Scenario> = {}) =>
		Object.fromEntries(calculate(makeScenario({ measures, ...own })).measures.map(({ measure, standing }) => [measure, standing]));

	it('has a word for every case', () => {
		expect(new Set(measureStandings).size).toBe(9);
	});

	it('leaves what is counted inside another without tonnes, but listed', () => {
		const result = calculate(makeScenario({ measures: [related({ kind: 'counted inside', measure: 'B' }), b] }));
		expect(result.measures.find(({ measure }) => measure === 'A')).toMatchObject({
			standing: 'counted inside',
			effects: { 'in order': [0, 0, 0, 0, 0, 0] },
		});
		expect(result.joint[0]).toBe(2105);
	});

	it('counts what was inside a measure that is given up itself, and says so; a whole further out still has it', () => {
		const [a, outer] = [related({ kind: 'counted inside', measure: 'B' }), makeMeasure('C', [saveHeat])];
		const without = (own: Partial<Measure>, ids: string[]) => {
			const model = compileScenario(makeScenario({ measures: [a, { ...b, ...own }, outer] }));
			const { measures, findings: all } = calculatePathway(
				applyWhatIf(
					model,
					ids.map((measure) => ({ measure, isDropped: true })),
				),
				{ shapley: null },
			);
			const findings = all.filter(({ rule }) => rule !== 'effect-in-first-year');
			const inner = measures.find(({ measure }) => measure === 'A');
			return [inner?.standing, inner?.effects['stand-alone']?.[0], findings.flatMap(({ rule, others }) => [rule, ...others])];
		};
		expect(without({}, ['B'])).toEqual(['counted', 1142, ['whole-given-up', 'Measure B']]);
		expect(without({ realisation: 0 }, [])).toMatchObject(['counted', 1142, ['realisation-zero', 'whole-given-up', 'Measure B']]);
		const inside = { relations: [{ kind: 'counted inside', measure: 'C' }] } as const;
		expect(without(inside, ['B'])).toEqual(['counted inside', 0, []]);
		expect(without(inside, ['B', 'C'])).toEqual(['counted', 1142, ['whole-given-up', 'Measure B', 'Measure C']]);
		expect(without({}, ['A', 'B'])).toEqual(['dropped', 0, []]);
	});

	it('gives nothing to what a newer projection already has', () => {
		const inBaseline = related({ kind: 'in the baseline', from: 'KF23' });
		expect(standingsOf([inBaseline])).toEqual({ A: 'in the baseline' });
		const older = { version: 'KF21', cutOff: null, source: null, corrections: [] };
		expect(standingsOf([inBaseline], { baseline: older })).toEqual({ A: 'counted' });
		expect([isInBaseline('KF25', 'kf23'), isInBaseline('KF9', 'KF10'), isInBaseline(null, 'KF25'), isInBaseline('own', 'own')]).toEqual([
			true,
			false,
			undefined,
			true,
		]);
	});

	it('takes the effect from what requires something that is not there, also at one remove', () => {
		const chain = [
			related({ kind: 'requires', measure: 'B' }),
			{ ...b, relations: [{ kind: 'requires', measure: 'C' }] as const },
			makeMeasure('C', []),
		];
		expect(standingsOf(chain)).toEqual({ A: 'required missing', B: 'required missing', C: 'not calculated' });
	});

	it('counts both or the required one alone', () => {
		const { measures, joint } = calculate(makeScenario({ measures: [related({ kind: 'requires', measure: 'B' }), b], order: ['A', 'B'] }));
		const [a, other] = measures.map(({ effects }) => [effects['stand-alone']?.[0], effects['in order']?.[0], effects['last in']?.[0]]);
		// A comes first and waits for B, which then brings both; without B there is neither.
		expect(a?.map((tonnes) => Number(tonnes?.toFixed(6)))).toEqual([0, 0, 721]);
		expect(other).toEqual([2105, 2826, 2826]);
		expect(joint[0]).toBe(2826);
	});

	it('lets a supporting measure be required without giving it tonnes', () => {
		const campaign = makeMeasure('S', [{ kind: 'supporting' }]);
		const result = calculatePathway(compileScenario(makeScenario({ measures: [related({ kind: 'requires', measure: 'S' }), campaign] })), {
			shapley: {},
		});
		expect(result.measures.map(({ standing, effects }) => [standing, effects.shapley?.[0]])).toEqual([
			['counted', 1142],
			['supporting', 0],
		]);
	});

	it('calculates nothing from what is wrong, and the rest all the same', () => {
		const wrong = makeMeasure('A', [saveHeat, { ...saveHeat, sector: 'shops' } as Effect]);
		const result = calculate(makeScenario({ measures: [wrong, b] }));
		expect(result.measures.find(({ measure }) => measure === 'A')).toMatchObject({
			standing: 'not calculated',
			effects: { 'in order': null },
		});
		expect([result.joint[0], result.isComplete]).toEqual([2105, false]);
	});
});
