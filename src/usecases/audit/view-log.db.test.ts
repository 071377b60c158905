import { afterAll, beforeAll, expect, test } from 'vitest';
import { actors, makeContext } from '../../../test/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { writeSampleRows } from '../../../test/sample-rows.ts';
import { appendAudit } from './append-audit.ts';
import { exportLog, viewLog } from './view-log.ts';

const administrator = { id: 'administrator', role: 'administrator', municipalityCode: '0340' } as const;
const person = '00000000-0000-4000-8000-000000000004';
const municipality = 'by-0340';

let server: TestDatabase;
beforeAll(async () => {
	server = await createTestDatabase();
	await server.sql(writeSampleRows('0340'));
	await server.sql(writeSampleRows('0151'));
	const database = await server.open();
	await database.write('0340', async (tx) => {
		await appendAudit(tx, { event: 'signed in', who: person, details: { method: 'link' }, at: new Date('2026-02-28T23:30:00Z') });
		await appendAudit(tx, { event: 'person read', who: 'coordinator', subject: person, at: new Date('2026-02-27T12:00:00Z') });
	});
	await server.sql(`insert into change (municipality_code, entity, action, entity_id, year, before, after, who, reason, at)
		values ('0340', 'assessment', 'changed', '00000000-0000-4000-8000-000000000003', 2023, '{}', '{}', '${person}', 'answer', '2026-02-26 12:00Z')`);
});
afterAll(() => server.close());

const open = async (actor: Parameters<typeof makeContext>[1] = administrator) => makeContext(await server.open(), actor);
const view = async (filter = {}) => viewLog(await open(), { municipality, filter });

test('one list answers who signed in, who read personal data and who changed what, with names', async () => {
	const { entries } = await view({ person });
	expect(entries.map(({ line, whoName, subjectName }) => [line.kind === 'event' ? line.event : line.entity, whoName, subjectName])).toEqual(
		[
			['signed in', 'Prøveperson Et', null],
			['person read', null, 'Prøveperson Et'],
			['assessment', 'Prøveperson Et', '1'],
		],
	);
});

test('reading it is noted, with what was asked for', async () => {
	await view({ event: 'signed in', from: '2026-03-01' });
	const [newest] = await server.sql(
		`select event, who, details from audit_entry where municipality_code = '0340' order by id desc limit 1`,
	);
	expect(newest).toEqual({
		event: 'audit log read',
		who: 'administrator',
		details: { form: 'page', event: 'signed in', from: '2026-03-01', until: null },
	});
	const entries = await exportLog(await open(), { municipality, filter: { event: 'audit log read' } });
	expect(entries.every(({ line }) => line.kind === 'event' && line.event === 'audit log read')).toBe(true);
	const [last] = await server.sql(
		`select details ->> 'form' as form from audit_entry where municipality_code = '0340' order by id desc limit 1`,
	);
	expect(last).toEqual({ form: 'file' });
});

test('days are days in Denmark, and both count', async () => {
	const signedIn = async (from: string, until: string) => (await view({ event: 'signed in', person, from, until })).entries.length;
	expect(await signedIn('2026-03-01', '2026-03-01')).toBe(1);
	expect(await signedIn('2026-02-28', '2026-02-28')).toBe(0);
});

test('changes alone, of one kind', async () => {
	const { entries } = await view({ entity: 'plan' });
	expect(entries.map(({ line }) => line.kind === 'change' && line.entity)).toEqual(['plan']);
});

test('of whom the log was read is noted by an id, never by what was typed in its place', async () => {
	const read = async () =>
		(await server.sql(`select subject from audit_entry where event = 'audit log read' order by id desc limit 1`)).map(
			({ subject }) => subject,
		);
	await view({ person });
	expect(await read()).toEqual([person]);
	await view({ person: 'Prøveperson Et' });
	expect(await read()).toEqual([null]);
});

test('a long log is read page by page, newest first', async () => {
	await server.sql(`insert into audit_entry (municipality_code, event, who, at)
		select '0340', 'mails read', '${person}', timestamptz '2026-01-01 00:00Z' + n * interval '1 minute' from generate_series(1, 150) n`);
	const filter = { person, until: '2026-01-31' };
	const first = await viewLog(await open(), { municipality, filter });
	const second = await viewLog(await open(), { municipality, filter, page: 2, asOf: first.asOf });
	expect([first.entries.length, first.hasOlder, second.entries.length, second.hasOlder]).toEqual([100, true, 50, false]);
	const times = [...first.entries, ...second.entries].map(({ line }) => line.at.getTime());
	expect(times).toEqual(times.toSorted((left, right) => right - left));
	expect(new Set(times).size).toBe(150);
});

test.each([actors.coordinator, actors.reader, { ...administrator, municipalityCode: '0151' }, { ...administrator, onlyAnswers: true }])(
	'nobody but an administrator of the municipality reads it: %o',
	async (actor) => {
		const input = { municipality, filter: {} };
		await expect(viewLog(await open(actor), input)).rejects.toMatchObject({ code: 'access.denied' });
		await expect(exportLog(await open(actor), input)).rejects.toMatchObject({ code: 'access.denied' });
	},
);

test('who was erased is told as that and has no name, and an answer link is told by whose it is', async () => {
	const database = await server.open();
	const link = '00000000-0000-4000-8000-0000000000aa';
	await database.write('0340', (tx) =>
		appendAudit(tx, { event: 'answer link used', who: person, subject: link, at: new Date('2026-02-25T12:00:00Z') }),
	);
	const read = async () => (await view({ person, event: 'answer link used' })).entries[0];
	expect(await read()).toMatchObject({ whoName: 'Prøveperson Et', subjectName: 'Prøveperson Et', isWhoErased: false });
	await server.sql(
		`update person set name = '-', email = null, left_at = now(), erased_at = now() where municipality_code = '0340' and id = '${person}'`,
	);
	expect(await read()).toMatchObject({ whoName: null, subjectName: null, isWhoErased: true, isSubjectErased: true });
	expect((await view()).people.map(({ id }) => id)).not.toContain(person);
});
