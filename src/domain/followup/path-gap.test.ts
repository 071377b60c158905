import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCell, makeMeasure, makeScenario, moveHeat, saveHeat } from '../../../test/made-scenario.ts';
import { applyWhatIf } from '../pathway/apply-what-if.ts';
import { calculateNet } from '../pathway/calculate-net.ts';
import { compileScenario } from '../pathway/compile-scenario.ts';
import type { Effect, Scenario } from '../pathway/model.ts';
import { findPathGap, findSlips, findWorst, type InitiativeGap } from './path-gap.ts';
import { listWhatIfs, type PathStanding } from './path-as-it-stands.ts';

it('names all years that are the worst, where several are', () => {
	const years = [2025, 2026, 2027, 2028];
	expect(findWorst(years, [10, 3290, 3289.8, 5])).toEqual({ year: 2026, tonnes: 3290, years: [2026, 2027] });
	expect(findWorst(years, [10, 3290, 3289, null])).toEqual({ year: 2026, tonnes: 3290 });
	expect(findWorst(years, [0.4, -7, null, 0])).toBeNull();
});

/** How a measure of an initiative of its own stands: dropped where it has no start. */
function stand(measure: string, start: number | null): PathStanding {
	const whatIf = start === null ? { measure, isDropped: true } : start === 2025 ? null : { measure, start };
	const reason = start === null ? 'on hold' : start === 2025 ? 'as decided' : 'moved';
	return { measure, title: measure, initiative: measure, reason, state: null, decidedStart: 2025, start, whatIf, statement: null };
}
const own = (id: string, effects: readonly Effect[]) => makeMeasure(id, effects, { initiative: id });
const sums = (rows: readonly InitiativeGap[]) => rows.map(({ initiative, sum }) => [initiative, Math.round(sum ?? Number.NaN)]);

describe('what makes the difference', () => {
	const capture: Effect = { kind: 'capture', sectors: 'all', carriers: 'all', share: 0.5 };
	const scenario = makeScenario({ measures: [own('1', [saveHeat]), own('2', [moveHeat]), own('3', [capture])], order: ['1', '2', '3'] });
	const model = compileScenario(scenario);
	const gap = (...standings: PathStanding[]) => findPathGap(model, { year: 2025, standings });

	it('is only what stands otherwise: what follows in the order is not blamed for it', () => {
		// All three leave 1,442 t; without the first 1,802.5.
		expect(sums(gap(stand('1', null), stand('2', 2025), stand('3', 2025)).initiatives)).toEqual([['1', Math.round(6 * 360.5)]]);
	});

	it('is more for a measure that comes later, whatever happens to another', () => {
		const rows = gap(stand('1', 2027), stand('2', null), stand('3', 2025)).initiatives;
		expect(rows.map(({ initiative }) => initiative)).toEqual(['2', '1']);
		// 2025 and 2026: alone 360.5 and after the other 571; the rest of the years are the second's alone, 842 of 2,284.
		expect(rows[1]?.sum).toBeCloseTo(2 * ((360.5 + 571) / 2), 6);
		expect(rows[0]?.sum).toBeCloseTo(2 * ((842 + 1052.5) / 2) + 4 * 842, 6);
		expect(rows[1]?.tonnes.slice(2)).toEqual([0, 0, 0, 0]);
	});

	it('is less for one that catches up, told as such', () => {
		const now = gap(stand('1', 2026), stand('2', null));
		const rows = findSlips(model, now, { year: 2024, standings: [stand('1', 2027), stand('2', 2025)] }).initiatives;
		expect(rows.map(({ initiative, sum }) => [initiative, (sum ?? 0) > 0])).toEqual([
			['2', true],
			['1', false],
		]);
		expect(rows[1]?.standings).toMatchObject([{ start: 2026, since: { year: 2024, start: 2027, reason: 'moved' } }]);
	});
});

const anyEffect: fc.Arbitrary<Effect> = fc.oneof(
	fc.record({
		kind: fc.constant('reduce need' as const),
		sector: fc.constant('homes'),
		carriers: fc.constant('all' as const),
		share: fc.double({ min: 0, max: 1, noNaN: true }),
	}),
	fc.record({
		kind: fc.constant('cut factor' as const),
		sectors: fc.constant('all' as const),
		carriers: fc.constant('all' as const),
		share: fc.double({ min: 0, max: 1, noNaN: true }),
	}),
	fc.constant(moveHeat),
);
const anyStart = fc.constantFrom(2025, 2026, 2028, null);
const anyCase = fc
	.array(fc.record({ effect: anyEffect, now: anyStart, then: anyStart, initiative: fc.constantFrom('1', '2', null) }), {
		minLength: 1,
		maxLength: 6,
	})
	.map((list) => {
		const measures = list.map(({ effect, initiative }, place) => makeMeasure(`M${String(place)}`, [effect], { initiative }));
		const cells = ['gas', 'heat'].map((carrier) => makeCell('homes', carrier, { activity: 100, kg: 50 }));
		const scenario = makeScenario({ cells, measures, order: measures.map(({ id }) => id) });
		const set = (side: 'now' | 'then') => list.map((each, place) => stand(`M${String(place)}`, each[side]));
		return { scenario, now: set('now'), then: set('then') };
	});

describe('for any way that measures stand', () => {
	const expectSums = (rows: readonly InitiativeGap[], from: Float64Array, to: Float64Array) => {
		from.forEach((tonnes, year) => {
			const sum = rows.reduce((all, row) => all + (row.tonnes[year] ?? Number.NaN), 0);
			expect(Math.abs(sum - ((to[year] ?? Number.NaN) - tonnes))).toBeLessThan(1e-5);
		});
	};

	it('the rows add up in every year, of the whole and since the round before, and none is of what has not changed', () => {
		fc.assert(
			fc.property(anyCase, ({ scenario, now, then }) => {
				const model = compileScenario(scenario);
				const net = (standings: readonly PathStanding[]) => calculateNet(applyWhatIf(model, listWhatIfs(standings)));
				const gap = findPathGap(model, { year: 2026, standings: now });
				expectSums(gap.initiatives, net([]), net(now));
				const slips = findSlips(model, gap, { year: 2025, standings: then }).initiatives;
				expectSums(slips, net(then), net(now));
				for (const { standings } of gap.initiatives) for (const { start } of standings) expect(start).not.toBe(2025);
				for (const { standings } of slips) for (const { start, since } of standings) expect(start).not.toBe(since?.start);
			}),
			{ numRuns: 100 },
		);
	});

	it('a row does not depend on the order of the measures', () => {
		const turned = anyCase.chain((one) =>
			fc.tuple(fc.constant(one), fc.shuffledSubarray([...one.scenario.measures], { minLength: one.scenario.measures.length })),
		);
		fc.assert(
			fc.property(turned, ([{ scenario, now }, measures]) => {
				const run = (given: Scenario) => findPathGap(compileScenario(given), { year: 2026, standings: now }).initiatives;
				const name = ({ initiative, title }: InitiativeGap) => initiative ?? title;
				const other = run({ ...scenario, measures, order: measures.map(({ id }) => id) });
				for (const row of run(scenario)) {
					const same = other.find((each) => name(each) === name(row));
					row.tonnes.forEach((tonnes, year) => expect(Math.abs((tonnes ?? NaN) - (same?.tonnes[year] ?? 0))).toBeLessThan(1e-5));
				}
			}),
			{ numRuns: 100 },
		);
	});
});
