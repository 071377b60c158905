import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TypedLegend } from '#domain/followup/make-legend.ts';
import type { Database } from '#storage/database.ts';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import { checkPlan } from '../followup/check-plan.ts';
import { editAssessments } from '../round/edit-assessments.ts';
import { editRound } from '../round/edit-round.ts';
import { openRound } from '../round/open-round.ts';
import { viewBoard } from '../round/view-board.ts';
import { saveReadingGuide } from './save-reading-guide.ts';
import { viewReadingGuide } from './view-reading-guide.ts';

let server: TestDatabase;
let database: Database;
const municipality = 'soroe';
const context = () => makeContext(database, actors.coordinator);
const view = () => viewReadingGuide(context(), { municipality });
const typed: TypedLegend = {
	title: { da: 'Vores læsevejledning', en: '' },
	source: 'Byrådets beslutning',
	progress: [{ colour: 'red', priorities: [], states: ['in progress'], sentence: { da: 'Rød, når der arbejdes', en: '' } }],
	fulfilment: [],
};

beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
});
afterAll(() => server.close());

test('a plan is given another guide, as a version of its own, and the plan is held against it at once', async () => {
	const before = await view();
	expect(before).toMatchObject({ key: { id: 'soroe-2023', version: 1 }, otherRound: null });
	const opened = { deadline: '2099-03-01', askedFields: ['state', 'progress'], remarkLimit: 600, contact: null } as const;
	await openRound(context(), { municipality, year: 2024, ...opened });
	await saveReadingGuide(context(), { municipality, typed, known: before.key });
	const after = await view();
	expect(after).toMatchObject({ key: { id: 'soroe-2023', version: 2 }, legend: { title: { da: 'Vores læsevejledning' } } });
	// A round that runs keeps its own until it is given the plan's.
	expect(after.otherRound).toBe(2024);
	expect((await viewBoard(context(), { municipality, year: 2024 })).legend?.title.da).toBe('Sorøs læsevejledning 2023');
	const { findings } = await checkPlan(makeContext(database, actors.reader), { municipality, year: 2023 });
	const against = findings.filter((finding) => finding.rule === 'colour-against-legend' && finding.severity === 'wrong');
	expect(against.length).toBeGreaterThan(10);
	expect(against.every((finding) => finding.details.expected === 'red')).toBe(true);
});

test('a round that is given the plan’s guide says which answers deviate from it that did not before', async () => {
	const round = { municipality, year: 2024 } as const;
	const change = { state: 'in progress', progress: 'green' } as const;
	const version = (await viewBoard(context(), round)).rows.find((row) => row.initiative.number === '1')?.answer.version ?? 0;
	await editAssessments(context(), { ...round, edits: [{ number: '1', version, change }] });
	const { run } = await viewBoard(context(), round);
	const { askedFields, remarkLimit, contact, deadline } = run;
	const input = { ...round, askedFields, remarkLimit, contact, deadline };
	const kept = await editRound(context(), { ...input, version: run.version, guide: 'kept' });
	expect(kept.deviating).toBeNull();
	expect(await editRound(context(), { ...input, version: kept.version, guide: 'plan' })).toMatchObject({ deviating: ['1'] });
	expect((await view()).otherRound).toBeNull();
});

test('it is not written over by somebody who read it before, and saying the same is no new version', async () => {
	const known = { id: 'soroe-2023', version: 1 };
	await expect(saveReadingGuide(context(), { municipality, typed, known })).rejects.toMatchObject({ code: 'legend.changed-meanwhile' });
	await saveReadingGuide(context(), { municipality, typed, known: (await view()).key });
	expect((await view()).key).toEqual({ id: 'soroe-2023', version: 2 });
});

test('a plan can be without one, and a new one begins as the municipality’s own', async () => {
	await saveReadingGuide(context(), { municipality, typed: null, known: (await view()).key });
	// The round that keeps its guide may be left without one, too.
	expect(await view()).toMatchObject({ key: null, legend: null, otherRound: 2024 });
	await saveReadingGuide(context(), { municipality, typed, known: null });
	expect((await view()).key).toEqual({ id: 'egen', version: 1 });
	expect((await view()).shipped.map(({ id }) => id)).toEqual(['soroe-2023']);
});

test('what is refused is not stored', async () => {
	const { key } = await view();
	const refused = { ...typed, progress: [] };
	expect(await saveReadingGuide(context(), { municipality, typed: refused, known: key })).toMatchObject({
		kind: 'refused',
		problems: [{ code: 'legend.no-lines' }],
	});
	expect((await view()).key).toEqual(key);
});

test('it is the coordinator’s to change', async () => {
	for (const who of [actors.reader, actors.neighbour]) {
		const other = makeContext(database, who);
		await expect(saveReadingGuide(other, { municipality, typed, known: null })).rejects.toMatchObject({ kind: 'forbidden' });
	}
});
