import { expect, it } from 'vitest';
import { makeMeasure, makeScenario, moveHeat, saveHeat } from '../../../test/made-scenario.ts';
import { makeLine, readExamplePath } from '../../../test/soroe-path.ts';
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

it('gives each changed measure without an initiative its own line, and tells there why an alternative counts now', () => {
	const gap = findPathGap(model, stand('A', 'C'));
	// B does just what A did: what is missing is C's alone, 721 t of 3,605 in each of six years.
	expect(gap.initiatives.map(({ initiative, title }) => [initiative, title])).toEqual([
		[null, 'Measure C'],
		[null, 'Measure A'],
	]);
	const [c, a] = gap.initiatives;
	expect([c?.sum, a?.sum]).toEqual([expect.closeTo(6 * 721, 6), expect.closeTo(0, 6)]);
	expect(c?.standings).toMatchObject([{ measure: 'C' }]);
	expect(a?.standings).toMatchObject([{ measure: 'A' }, { measure: 'B', whatIf: null, instead: ['Measure A'] }]);
	expect(gap.sum).toBeCloseTo(6 * 721, 6);
});

it('tells nothing of an alternative while the other counts, or that is given up too', () => {
	for (const set of [stand('C'), stand('A', 'B')])
		expect(findPathGap(model, set).standings.filter(({ instead }) => instead !== undefined)).toEqual([]);
});

it('tells it as a change in the round in which it happens, not in the next', () => {
	const gap = findPathGap(model, stand('A', 'C'));
	const list = (...before: string[]) =>
		findSlips(model, gap, stand(...before)).initiatives.map(({ standings }) => standings.map((each) => each.measure));
	expect(list()).toEqual([['C'], ['A', 'B']]);
	expect(list('A')).toEqual([['C']]);
	expect(list('A', 'C')).toEqual([]);
});

it('says which of them are only on hold', () => {
	const rounds = [{ round: { year: 2025 }, lines: [makeLine({ number: '1', state: 'on hold' })] }];
	const measures = scenario.measures.map((each) => (each.id === 'A' ? { ...each, initiative: '1' } : each));
	const held = { ...scenario, measures };
	const set = findStandings({ ...readExamplePath('soroe'), scenario: held, standings: [] }, rounds)!;
	const find = (gap: ReturnType<typeof findPathGap>) => gap.standings.find(({ measure }) => measure === 'B');
	expect(find(findPathGap(compileScenario(held), set))).toMatchObject({ instead: ['Measure A'], onHold: ['Measure A'] });
	expect(find(findPathGap(model, stand('A')))).not.toHaveProperty('onHold');
});
