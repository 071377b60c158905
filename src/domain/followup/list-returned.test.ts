import { describe, expect, test } from 'vitest';
import { listReturned } from './list-returned.ts';
import type { PlanEvent, PlanEventKind } from './plan-event.ts';

const make = (kind: PlanEventKind, step: number, initiativeId: string, more: Partial<PlanEvent> = {}): PlanEvent => ({
	...{ year: 2025, kind, initiativeId, otherId: null, before: null, after: null, decision: null, caseNumber: null },
	...{ who: 'coordinator', at: new Date(step), ...more },
});
const comes = (step: number, id: string) => make('added', step, id, { after: id });
const isBack = (step: number, id: string) => make('added', step, id, { before: id, after: id });
const goes = (step: number, id: string) => make('taken out', step, id, { before: id });
const merges = (step: number, id: string, into: string) => make('merged', step, id, { otherId: into });
const splits = (step: number, id: string, from: string) => make('split', step, id, { otherId: from });

describe('a line that is put back stands beside', () => {
	const halves = [splits(1, 'P', 'A'), splits(1, 'Q', 'A')];
	test.each<[what: string, events: PlanEvent[], inPlan: string[], beside: string[][]]>([
		['what came out of it', [...halves, isBack(2, 'A')], ['A', 'P', 'Q'], [['P', 'Q']]],
		['those of it that are not taken out', [...halves, isBack(2, 'A'), goes(3, 'P')], ['A', 'Q'], [['Q']]],
		['nothing when all are taken out', [...halves, isBack(2, 'A'), goes(3, 'P'), goes(4, 'Q')], ['A'], []],
		['nothing once it is out again itself', [...halves, isBack(2, 'A'), goes(3, 'A')], ['P', 'Q'], []],
		['what came out of that in its turn', [...halves, splits(2, 'R', 'P'), isBack(3, 'A')], ['A', 'Q', 'R'], [['R', 'Q']]],
		['nothing that came out of it before, when it stayed', [splits(1, 'P', 'A'), goes(2, 'A'), isBack(3, 'A')], ['A', 'P'], []],
		['what came of its last split alone', [splits(1, 'P', 'A'), splits(2, 'Q', 'A'), isBack(3, 'A')], ['A', 'P', 'Q'], [['Q']]],
		['the new line it went into', [comes(1, 'N'), merges(1, 'A', 'N'), isBack(2, 'A')], ['A', 'N'], [['N']]],
		['no line it went into that had its own place', [merges(1, 'A', 'B'), isBack(2, 'A')], ['A', 'B'], []],
		['nothing where it was only taken out', [goes(1, 'A'), isBack(2, 'A')], ['A'], []],
	])('%s', (_, events, inPlan, beside) => {
		expect(listReturned(events, (id) => inPlan.includes(id)).map((one) => one.beside)).toEqual(beside);
	});

	test('once, however often it came and went', () => {
		const events = [...halves, isBack(2, 'A'), splits(3, 'R', 'A'), isBack(4, 'A')];
		const told = listReturned(events, () => true);
		expect(told.map(({ by, beside }) => [by.at.getTime(), beside])).toEqual([[4, ['R']]]);
	});
});
