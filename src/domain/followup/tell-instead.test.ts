import { expect, it } from 'vitest';
import { makeMeasure, makeScenario, moveHeat, saveHeat } from '../../../test/made-scenario.ts';
import { readExamplePath } from '../../../test/soroe-path.ts';
import { compileScenario } from '../pathway/compile-scenario.ts';
import { findStandings } from './path-as-it-stands.ts';
import { findPathGap, findSlips } from './path-gap.ts';

const scenario = makeScenario({
	measures: [
		makeMeasure('A', [moveHeat]),
		makeMeasure('B', [moveHeat], { relations: [{ kind: 'alternative to', measure: 'A' }] }),
		makeMeasure('C', [saveHeat]),
	],
});
const givenUp = { since: 2025, start: null, isDropped: true, realisation: null, replacedBy: null, reason: 'x', source: null };
const stand = (...measures: string[]) => {
	const standings = measures.map((measure) => ({ ...givenUp, measure }));
	return findStandings({ ...readExamplePath('soroe'), scenario, standings }, [{ round: { year: 2025 }, lines: [] }])!;
};
const model = compileScenario(scenario);

it('gives each measure without an initiative its own line, and tells why an alternative counts now', () => {
	const gap = findPathGap(model, stand('A', 'C'));
	expect(gap.initiatives.map(({ initiative, title }) => [initiative, title]).toSorted()).toEqual([
		[null, 'Measure A'],
		[null, 'Measure B'],
		[null, 'Measure C'],
	]);
	const [inPlace] = gap.initiatives.filter(({ title }) => title === 'Measure B');
	expect(inPlace?.sum).toBeLessThan(0);
	expect(inPlace?.standings).toMatchObject([{ measure: 'B', whatIf: null, instead: ['Measure A'] }]);
	const sum = gap.initiatives.reduce((all, each) => all + (each.sum ?? 0), 0);
	expect(sum).toBeCloseTo(gap.sum ?? NaN, 6);
});

it('tells nothing of an alternative while the other counts, or that is given up too', () => {
	for (const set of [stand('C'), stand('A', 'B')])
		expect(findPathGap(model, set).standings.filter(({ instead }) => instead !== undefined)).toEqual([]);
});

it('tells it as a change in the round in which it happens, not in the next', () => {
	const gap = findPathGap(model, stand('A'));
	const slips = findSlips(model, gap, stand());
	expect(slips.find(({ title }) => title === 'Measure B')?.standings).toHaveLength(1);
	expect(findSlips(model, gap, stand('A'))).toEqual([]);
});
