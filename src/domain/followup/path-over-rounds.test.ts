import { describe, expect, it } from 'vitest';
import { makeMeasure, makeScenario, saveHeat } from '../../../test/made-scenario.ts';
import { makeLine, readExamplePath, readSoroeRound } from '../../../test/soroe-path.ts';
import { compileScenario } from '../pathway/compile-scenario.ts';
import { findStandings, type PathRound } from './path-as-it-stands.ts';
import { findPathGap, findSlips } from './path-gap.ts';

const soroe = readExamplePath('soroe');
const rules = { ...soroe, standings: [] };

/** Rounds of one initiative, one a year, newest first; `none` where it is not in the plan. */
const follow = (from: number, ...states: string[]): PathRound[] =>
	states
		.map((state, place) => ({ round: { year: from + place }, lines: state === 'none' ? [] : [makeLine({ number: '25', state })] }))
		.reverse();
const stand = (...given: Parameters<typeof follow>) =>
	findStandings(rules, follow(...given))?.standings.find(({ measure }) => measure === 'lavbund');

describe('a measure that was decided to begin in 2025', () => {
	it('begins after the rounds that said it had not', () => {
		const late = { reason: 'begun late', start: 2029, decidedStart: 2025, whatIf: { start: 2029 } };
		expect(stand(2026, 'not started', 'not started', 'not started', 'in progress')).toMatchObject(late);
		expect(stand(2026, 'not started', 'not started', 'not started', 'completed')).toMatchObject(late);
		expect(stand(2025, 'on hold', 'on hold', 'on hold', 'on hold', 'in progress')).toMatchObject(late);
	});

	it('is as it was last known in a round that says nothing', () => {
		const silent: PathRound = { round: { year: 2027 }, lines: [makeLine({ number: '25' })] };
		const rounds = [...follow(2028, 'in progress'), silent, ...follow(2026, 'not started')];
		const find = (all: readonly PathRound[]) => findStandings(rules, all)?.standings.find(({ measure }) => measure === 'lavbund');
		expect(find(rounds.slice(1))).toMatchObject({ reason: 'not begun', knownFrom: 2026, start: 2028 });
		expect(find(rounds)).toMatchObject({ reason: 'begun late', start: 2028 });
	});

	it('keeps what it had when it is put on hold or taken out', () => {
		const kept = { start: 2025, pauses: [{ from: 2029, to: null }], whatIf: { pauses: [{ from: 2029, to: null }] } };
		expect(stand(2028, 'in progress', 'on hold')).toMatchObject({ reason: 'on hold', ...kept });
		expect(stand(2028, 'in progress', 'none')).toMatchObject({ reason: 'withdrawn', ...kept });
		expect(stand(2028, 'in progress', 'on hold', 'in progress')).toMatchObject({
			...{ reason: 'resumed', start: 2025, pauses: [{ from: 2029, to: 2029 }] },
		});
	});

	it('is what a person states all the same', () => {
		const stated = { measure: 'lavbund', since: 2029, start: 2026, isDropped: false, realisation: null, replacedBy: null };
		const document = { ...rules, standings: [{ ...stated, reason: 'x', source: null }] };
		const rounds = follow(2026, 'not started', 'not started', 'not started', 'in progress');
		const found = findStandings(document, rounds)?.standings.find(({ measure }) => measure === 'lavbund');
		expect(found).toMatchObject({ reason: 'stated', start: 2026, whatIf: { measure: 'lavbund', start: 2026 } });
	});
});

describe('Sorø after a round of 2024 in which all is in progress', () => {
	const model = compileScenario(soroe.scenario);
	const first = readSoroeRound();
	const next: PathRound = {
		round: { year: 2024 },
		lines: first.lines.map((line) => ({ ...line, assessment: line.assessment && { ...line.assessment, state: 'in progress' as const } })),
	};
	const before = findStandings(soroe, [first])!;
	const gap = findPathGap(model, findStandings(soroe, [next, first])!);
	const of = (initiative: string) => gap.initiatives.find((each) => each.initiative === initiative);

	it('still lacks the 800 tonnes of initiative 16 in 2023 and the 23.000 of initiative 1 in 2025', () => {
		expect(of('16')?.standings).toMatchObject([{ reason: 'begun late', decidedStart: 2023, start: 2024 }]);
		expect(of('16')?.sum).toBeCloseTo(800, 6);
		expect(of('1')?.tonnes[gap.decided.years.indexOf(2025)]).toBeCloseTo(23_000, 6);
		const was = findPathGap(model, before);
		expect(was.initiatives.map(({ initiative, sum }) => [initiative, Math.round(sum ?? 0)])).toEqual(
			gap.initiatives.map(({ initiative, sum }) => [initiative, Math.round(sum ?? 0)]),
		);
	});

	it('has moved nothing since the round before', () => {
		expect(findSlips(model, gap, before).initiatives).toEqual([]);
	});
});

describe('what depends on a measure that stops in 2028', () => {
	const own = (id: string, more: Parameters<typeof makeMeasure>[2] = {}) => makeMeasure(id, [saveHeat], more);
	const first = own('A', { initiative: '25' });
	const related = (kind: 'counted inside' | 'alternative to' | 'requires') => own('B', { relations: [{ kind, measure: 'A' }] });
	const find = (kind: Parameters<typeof related>[0]) => {
		const scenario = makeScenario({ measures: [first, related(kind)], order: ['A', 'B'] });
		const document = { ...rules, scenario, candidates: [] };
		const gap = findPathGap(compileScenario(scenario), findStandings(document, follow(2027, 'in progress', 'on hold'))!);
		const has = (id: string) =>
			gap.standing.measures
				.find(({ measure }) => measure === id)
				?.effects['in order']?.flatMap((tonnes, at) => ((tonnes ?? 0) > 0 ? gap.standing.years[at] : []));
		return { gap, A: has('A'), B: has('B'), told: gap.standings.find(({ measure }) => measure === 'B') };
	};

	it('counts in its place from then on, and not before', () => {
		for (const kind of ['counted inside', 'alternative to'] as const) {
			const { gap, A, B, told } = find(kind);
			expect([A, B]).toEqual([
				[2025, 2026, 2027],
				[2028, 2029, 2030],
			]);
			expect(told?.[kind === 'counted inside' ? 'left' : 'instead']).toEqual([first.title]);
			expect(gap.initiatives.every(({ sum }) => sum !== null)).toBe(true);
		}
	});

	it('has effect only as long', () => {
		const { B, told } = find('requires');
		expect(B).toEqual([2025, 2026, 2027]);
		expect(told?.required).toMatchObject([{ title: first.title, pauses: [{ from: 2028, to: null }] }]);
	});
});
