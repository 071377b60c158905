import { describe, expect, it } from 'vitest';
import { makeLessNeed, makeLine, readExamplePath, readSoroeRound } from '../../../test/soroe-path.ts';
import type { Measure } from '../pathway/model.ts';
import { takeInCandidate } from './edit-measures.ts';
import { findStandings, type PathRound } from './path-as-it-stands.ts';
import { makePathReport } from './path-report.ts';
import { weighAddition } from './weigh-addition.ts';

const document = readExamplePath('soroe');
const less = makeLessNeed(document);
const given = { ...document, candidates: [less] };
const rounds = [readSoroeRound()];
const report = (path: typeof document, more = rounds) => makePathReport(path, { rounds: more, earliest: 2025, others: [] });
const read = (side: 'decided' | 'standing', { gap, year }: ReturnType<typeof report>) =>
	gap[side].pathway.net[gap.decided.years.indexOf(year)];

describe('a candidate that is taken in', () => {
	const before = report(given);
	const after = report(takeInCandidate(given, less, 2023));

	it('leaves the path as decided as it was, and counts in the path as it stands', () => {
		expect(after.gap.decided.pathway).toEqual(before.gap.decided.pathway);
		expect(after.uncertainty.decided).toEqual(before.uncertainty.decided);
		expect(read('standing', after)).toBeLessThan(read('standing', before)!);
		expect(report(takeInCandidate(given, less, null)).gap.decided.pathway).not.toEqual(before.gap.decided.pathway);
	});
	it('is a row of less emitted, so that what makes the difference still adds up', () => {
		const { initiatives, sum } = after.gap;
		expect(initiatives.find(({ title }) => title === 'Mindre behov')?.sum).toBeLessThan(0);
		expect(initiatives.reduce((all, each) => all + (each.sum ?? 0), 0)).toBeCloseTo(sum!, 6);
	});
	it('is new since the round before', () => {
		const rows = report(takeInCandidate(given, less, 2024), [{ ...rounds[0]!, round: { year: 2024 } }, ...rounds]).slips?.initiatives;
		expect(rows?.find(({ title }) => title === 'Mindre behov')?.standings).toMatchObject([{ takenIn: 2024, start: 2025 }]);
	});
	it('is weighed alike before and after, and as it is offered and shown', () => {
		const { year } = before;
		const taken = takeInCandidate(given, less, 2023);
		const { standings } = findStandings(taken, rounds)!;
		const weight = weighAddition(taken, less, { year, standings });
		expect(weighAddition(given, less, { year, standings })).toEqual(weight);
		expect(before.duty.replacements.candidates.find(({ measure }) => measure === 'mindre')?.tonnes).toBeCloseTo(weight.last!, 6);
		const shown = after.gap.standing.measures.find(({ measure }) => measure === 'mindre')?.effects['in order'];
		expect(shown?.[after.gap.decided.years.indexOf(year)]).toBeCloseTo(weight.inOrder!, 6);
		// 9 % of the 3,805 t that the stated tonnes leave of 42,805 t, or of all of it; what they leave is gone either way.
		expect([weight.last, weight.inOrder, weight.path].map((tonnes) => Math.round(tonnes!))).toEqual([342, 3852, 3805]);
		expect(read('standing', before)! - read('standing', after)!).toBeCloseTo(weight.path!, 6);
	});
	it('saves nothing while its initiative is on hold', () => {
		const held = { ...less, initiative: '99' };
		const path = { ...document, candidates: [held] };
		const round: PathRound = { round: { year: 2023 }, lines: [...rounds[0]!.lines, makeLine({ number: '99', state: 'on hold' })] };
		const { standings } = findStandings(takeInCandidate(path, held, 2023), [round])!;
		const weight = weighAddition(path, held, { year: before.year, standings });
		expect(weight).toMatchObject({ path: 0, without: { reason: 'on hold' } });
		expect(Math.round(weight.last!)).toBe(342);
		// Where it is offered it saves nothing either, and closes nothing.
		const { duty } = report(path, [round]);
		expect(duty.replacements.candidates).toMatchObject([{ tonnes: 0, standing: 'dropped' }]);
		expect(duty.candidates).toMatchObject([{ standing: { reason: 'on hold', start: null } }]);
		expect(duty.replacements.proposal).toEqual([]);
	});
	it('is weighed with what it takes the place of, also where the path rises', () => {
		const reduce = (share: number) => [{ kind: 'reduce need', sector: 'Energi', carriers: 'all', share }] as const;
		const big: Measure = { ...less, id: 'stor', title: 'Stor', effects: reduce(0.5) };
		const small: Measure = { ...less, relations: [{ kind: 'alternative to', measure: 'stor' }] };
		// Of two alternatives the first in the order counts.
		const scenario = { ...document.scenario, measures: [big], order: null };
		const path: typeof document = { ...document, scenario, standings: [], candidates: [small] };
		const taken = takeInCandidate(path, small, 2023);
		const { standings } = findStandings(taken, rounds)!;
		const weight = weighAddition(path, small, { year: before.year, standings });
		expect(weight).toMatchObject({ displaced: ['Stor'], standing: 'counted' });
		expect(weight.path).toBeCloseTo(read('standing', report(path))! - read('standing', report(taken))!, 6);
		expect(weight.path).toBeLessThan(-10_000);
		expect(weighAddition(taken, small, { year: before.year, standings })).toEqual(weight);
		const { replacements } = report(path).duty;
		expect(replacements.candidates).toMatchObject([{ tonnes: expect.closeTo(weight.path!, 6), displaced: ['Stor'] }]);
		expect(replacements.proposal).toEqual([]);
		expect(replacements.shortfall).toBeCloseTo(report(path).gap.standing.targets.find(({ year }) => year === before.year)!.shortfall!, 6);
	});
	it('saves what it saves more than the alternative it takes the place of, also in a chosen order', () => {
		const tonnes = (id: string, tonnes: number, more: Partial<Measure> = {}): Measure => ({
			...{ ...less, id, title: id, ...more },
			effects: [{ kind: 'tonnes', sector: 'Energi', carriers: 'all', tonnes, factorYear: null, gwpSet: null }],
		});
		const relations = [{ kind: 'alternative to', measure: 'lille' }] as const;
		const give = (order: string[] | null, candidate: Measure): typeof document => ({
			...{ ...document, standings: [], candidates: [candidate] },
			scenario: { ...document.scenario, measures: [tonnes('lille', 1000)], order },
		});
		const list = (path: typeof document) => report(path).duty.replacements.candidates;
		expect(list(give(null, tonnes('bedre', 5000, { relations })))).toMatchObject([{ tonnes: 4000, displaced: ['lille'] }]);
		// A chosen order counts the new one after those of its kind: what was there before counts.
		expect(list(give(['lille'], tonnes('bedre', 5000, { relations })))).toMatchObject([{ tonnes: 0, standing: 'alternative' }]);
		const first = { ...less, relations };
		expect(list(give(['lille'], first))).toMatchObject([{ displaced: ['lille'] }]);
		expect(list(give(['lille'], first))[0]?.tonnes).toBeCloseTo(
			weighAddition(give(['lille'], first), first, { year: before.year, standings: [] }).path!,
			6,
		);
	});
});
