import { expect, it } from 'vitest';
import { findPeriod, showOutcomes, tellCorrectedReasons, type RunPeriod } from './public-changes.ts';

type Entry = Parameters<typeof showOutcomes>[0][number];
const day = (text: string) => new Date(`${text}T10:00:00Z`);
const entry = (at: string, year: number | null, before: object | null, after: object | null): Entry =>
	({
		...{
			entity: year === null ? 'initiative' : 'assessment',
			action: 'changed',
			planId: 'p',
			entityId: 'i',
			year,
			at: day(at),
			who: 'anna',
		},
		...({ before, after, reason: 'answer', note: 'kladde', importId: null } as Pick<
			Entry,
			'before' | 'after' | 'reason' | 'note' | 'importId'
		>),
	}) as Entry;

const running: RunPeriod = { year: 2024, opened: day('2024-03-01'), published: null };
const published: RunPeriod = { ...running, published: { at: day('2024-06-01'), who: 'bo' } };
const changes = [
	entry('2024-07-01', 2024, { remark: 'ny' }, { remark: 'rettet' }),
	entry('2024-04-03', null, { title: 'kladde' }, { title: 'ny' }),
	entry('2024-04-02', null, { title: 'før' }, { title: 'kladde' }),
	entry('2024-04-02', 2024, { remark: 'kladde' }, { remark: 'ny' }),
	entry('2024-04-01', 2024, null, { remark: 'kladde' }),
	entry('2023-05-01', 2023, null, { remark: 'sidste år' }),
];
const told = (entries: readonly Entry[]) =>
	entries.map(({ at, who, action, before, after, note }) => [at.toISOString().slice(0, 10), who, action, before, after, note]);

it('shows nothing of a round that runs', () => {
	expect(showOutcomes(changes.slice(1), [running], null)).toEqual(changes.slice(-1));
});

it('shows what a published round came to, and what was corrected since', () => {
	expect(told(showOutcomes(changes, [published], null))).toEqual([
		['2024-07-01', 'anna', 'changed', { remark: 'ny' }, { remark: 'rettet' }, 'kladde'],
		['2024-06-01', 'bo', 'changed', { title: 'før' }, { title: 'ny' }, null],
		['2024-06-01', 'bo', 'added', null, { remark: 'ny' }, null],
		['2023-05-01', 'anna', 'changed', null, { remark: 'sidste år' }, 'kladde'],
	]);
});

it('shows nothing where everything was taken back, and no answer of a year in which the initiative had left', () => {
	const back = [entry('2024-04-03', null, { title: 'b' }, { title: 'a' }), entry('2024-04-02', null, { title: 'a' }, { title: 'b' })];
	expect(showOutcomes(back, [published], null)).toEqual([]);
	expect(showOutcomes(changes, [published], 2024).map(({ year }) => year)).toEqual([null, 2023]);
});

it('tells every tag that a round came to, though each was set by itself, beside what else was changed', () => {
	const set = [
		entry('2024-04-04', null, { theme: ['Energi'] }, { theme: ['Energi', 'Natur'] }),
		entry('2024-04-03', null, { title: 'før', deadline: null }, { title: 'ny', deadline: null }),
		entry('2024-04-02', null, { theme: [] }, { theme: ['Energi'] }),
		entry('2024-04-01', null, { committee: [] }, { committee: ['Teknik'] }),
	];
	expect(told(showOutcomes(set, [published], null))).toEqual([
		[
			...['2024-06-01', 'bo', 'changed'],
			{ committee: [], theme: [], title: 'før', deadline: null },
			{ committee: ['Teknik'], theme: ['Energi', 'Natur'], title: 'ny', deadline: null },
			null,
		],
	]);
});

it('tells the corrected reason for a colour beside the colour, and nothing else of how an answer stands', () => {
	const answer = (at: string, before: object, after: object) => ({ ...entry(at, 2024, before, after), entity: 'answer' as const });
	const stands = { status: 'accepted', colourReason: null };
	const colour = entry('2024-07-01', 2024, { progress: 'green' }, { progress: 'red' });
	const corrected = [
		answer('2024-08-01', { ...stands, colourReason: 'Midler' }, { ...stands, colourReason: 'Midlerne mangler' }),
		colour,
		answer('2024-07-01', stands, { ...stands, colourReason: 'Midler' }),
		answer('2024-04-01', stands, { ...stands, colourReason: 'Kladde' }),
	];
	expect(told(tellCorrectedReasons(corrected, [published])).map(([at, , , before, after]) => [at, before, after])).toEqual([
		['2024-08-01', { colourReason: 'Midler' }, { colourReason: 'Midlerne mangler' }],
		['2024-07-01', { progress: 'green', colourReason: null }, { progress: 'red', colourReason: 'Midler' }],
	]);
	expect(tellCorrectedReasons(corrected, [running])).toEqual([colour]);
});

it('finds when a round was run', () => {
	const step = { who: 'bo', reason: null, meeting: null } as const;
	const opening = { ...step, from: null, to: 'open' as const, at: day('2024-03-01') };
	expect(findPeriod(2024, [])).toBeUndefined();
	expect(findPeriod(2024, [opening])).toEqual(running);
	const last = { ...step, from: 'presented' as const, to: 'published' as const, at: day('2024-06-01') };
	expect(findPeriod(2024, [opening, last])).toMatchObject(published);
});
