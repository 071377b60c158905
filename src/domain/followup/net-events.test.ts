import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reduceEvents } from './net-events.ts';
import { planEventKinds, type PlanEvent, type PlanEventKind } from './plan-event.ts';

const make = (kind: PlanEventKind, initiativeId: string, more: Partial<PlanEvent> = {}): PlanEvent => ({
	...{ year: 2024, kind, initiativeId, otherId: null, before: null, after: null, decision: null, caseNumber: null },
	...{ who: 'coordinator', at: new Date(0), ...more },
});
const comes = (id: string) => make('added', id, { after: id });
const isPutBack = (id: string) => make('added', id, { before: id, after: id });
const goes = (id: string, decision = `${id} udgår`) => make('taken out', id, { before: id, decision });
const merges = (id: string, into: string) => make('merged', id, { otherId: into, before: id, after: into });
const splits = (id: string, from: string) => make('split', id, { otherId: from, before: from, after: id });
const renumbers = (id: string, before: string, after: string) => make('renumbered', id, { before, after });

/** In short, such as "A merged B", for a plan that has these lines at the end. */
function reduce(plan: string, events: readonly PlanEvent[]): string[] {
	return reduceEvents(events, (id) => plan.split(' ').includes(id)).map(({ kind, initiativeId, otherId }) =>
		[initiativeId, kind, ...(otherId === null ? [] : [otherId])].join(' '),
	);
}

describe('what happened in a round comes to', () => {
	test.each<[does: string, plan: string, events: PlanEvent[], net: string[]]>([
		['each event where nothing was taken back', 'N B', [comes('N'), goes('A'), merges('C', 'B')], ['N added', 'A taken out', 'C merged B']],
		['nothing when a line was taken out and put back', 'A', [goes('A'), isPutBack('A')], []],
		['the last decision when it was taken out again', '', [goes('A'), isPutBack('A'), goes('A')], ['A taken out']],
		['nothing when a line was merged and brought back', 'A B', [merges('A', 'B'), isPutBack('A')], []],
		['what it did last when it was merged instead', 'B', [goes('A'), isPutBack('A'), merges('A', 'B')], ['A merged B']],
		['nothing when a line came and went', '', [comes('N'), goes('N')], []],
		['nothing when a new line was merged', 'A', [comes('N'), merges('N', 'A')], []],
		[
			'nothing when two were merged, and all was taken back',
			'A B',
			[comes('N'), merges('A', 'N'), merges('B', 'N'), isPutBack('A'), isPutBack('B'), goes('N')],
			[],
		],
		[
			'one predecessor when the other was brought back',
			'N B',
			[comes('N'), merges('A', 'N'), merges('B', 'N'), isPutBack('B')],
			['N added', 'A merged N'],
		],
		[
			'the end of the way when what it went into went on',
			'M',
			[comes('N'), merges('A', 'N'), comes('M'), merges('N', 'M')],
			['A merged M', 'M added'],
		],
		['taken out when what it went into was', '', [comes('N'), merges('A', 'N'), goes('N')], ['A taken out']],
		['no part when it was taken out again', 'A', [splits('P', 'A'), goes('P')], []],
		['no part when it went back', 'A', [splits('P', 'A'), merges('P', 'A')], []],
		['the parts beside the line when it was brought back', 'A P', [splits('P', 'A'), isPutBack('A')], ['P split A']],
		['a part of the first line when a part was split on', 'Q', [splits('P', 'A'), splits('Q', 'P')], ['Q split A']],
		[
			'parts of all that went together when that was split',
			'P',
			[comes('N'), merges('A', 'N'), merges('B', 'N'), splits('P', 'N')],
			['P split A', 'P split B'],
		],
		['new lines when a new line was split', 'P Q', [comes('N'), splits('P', 'N'), splits('Q', 'N')], ['P added', 'Q added']],
		[
			'a part of the first line when a part went into a new line',
			'A N',
			[splits('P', 'A'), comes('N'), merges('P', 'N')],
			['N split A', 'N added'],
		],
		['nothing told of an old line that took a part up', 'A B', [splits('P', 'A'), merges('P', 'B')], []],
	])('%s', (_, plan, events, net) => {
		expect(reduce(plan, events)).toEqual(net);
	});

	test('one decision: the one that holds', () => {
		const last = goes('A', 'Byrådet besluttede det igen');
		expect(reduceEvents([goes('A'), isPutBack('A'), last], () => false)).toEqual([last]);
		expect(reduceEvents([comes('N'), merges('A', 'N'), goes('N', 'Begge udgår')], () => false)).toMatchObject([
			{ kind: 'taken out', initiativeId: 'A', before: 'A', decision: 'Begge udgår' },
		]);
	});

	test('one number: from the first to the last, and none when that is the same, or when the line is new or gone', () => {
		const there = () => true;
		expect(reduceEvents([renumbers('A', '1', '2'), renumbers('A', '2', '1')], there)).toEqual([]);
		expect(reduceEvents([renumbers('A', '1', '2'), renumbers('B', '9', '8'), renumbers('A', '2', '3')], there)).toMatchObject([
			{ initiativeId: 'B', before: '9', after: '8' },
			{ initiativeId: 'A', before: '1', after: '3' },
		]);
		expect(reduceEvents([comes('N'), renumbers('N', 'N', '7')], there)).toMatchObject([{ kind: 'added', after: '7' }]);
		expect(reduceEvents([renumbers('A', '1', '2'), goes('A')], () => false)).toMatchObject([{ kind: 'taken out', before: '1' }]);
	});

	test('one change of owner; one without words stays, for who is asked may be another', () => {
		const owner = (before: string | null, after: string | null) => make('new owner', 'A', { before, after });
		expect(reduceEvents([owner('Vej', 'Park'), owner('Park', 'Vej')], () => true)).toEqual([]);
		expect(reduceEvents([owner('Vej', 'Park'), owner(null, null)], () => true)).toMatchObject([{ before: 'Vej', after: 'Park' }]);
		expect(reduceEvents([owner('Vej', 'Park'), owner(null, null), owner('Park', 'Vej')], () => true)).toMatchObject([
			{ before: null, after: null },
		]);
	});
});

test('rounds are told apart: what one took out, a later one does not bring back', () => {
	const events = [
		goes('A'),
		{ ...isPutBack('A'), year: 2025 },
		{ ...renumbers('B', '1', '2') },
		{ ...renumbers('B', '2', '1'), year: 2025 },
	];
	const net = reduceEvents(events, (id, year) => id === 'B' || year === 2025);
	expect(net.map(({ kind, year }) => [kind, year])).toEqual([
		['taken out', 2024],
		['renumbered', 2024],
		['renumbered', 2025],
	]);
});

test('whatever happened: it comes to an end, no line in the plan is told to have left it', () => {
	const id = fc.constantFrom<string[]>('A', 'B', 'C', 'D');
	const event = fc
		.record({
			kind: fc.constantFrom(...planEventKinds),
			initiativeId: id,
			otherId: fc.option(id),
			before: fc.option(id),
			after: fc.option(id),
		})
		.map(({ kind, initiativeId, ...more }) => make(kind, initiativeId, more));
	fc.assert(
		fc.property(fc.array(event, { maxLength: 12 }), fc.uniqueArray(id), (events, plan) => {
			const net = reduceEvents(events, (one) => plan.includes(one));
			for (const { kind, initiativeId } of net) if (kind === 'taken out' || kind === 'merged') expect(plan).not.toContain(initiativeId);
		}),
	);
});
