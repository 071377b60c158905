import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCell, makeMeasure, makeScenario, moveHeat, saveHeat } from '../../../test/made-scenario.ts';
import { applyWhatIf, type WhatIf } from './apply-what-if.ts';
import { calculatePathway } from './calculate-pathway.ts';
import { compileScenario } from './compile-scenario.ts';
import type { CompiledScenario } from './compiled.ts';
import type { Effect, Measure, MeasureRelation, Scenario } from './model.ts';
import { shareChanges } from './share-changes.ts';

const net = (model: CompiledScenario, told: readonly WhatIf[]) =>
	calculatePathway(applyWhatIf(model, told), { shapley: null }).pathway.net.map((tonnes) => tonnes ?? Number.NaN);
const drop = (...ids: string[]): WhatIf[] => ids.map((measure) => ({ measure, isDropped: true }));
/** Of the first year, rounded to whole tonnes and a half. */
const share = (scenario: Scenario, after: readonly WhatIf[], before: readonly WhatIf[] = []) =>
	Object.fromEntries(
		[...shareChanges(compileScenario(scenario), { before, after }).tonnes].map(([id, row]) => [id, Number((row[0] ?? NaN).toFixed(6))]),
	);

describe('what a change does', () => {
	// 100 TJ gas at 57.1: A saves 20 %, B moves half of the rest to district heat at 15.0. Nothing: 5,710; A 4,568; B 3,605; both 2,884.
	const both = makeScenario({ measures: [makeMeasure('A', [saveHeat]), makeMeasure('B', [moveHeat])] });

	it('is its own effect where it is alone: what stands as decided has no part in it', () => {
		expect(share(both, drop('A'))).toEqual({ A: 3605 - 2884 });
		expect(share(both, drop('B'))).toEqual({ B: 4568 - 2884 });
		expect(share(both, [])).toEqual({});
		// Only what is told otherwise than before is a change.
		expect(share(both, drop('A', 'B'), drop('A'))).toEqual({ B: 5710 - 3605 });
		expect(share(both, [{ measure: 'A', start: 2026 }], [{ measure: 'A', start: 2026 }])).toEqual({});
	});

	it('is shared where two work on the same, and they add up', () => {
		// A first: 721, last: 1,142; B first: 1,684, last: 2,105.
		expect(share(both, drop('A', 'B'))).toEqual({ A: (721 + 1142) / 2, B: (1684 + 2105) / 2 });
	});

	it('is less where it is a measure that catches up', () => {
		expect(share(both, [], drop('A'))).toEqual({ A: 2884 - 3605 });
		expect(share(both, drop('B'), drop('A'))).toEqual({ A: (2884 - 3605 + (4568 - 5710)) / 2, B: (4568 - 2884 + (5710 - 3605)) / 2 });
	});

	it('has in it what steps in for a measure and what falls with it', () => {
		const alternatives = makeScenario({
			order: ['A', 'B'],
			measures: [makeMeasure('A', [moveHeat]), makeMeasure('B', [saveHeat], { relations: [{ kind: 'alternative to', measure: 'A' }] })],
		});
		expect(share(alternatives, drop('A'))).toEqual({ A: 4568 - 3605 });
		const inside = makeScenario({
			measures: [makeMeasure('A', [moveHeat]), makeMeasure('B', [saveHeat], { relations: [{ kind: 'counted inside', measure: 'A' }] })],
		});
		expect(share(inside, drop('A'))).toEqual({ A: 4568 - 3605 });
		const required = makeScenario({
			measures: [makeMeasure('A', [moveHeat]), makeMeasure('B', [saveHeat], { relations: [{ kind: 'requires', measure: 'A' }] })],
		});
		expect(share(required, drop('A'))).toEqual({ A: 5710 - 2884 });
	});

	it('is known also of an uptake, and of one that needs another', () => {
		const uptake = makeMeasure('U', [{ kind: 'uptake', tonnes: 30 }], { relations: [{ kind: 'requires', measure: 'A' }] });
		const scenario = makeScenario({ measures: [makeMeasure('A', [saveHeat]), uptake] });
		expect(share(scenario, drop('A'))).toEqual({ A: 1142 + 30 });
		expect(share(scenario, drop('A', 'U'))).toEqual({ A: 1142 + 15, U: 15 });
	});
});

const carriers = ['gas', 'heat'];
const part = fc.double({ min: 0, max: 1, noNaN: true });
const some = fc.oneof(fc.constant('all' as const), fc.subarray(carriers, { minLength: 1 }));
const anyEffect: fc.Arbitrary<Effect> = fc.oneof(
	fc.record({ kind: fc.constant('reduce need' as const), sector: fc.constantFrom('homes', 'trade'), carriers: some, share: part }),
	fc.record({
		kind: fc.constantFrom('cut factor' as const, 'capture' as const),
		sectors: fc.constant('all' as const),
		carriers: some,
		share: part,
	}),
	fc.constant(moveHeat),
	fc.record({ sector: fc.constant('homes'), carriers: some, tonnes: fc.integer({ min: 0, max: 4000 }) }).map((own) => ({
		...own,
		kind: 'tonnes' as const,
		factorYear: null,
		gwpSet: null,
	})),
	fc.record({ kind: fc.constant('uptake' as const), tonnes: fc.integer({ min: 0, max: 500 }) }),
);
const anyRelation = fc.constantFrom('requires' as const, 'counted inside' as const, 'alternative to' as const);
const anyTold = fc.oneof(
	fc.constant({ isDropped: true }),
	fc.record({ start: fc.integer({ min: 2025, max: 2032 }) }),
	fc.record({ realisation: part }),
	fc.constant(null),
);
/** Measures with what is told of each before and after. */
const anyCase = fc
	.array(
		fc.record({
			effect: anyEffect,
			start: fc.integer({ min: 2024, max: 2029 }),
			relation: fc.option(fc.tuple(anyRelation, fc.nat(6))),
			told: fc.tuple(anyTold, anyTold),
		}),
		{
			minLength: 1,
			maxLength: 7,
		},
	)
	.map((list) => {
		const measures = list.map(({ effect, start, relation }, place): Measure => {
			const relations: MeasureRelation[] =
				relation && relation[1] < place ? [{ kind: relation[0], measure: `M${String(relation[1])}` }] : [];
			const timing = { start, full: start + 2, ramp: { kind: 'linear' as const }, end: null, lifetime: null };
			return makeMeasure(`M${String(place)}`, [effect], { relations, timing });
		});
		const told = (side: 0 | 1) =>
			list.flatMap((each, place) => (each.told[side] ? [{ measure: `M${String(place)}`, ...each.told[side] }] : []));
		const cells = ['homes', 'trade'].flatMap((sector) => carriers.map((carrier) => makeCell(sector, carrier, { activity: 100, kg: 40 })));
		const scenario = makeScenario({ cells, measures, order: measures.map(({ id }) => id) });
		return { scenario, before: told(0), after: told(1) };
	});

describe('for any changes', () => {
	const size = 1e-9 * 20_000;

	it('the shares add up to the difference in every year, exact or sampled, and what is told alike has none', () => {
		fc.assert(
			fc.property(anyCase, fc.constantFrom(12, 1), ({ scenario, before, after }, exactUpTo) => {
				const model = compileScenario(scenario);
				const [one, two] = [net(model, before), net(model, after)];
				const { tonnes } = shareChanges(model, { before, after }, { exactUpTo, mostPairs: 16 });
				one.forEach((from, year) => {
					const sum = [...tonnes.values()].reduce((all, row) => all + (row[year] ?? Number.NaN), 0);
					expect(Math.abs(sum - ((two[year] ?? Number.NaN) - from))).toBeLessThanOrEqual(size);
				});
				for (const { id } of scenario.measures) {
					const find = (told: readonly WhatIf[]) => JSON.stringify(told.find(({ measure }) => measure === id));
					if (find(before) === find(after)) expect(tonnes.has(id)).toBe(false);
				}
			}),
			{ numRuns: 150 },
		);
	});

	it('are the mean over all orders of what each does when it comes', () => {
		const permute = (ids: readonly string[]): string[][] =>
			ids.length === 0 ? [[]] : ids.flatMap((id) => permute(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));
		fc.assert(
			fc.property(anyCase, ({ scenario, before, after }) => {
				const model = compileScenario(scenario);
				const { tonnes } = shareChanges(model, { before, after });
				const ids = [...tonnes.keys()].slice(0, 4);
				fc.pre(ids.length === tonnes.size);
				const orders = permute(ids);
				const sums = new Map(ids.map((id) => [id, model.years.map(() => 0)]));
				for (const order of orders) {
					let last = net(model, before);
					order.forEach((id, at) => {
						const come = order.slice(0, at + 1);
						const now = net(model, [
							...before.filter(({ measure }) => !come.includes(measure)),
							...after.filter(({ measure }) => come.includes(measure)),
						]);
						now.forEach((value, year) => (sums.get(id)![year]! += (value - (last[year] ?? Number.NaN)) / orders.length));
						last = now;
					});
				}
				for (const id of ids) {
					sums
						.get(id)!
						.forEach((value, year) => expect(Math.abs(value - (tonnes.get(id)?.[year] ?? Number.NaN))).toBeLessThanOrEqual(size));
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('do not depend on the order in which measures are given, exact or sampled', () => {
		const turned = anyCase.chain((one) =>
			fc.tuple(fc.constant(one), fc.shuffledSubarray([...one.scenario.measures], { minLength: one.scenario.measures.length })),
		);
		fc.assert(
			fc.property(turned, fc.constantFrom(12, 1), ([{ scenario, before, after }, measures], exactUpTo) => {
				const run = (given: Scenario) => shareChanges(compileScenario(given), { before, after }, { exactUpTo, mostPairs: 16 }).tonnes;
				const [one, two] = [run(scenario), run({ ...scenario, measures })];
				for (const [id, row] of one) {
					row.forEach((tonnes, year) => expect(Math.abs((tonnes ?? NaN) - (two.get(id)?.[year] ?? NaN))).toBeLessThanOrEqual(size));
				}
			}),
			{ numRuns: 100 },
		);
	});
});
