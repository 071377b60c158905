import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCell, makeMeasure, makeScenario } from '../../../test/made-scenario.ts';
import { calculatePathway } from './calculate-pathway.ts';
import { compileScenario } from './compile-scenario.ts';
import type { Effect, Measure, Scenario } from './model.ts';
import { listBands } from './measure-results.ts';
import type { Pathway, YearFigures } from './pathway.ts';

const sectors = ['homes', 'trade'];
const carriers = ['gas', 'heat', 'power'];

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anySector = fc.constantFrom(...sectors);
const someCarriers = fc.oneof(fc.constant('all' as const), fc.subarray(carriers, { minLength: 1 }));
const someSectors = fc.oneof(fc.constant('all' as const), fc.subarray(sectors, { minLength: 1 }));
const anyFactor = fc.double({ min: 0, max: 100, noNaN: true });

const anyEffect: fc.Arbitrary<Effect> = fc.oneof(
	fc.record({
		kind: fc.constantFrom('reduce need' as const, 'improve efficiency' as const),
		sector: anySector,
		carriers: someCarriers,
		share,
	}),
	fc
		.record({ sector: anySector, ends: fc.shuffledSubarray(carriers, { minLength: 2, maxLength: 2 }), share })
		.map(({ sector, ends: [from = '', to = ''], share }) => {
			return { kind: 'move' as const, sector, from, to, share, efficiencyFrom: 0.9, efficiencyTo: 1.1, ratio: null };
		}),
	fc.record({ kind: fc.constantFrom('cut factor' as const, 'capture' as const), sectors: someSectors, carriers: someCarriers, share }),
	fc.record({ sectors: someSectors, carriers: someCarriers, kg: anyFactor }).map(({ kg, ...chosen }) => {
		return { kind: 'set factor' as const, ...chosen, factor: makeCell('', '', { activity: 0, kg }).factor };
	}),
	fc
		.record({ sector: anySector, carriers: someCarriers, tonnes: fc.double({ min: 0, max: 20_000, noNaN: true }) })
		.map((effect) => ({ kind: 'tonnes' as const, ...effect, factorYear: null, gwpSet: null })),
	fc.record({ kind: fc.constant('uptake' as const), tonnes: fc.double({ min: 0, max: 1000, noNaN: true }) }),
	fc.constant({ kind: 'supporting' as const }),
);

const anyTiming = fc.record({ start: fc.integer({ min: 2023, max: 2031 }), lasts: fc.integer({ min: 0, max: 4 }), curve: fc.boolean() });

const anyMeasures: fc.Arbitrary<Measure[]> = fc
	.array(
		fc.record({
			effects: fc.array(anyEffect, { minLength: 1, maxLength: 2 }),
			timing: anyTiming,
			realisation: share,
			needs: fc.option(fc.nat(5), { freq: 4 }),
		}),
		{ minLength: 1, maxLength: 6 },
	)
	.map((list) =>
		list.map(({ effects, timing: { start, lasts, curve }, realisation, needs }, place) =>
			makeMeasure(`M${place}`, effects, {
				timing: { start, full: start + lasts, ramp: { kind: curve ? 'S-curve' : 'linear' }, end: null, lifetime: null },
				realisation,
				// Only on an earlier one, so that nothing goes in a circle.
				relations: needs !== null && needs < place ? [{ kind: 'requires', measure: `M${needs}` }] : [],
			}),
		),
	);

const anyScenario: fc.Arbitrary<Scenario> = fc
	.record({ measures: anyMeasures, figures: fc.array(fc.tuple(fc.nat(200), anyFactor), { minLength: 6, maxLength: 6 }) })
	.map(({ measures, figures }) => {
		const places = sectors.flatMap((sector) => carriers.map((carrier) => [sector, carrier] as const));
		const cells = places.map(([sector, carrier], place) => {
			const [activity = 0, kg = 0] = figures[place] ?? [];
			return makeCell(sector, carrier, { activity, kg });
		});
		return makeScenario({ cells, measures });
	});

const calculate = (scenario: Scenario) => calculatePathway(compileScenario(scenario), { shapley: {} });
const sizeOf = ({ baseline }: Pathway) => Math.max(1, ...baseline.gross.map((tonnes) => tonnes ?? 0));

function expectClose(one: YearFigures, two: YearFigures, size: number): void {
	one.forEach((value, year) => expect(Math.abs((value ?? Number.NaN) - (two[year] ?? Number.NaN))).toBeLessThanOrEqual(1e-9 * size));
}

const effectsOf = (result: Pathway, measure: string, attribution: 'stand-alone' | 'in order' | 'last in' | 'shapley') =>
	result.measures.find((each) => each.measure === measure)?.effects[attribution] ?? [];

describe('for any scenario', () => {
	it('bands and residual are the baseline, in every year', () => {
		fc.assert(
			fc.property(anyScenario, (scenario) => {
				const result = calculate(scenario);
				for (const attribution of ['in order', 'shapley'] as const) {
					const bands = listBands(result, attribution);
					const sums = result.years.map((_, year) => bands.reduce((sum, { tonnes }) => sum + (tonnes[year] ?? Number.NaN), 0));
					expectClose(sums, result.joint, sizeOf(result) + 6000);
				}
			}),
			{ numRuns: 150 },
		);
	});

	it('joint effect and Shapley do not depend on the order in which measures are given', () => {
		const turned = anyScenario.chain((scenario) =>
			fc
				.shuffledSubarray([...scenario.measures], { minLength: scenario.measures.length })
				.map((measures) => [scenario, { ...scenario, measures }] as const),
		);
		fc.assert(
			fc.property(turned, ([scenario, other]) => {
				const [one, two] = [calculate(scenario), calculate(other)];
				expectClose(one.joint, two.joint, sizeOf(one));
				for (const { id } of scenario.measures) {
					expectClose(effectsOf(one, id, 'shapley'), effectsOf(two, id, 'shapley'), sizeOf(one) + 6000);
				}
			}),
			{ numRuns: 100 },
		);
	});

	it('a measure without effect changes nothing', () => {
		const nothing = makeMeasure('none', [{ kind: 'reduce need', sector: 'homes', carriers: 'all', share: 0 }]);
		fc.assert(
			fc.property(anyScenario, (scenario) => {
				const [one, two] = [calculate(scenario), calculate({ ...scenario, measures: [...scenario.measures, nothing] })];
				expectClose(one.pathway.net, two.pathway.net, sizeOf(one));
				expectClose(
					effectsOf(two, 'none', 'shapley'),
					one.years.map(() => 0),
					sizeOf(one),
				);
				for (const { id } of scenario.measures) {
					expectClose(effectsOf(one, id, 'shapley'), effectsOf(two, id, 'shapley'), sizeOf(one) + 6000);
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('measures of another sector do not touch its own', () => {
		const elsewhere = makeCell('ships', 'gas', { activity: 70, kg: 57.1 });
		const other = makeMeasure('ship', [{ kind: 'reduce need', sector: 'ships', carriers: 'all', share: 0.3 }]);
		const named = anyScenario.filter(({ measures }) =>
			measures.every(({ effects }) => effects.every((each) => !('sectors' in each) || each.sectors !== 'all')),
		);
		fc.assert(
			fc.property(named, (scenario) => {
				const both = { ...scenario, cells: [...scenario.cells, elsewhere], measures: [...scenario.measures, other] };
				const [one, two] = [calculate(scenario), calculate(both)];
				for (const { id } of scenario.measures) {
					for (const attribution of ['stand-alone', 'in order', 'last in', 'shapley'] as const) {
						expect(effectsOf(two, id, attribution)).toEqual(effectsOf(one, id, attribution));
					}
				}
				expect(two.groups.find(({ measures }) => measures.includes('ship'))?.measures).toEqual(['ship']);
			}),
			{ numRuns: 60 },
		);
	});

	it('no sector falls below zero, and removals stand beside', () => {
		fc.assert(
			fc.property(anyScenario, (scenario) => {
				const { sectors, pathway } = calculate(scenario);
				for (const { residual } of sectors) for (const tonnes of residual) expect(tonnes).toBeGreaterThanOrEqual(0);
				for (const tonnes of [...pathway.gross, ...pathway.removals]) expect(tonnes).toBeGreaterThanOrEqual(0);
			}),
			{ numRuns: 100 },
		);
	});

	it('the unit an activity is written in does not matter', () => {
		fc.assert(
			fc.property(anyScenario, (scenario) => {
				const cells = scenario.cells.map((cell, place) =>
					place % 2 === 0 ? { ...cell, unit: 'MWh' as const, activity: (cell.activity as number) / 0.0036 } : cell,
				);
				expectClose(calculate(scenario).pathway.net, calculate({ ...scenario, cells }).pathway.net, sizeOf(calculate(scenario)));
			}),
			{ numRuns: 60 },
		);
	});

	it('sampled Shapley agrees with the exact one within the reported error', () => {
		let [inside, all] = [0, 0];
		fc.assert(
			fc.property(anyScenario, (scenario) => {
				const model = compileScenario(scenario);
				const exact = calculatePathway(model, { shapley: {} });
				const sampled = calculatePathway(model, { shapley: { exactUpTo: 0, seed: 7 } });
				for (const { measure, shapleyError } of sampled.measures) {
					const [one, two] = [effectsOf(exact, measure, 'shapley'), effectsOf(sampled, measure, 'shapley')];
					one.forEach((tonnes, year) => {
						const error = shapleyError?.[year] ?? 0;
						const off = Math.abs((tonnes ?? 0) - (two[year] ?? 0));
						const hair = 1e-6 * sizeOf(exact);
						all++;
						if (off <= error + hair) inside++;
						// A 95 % interval is left one time in twenty, but never far.
						expect(off).toBeLessThanOrEqual(4 * error + hair);
					});
				}
			}),
			{ numRuns: 40, seed: 20261129 },
		);
		expect(inside / all).toBeGreaterThan(0.93);
	});
});
