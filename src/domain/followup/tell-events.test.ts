import { describe, expect, test } from 'vitest';
import type { PlanEvent, PlanEventKind } from './plan-event.ts';
import { tellEvents } from './tell-events.ts';

const make = (kind: PlanEventKind, initiativeId: string, more: Partial<PlanEvent> = {}): PlanEvent => ({
	...{ year: 2025, kind, initiativeId, otherId: null, before: null, after: null, decision: null, caseNumber: null },
	...{ who: 'coordinator', at: new Date(0), ...more },
});
const comes = (id: string) => make('added', id, { after: id });
const isPutBack = (id: string) => make('added', id, { before: id, after: id });
const goes = (id: string) => make('taken out', id, { before: id });
const merges = (id: string, into: string) => make('merged', id, { otherId: into, before: id, after: into });
const splits = (id: string, from: string) => make('split', id, { otherId: from, before: from, after: id });
const there = (id: string, number = id) => ({ id, number, withdrawnIn: null });
const gone = (id: string, number = id) => ({ id, number, withdrawnIn: 2025 });

describe('the list of what happened in a round', () => {
	test.each<[says: string, events: PlanEvent[], lines: Parameters<typeof tellEvents>[1], left: (string | null)[]]>([
		['of one taken out that it can come back', [goes('A')], [gone('A')], ['A']],
		['of one merged that it can come back', [merges('A', 'B')], [gone('A'), there('B')], ['A']],
		['of one that others came out of, once', [splits('P', 'A'), splits('Q', 'A')], [gone('A'), there('P'), there('Q')], [null, 'A']],
		['nothing of one that stayed beside those that came out of it', [splits('P', 'A')], [there('A'), there('P')], [null]],
		['where it left the last time', [splits('P', 'A'), goes('A')], [gone('A'), there('P')], [null, 'A']],
		['nothing of one that is back', [goes('A'), isPutBack('A')], [there('A')], [null, null]],
		['nothing of one that left in an earlier round', [splits('P', 'A')], [{ ...gone('A'), withdrawnIn: 2024 }, there('P')], [null]],
		['nothing of one that came', [comes('N')], [there('N')], [null]],
	])('says %s', (_, events, lines, left) => {
		expect(tellEvents(events, lines).map((told) => told.left?.number ?? null)).toEqual(left);
	});

	test('says whose the number is that a line would come back under', () => {
		const lines = [gone('A', '7'), there('P', ' 7'), there('Q', '7b')];
		expect(tellEvents([splits('P', 'A'), splits('Q', 'A')], lines).at(-1)?.left).toEqual({ number: '7', takenBy: 'P' });
	});

	test('tells one that is put back from a new one, and what was taken back with it', () => {
		const told = tellEvents([comes('N'), merges('A', 'B'), isPutBack('A'), merges('A', 'N')], [gone('A'), there('B'), there('N')]);
		expect(told.map(({ kind, isTakenBack }) => [kind, isTakenBack])).toEqual([
			['added', false],
			['merged', true],
			['put back', false],
			['merged', false],
		]);
	});
});
