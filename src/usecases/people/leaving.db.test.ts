import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/access/policy.ts';
import { addAnswerLink } from '#storage/answer-links.ts';
import type { Database } from '#storage/database.ts';
import { personPlaces } from '#storage/personal-data.ts';
import { actors, makeContext } from '../../../test/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { installationRows, writeSampleRows } from '../../../test/sample-rows.ts';
import { findActor } from '../access/find-actor.ts';
import { noteDeadAnswerLink, useAnswerLink } from '../access/use-answer-link.ts';
import { getAnswersAddress, type Session } from '../access/session.ts';
import { addPerson } from './add-person.ts';
import { bringBack } from './bring-back.ts';
import { closeLinks } from './close-links.ts';
import { editPerson } from './edit-person.ts';
import { enforceRetention } from './enforce-retention.ts';
import { erasePerson } from './erase-person.ts';
import { exportPerson } from './export-person.ts';
import { handOver } from './hand-over.ts';
import { removeStandIn } from './remove-stand-in.ts';
import { saveRetention } from './save-retention.ts';
import { saveStandIn } from './save-stand-in.ts';
import { viewPeople } from './view-people.ts';
import { viewPerson } from './view-person.ts';
import { viewRetention } from './view-retention.ts';

const [plan, one, two] = [1, 4, 5].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`) as [string, string, string];
const municipality = '0340';
const administrator: Actor = { id: 'admin', role: 'administrator', municipalityCode: '0340' };
const now = new Date('2026-03-01T10:00:00Z');
let server: TestDatabase;
let database: Database;
const act = (actor: Actor = actors.coordinator, at = now) => makeContext(database, actor, () => at);
const version = async (id: string) =>
	(await server.sql<{ version: number }>(`select version from person where municipality_code = '0340' and id = $1`, [id]))[0]?.version ?? 0;
const leave = async (id = one, successorId: string | null = two) =>
	handOver(act(), { municipality, personId: id, version: await version(id), successorId });
const count = async (from: string, values: unknown[] = []) =>
	(await server.sql<{ n: number }>(`select count(*)::int as n from ${from}`, values))[0]?.n;
const signUp = (email: string) =>
	server.sql(`insert into sign_in_user values ($1, 'Prøveperson', $1, true, null, false, now(), now())`, [email]);

// A fresh municipality for every test: what left once does not come back by itself.
beforeEach(async () => {
	await server?.close();
	server = await createTestDatabase();
	database = await server.open();
	await server.sql(writeSampleRows('0340'));
	await server.sql(writeSampleRows('0151'));
});
beforeAll(async () => {
	server = await createTestDatabase();
});
afterAll(() => server.close());

describe('somebody who leaves', () => {
	test('hands over initiatives, questions of the running round and standing in, all in one step', async () => {
		const three = await addPerson(act(), { municipality, name: 'Prøveperson Tre', email: 'tre@example.org', role: 'owner', unitId: null });
		await saveStandIn(act(), { municipality, personId: three, standInId: one, from: '2026-02-01', until: '' });
		await leave();
		const view = await viewPerson(act(), { municipality, personId: two });
		expect(view.owned.map(({ number }) => number)).toEqual(['1']);
		expect(view.asked).toBe(1);
		expect(view.standsInFor.map(({ name }) => name)).toEqual(['Prøveperson Tre']);
		const gone = await viewPerson(act(), { municipality, personId: one });
		expect(gone).toMatchObject({ owned: [], asked: 0, standIns: [], standsInFor: [], person: { leftAt: now } });
		expect(gone.changes[0]).toMatchObject({ kind: 'handover', fewer: 1, who: 'coordinator' });
		expect(view.changes[0]).toMatchObject({ kind: 'handover', more: 1 });
	});

	test('loses links, waiting mails, calendar and sign-in, and keeps what was asked in a published round', async () => {
		await signUp('et-0340@example.org');
		await signUp(getAnswersAddress({ municipalityCode: municipality, personId: one }));
		await server.sql(`insert into assignment select municipality_code, plan_id, 2022, initiative_id, person_id from assignment`);
		await server.sql(
			`insert into round_run select municipality_code, plan_id, 2022, 'published', deadline, null, null, asked_fields, remark_limit, null, 1, now() from round_run`,
		);
		await leave();
		expect(await count(`answer_link where municipality_code = '0340' and revoked_by = 'coordinator'`)).toBe(1);
		expect(await count(`mail where municipality_code = '0340' and state = 'cancelled'`)).toBe(1);
		expect(await count(`person where id = $1 and municipality_code = '0340' and calendar_hash is null`, [one])).toBe(1);
		expect(await count(`sign_in_user`)).toBe(0);
		expect(await count(`assignment where municipality_code = '0340' and person_id = $1 and year = 2022`, [one])).toBe(1);
		// The neighbour's person of the same id has lost nothing.
		expect(await count(`answer_link where municipality_code = '0151' and revoked_at is null`)).toBe(1);
	});

	test('goes on signing in to another municipality that knows the address', async () => {
		await server.sql(`update person set email = 'faelles@example.org' where id = $1`, [one]);
		await signUp('faelles@example.org');
		await leave();
		expect(await count(`sign_in_user`)).toBe(1);
	});

	test('needs somebody to take over while there is work, and nobody who has left or is the same', async () => {
		await expect(leave(one, null)).rejects.toMatchObject({ code: 'person.successor-missing' });
		await expect(leave(one, one)).rejects.toMatchObject({ code: 'person.successor-same' });
		await leave(two, null);
		await expect(leave(one, two)).rejects.toMatchObject({ code: 'person.has-left' });
		expect(await count(`initiative_owner where municipality_code = '0340' and person_id = $1`, [one])).toBe(1);
	});

	test('can come back, and is told once by two who open the same page', async () => {
		const before = await version(one);
		await leave();
		await expect(handOver(act(), { municipality, personId: one, version: before, successorId: two })).rejects.toMatchObject({
			code: 'person.has-left',
		});
		await bringBack(act(), { municipality, personId: one, version: await version(one) });
		expect((await viewPeople(act(), { municipality })).left).toEqual([]);
	});
});

test('who stands in for somebody, today or later, is not made one who only reads, and may be so when it is over', async () => {
	const read = async (id = two) => {
		const { name, email, unitId, version: shown } = (await viewPerson(act(), { municipality, personId: id })).person;
		const person = { name, email: email ?? '', role: 'alliance secretary', unitId };
		return editPerson(act(), { municipality, personId: id, version: shown, ...person });
	};
	for (const until of ['', '2026-03-01']) {
		await saveStandIn(act(), { municipality, personId: one, standInId: two, from: '2026-01-01', until });
		await expect(read()).rejects.toMatchObject({ code: 'person.may-not-answer' });
	}
	await saveStandIn(act(), { municipality, personId: one, standInId: two, from: '2026-01-01', until: '2026-02-28' });
	await read();
	expect((await viewPerson(act(), { municipality, personId: two })).person.role).toBe('alliance secretary');
});

test('a stand-in ends when it is removed, and days that make no sense are refused', async () => {
	const add = (from: string, until: string, standInId = two) => saveStandIn(act(), { municipality, personId: one, standInId, from, until });
	await expect(add('2026-02-30', '')).rejects.toMatchObject({ code: 'stand-in.day-form' });
	await expect(add('2026-03-02', '2026-03-01')).rejects.toMatchObject({ code: 'stand-in.dates' });
	await expect(add('2026-03-01', '', one)).rejects.toMatchObject({ code: 'stand-in.same-person' });
	await add('2026-03-01', '2026-03-01');
	expect((await viewPeople(act(), { municipality })).entries.find(({ person }) => person.id === one)?.standIns).toEqual(['Prøveperson To']);
	await add('2026-03-01', '2026-03-05');
	const [moved] = await server.sql(`select before, after from change where entity = 'person' order by id desc limit 1`);
	const agreed = { standInId: two, from: '2026-03-01' };
	expect(moved).toEqual({ before: { ...agreed, until: '2026-03-01' }, after: { ...agreed, until: '2026-03-05' } });
	await removeStandIn(act(), { municipality, personId: one, standInId: two });
	expect((await viewPerson(act(), { municipality, personId: one })).standIns).toEqual([]);
});

test('another address ends the sessions of the old one', async () => {
	await signUp('et-0340@example.org');
	const input = { municipality, personId: one, name: 'Prøveperson Et', role: 'owner', unitId: null };
	await editPerson(act(), { ...input, version: await version(one), email: 'ET-0340@example.org' });
	expect(await count(`sign_in_user`)).toBe(1);
	await editPerson(act(), { ...input, version: await version(one), email: 'et.ny@example.org' });
	expect(await count(`sign_in_user`)).toBe(0);
});

describe('links to answer by', () => {
	const person = { municipalityCode: '0340', personId: one };
	const session: Session = {
		email: '',
		method: 'answer link',
		since: now,
		answersFor: person,
		claims: null,
		hasSecondFactor: false,
		hasCodes: false,
	};
	let token = '';
	const find = async () => (await findActor(act(), { session, municipality })).person;
	const queued = () =>
		server.sql(`select to_address from mail where municipality_code = '0340' and person_id = $1 and state = 'queued'`, [one]);

	beforeEach(async () => {
		await signUp(getAnswersAddress(person));
		token = await database.write('0340', (tx) =>
			addAnswerLink(tx, { personId: one, planId: plan, year: 2023, expiresAt: new Date('2027-01-01'), at: now }),
		);
		expect(await find()).not.toBeNull();
		expect(await queued()).toHaveLength(1);
	});

	test('are closed by who manages the persons, and the sessions and waiting mails with them', async () => {
		await expect(closeLinks(act(actors.neighbour), { municipality, personId: one })).rejects.toMatchObject({ code: 'access.denied' });
		expect((await viewPerson(act(), { municipality, personId: one })).liveLinks).toBe(2);
		await server.sql(`update person set role = 'administrator' where id = $1`, [one]);
		await expect(closeLinks(act(), { municipality, personId: one })).rejects.toMatchObject({ code: 'person.administrator-only' });
		await server.sql(`update person set role = 'owner' where id = $1`, [one]);
		await closeLinks(act(), { municipality, personId: one });
		expect((await viewPerson(act(), { municipality, personId: one })).liveLinks).toBe(0);
		expect(await find()).toBeNull();
		expect(await count('sign_in_user')).toBe(0);
		expect(await queued()).toEqual([]);
		expect(await server.sql(`select who, subject, details from audit_entry where event = 'answer link revoked'`)).toEqual([
			{ who: 'coordinator', subject: one, details: { links: 2 } },
		]);
		for (const tried of [token, `${token.slice(0, -1)}?`]) {
			expect(await useAnswerLink(act(actors.reader), { municipality, token: tried })).toBeNull();
			expect(await count(`audit_entry where event = 'sign-in refused'`)).toBe(tried === token ? 0 : 1);
			await noteDeadAnswerLink(act(actors.reader), { municipality, token: tried });
		}
		expect(await server.sql(`select who, details from audit_entry where event = 'sign-in refused'`)).toEqual([
			{ who: one, details: { method: 'answer link', year: 2023 } },
		]);
		expect(await count(`answer_link where municipality_code = '0151' and revoked_at is null`)).toBe(1);
	});

	test('are closed when the address changes, and not by another name', async () => {
		const input = { municipality, personId: one, email: 'et-0340@example.org', role: 'owner', unitId: null };
		await editPerson(act(), { ...input, name: 'Prøveperson Første', version: await version(one) });
		expect(await find()).not.toBeNull();
		await editPerson(act(), { ...input, name: 'Prøveperson Første', version: await version(one), email: 'et.ny@example.org' });
		expect(await find()).toBeNull();
		expect(await count('sign_in_user')).toBe(0);
		expect(await queued()).toEqual([]);
		expect(await count(`audit_entry where event = 'answer link revoked'`)).toBe(1);
	});
});

describe('the data of a person', () => {
	test('is given out whole, without secrets, and that is noted', async () => {
		await server.sql(installationRows);
		await server.sql(`update sign_in_user set email = 'et-0340@example.org'`);
		const token = await database.write('0340', (tx) =>
			addAnswerLink(tx, { personId: one, planId: plan, year: 2023, expiresAt: new Date('2027-01-01'), at: now }),
		);
		const answering = getAnswersAddress({ municipalityCode: municipality, personId: one });
		await signUp(answering);
		await server.sql(
			`insert into sign_in_session (id, user_id, token, ip_address, expires_at, created_at, updated_at) values ('a', $1, 'other', '192.0.2.7', now(), now(), now())`,
			[answering],
		);
		await server.sql(`update mail set text = $1, html = $1`, [`https://klima.example.org/soroe/svar/link/${token}`]);
		await server.sql(`update answer set draft = jsonb_build_object('who', $1::text, 'content', '{"remark": "Kun skrevet"}'::jsonb)`, [one]);
		const data = await exportPerson(act(), { municipality, personId: one });
		expect(data.data.answer).toMatchObject([{ draft: { content: { remark: 'Kun skrevet' } } }]);
		expect(data.data.mail).toMatchObject([{ text: 'https://klima.example.org/soroe/svar/link/…' }]);
		expect(data.signIn.sign_in_session).toMatchObject([{}, { ipAddress: '192.0.2.7' }]);
		expect(data.data.person).toMatchObject([{ name: 'Prøveperson Et', email: 'et-0340@example.org' }]);
		for (const table of ['stand_in', 'initiative_owner', 'assignment', 'mail', 'answer_link'])
			expect(data.data[table], table).not.toEqual([]);
		const text = JSON.stringify(data);
		for (const secret of [token, '0'.repeat(64), 'credential', 'secret', 'codes', '"token']) expect(text).not.toContain(secret);
		expect(await count(`audit_entry where event = 'person exported' and subject = $1`, [one])).toBe(1);
		await expect(exportPerson(act(actors.neighbour), { municipality, personId: one })).rejects.toMatchObject({ code: 'access.denied' });
	});

	test('is looked for in every table that names a person', async () => {
		const columns = await server.sql<{ table: string }>(
			`select distinct table_name as table from information_schema.columns where table_schema = current_schema() and table_name not like 'sign_in%'
			and (column_name in ('person_id', 'stand_in_id', 'who', 'answered_by', 'revoked_by', 'undone_by') or table_name = 'person') order by 1`,
		);
		expect(columns.length).toBeGreaterThan(15);
		expect(columns.map(({ table }) => table).filter((table) => !(table in personPlaces))).toEqual([]);
		const page = await readFile(new URL('../../../docs/personoplysninger.md', import.meta.url), 'utf8');
		const told = /`data` har tabellerne ([^.]+)\./.exec(page)?.[1] ?? '';
		expect([...told.matchAll(/`(\w+)`/g)].map(([, table]) => table)).toEqual(Object.keys(personPlaces));
	});

	test('is erased by an administrator when the person has left, and the history goes on naming an id', async () => {
		const erase = (actor = administrator) => erasePerson(act(actor), { municipality, personId: one });
		await expect(erase(actors.coordinator)).rejects.toMatchObject({ code: 'access.denied' });
		await expect(erase()).rejects.toMatchObject({ code: 'person.has-not-left' });
		await leave();
		const begun = { who: one, content: { remark: 'Kun skrevet' } };
		await server.sql(`update answer set status = 'draft', draft = $1 where municipality_code = '0340'`, [JSON.stringify(begun)]);
		const other = `insert into mail (municipality_code, kind, person_id, day, is_gathered, to_address, subject, text, html, state, queued_at, sent_at)
			values ('0340', 'reminder', $1, $2, true, 'to-0340@example.org', 'Emne', $3, $3, $4, now(), $5)`;
		const texts = {
			'2026-02-01': 'Det omfatter svar, du giver i stedet for Prøveperson\nEt.',
			'2026-02-02': 'Spørg ET-0340@example.org, hvis du er i tvivl.',
			'2026-02-03': 'Det omfatter svar, du giver i stedet for Prøveperson Etta.',
		};
		for (const [day, text] of Object.entries(texts)) await server.sql(other, [two, day, text, 'sent', now]);
		await server.sql(other, [two, '2026-02-04', texts['2026-02-01'], 'queued', null]);
		await erase();
		expect(
			await server.sql(`select day::text, to_address, text from mail where municipality_code = '0340' and person_id = $1 order by day`, [
				two,
			]),
		).toEqual([
			{ day: '2026-02-01', to_address: 'to-0340@example.org', text: '-' },
			{ day: '2026-02-02', to_address: 'to-0340@example.org', text: '-' },
			{ day: '2026-02-03', to_address: 'to-0340@example.org', text: texts['2026-02-03'] },
			{ day: '2026-02-04', to_address: 'to-0340@example.org', text: '-' },
		]);
		expect(await server.sql(`select status, draft from answer where municipality_code = '0340'`)).toEqual([
			{ status: 'waiting', draft: null },
		]);
		await expect(erase()).rejects.toMatchObject({ code: 'person.erased' });
		const [row] = await server.sql(`select name, email, calendar_hash, unit_id from person where municipality_code = '0340' and id = $1`, [
			one,
		]);
		expect(row).toEqual({ name: '-', email: null, calendar_hash: null, unit_id: null });
		const [mail] = await server.sql(
			`select to_address, subject, text, html from mail where municipality_code = '0340' and person_id = $1`,
			[one],
		);
		expect(mail).toEqual({ to_address: '-', subject: '-', text: '-', html: '-' });
		const tables = await server.sql<{ table: string }>(
			`select table_name as table from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`,
		);
		for (const { table } of tables) {
			const named = await count(
				`"${table}" t where to_jsonb(t)::text ~* 'et-0340@|Prøveperson(\\s|\\\\n)+Et\\M' and to_jsonb(t) ->> 'municipality_code' = '0340'`,
			);
			expect(named, table).toBe(0);
		}
		expect(await count(`change where entity_id = $1 and reason = 'erasure'`, [one])).toBe(1);
		expect((await viewPeople(act(), { municipality })).left).toEqual([]);
	});
});

describe('retention', () => {
	const days = (many: number) => new Date(now.getTime() + many * 86_400_000);
	const job: Actor = { id: 'job', role: 'administrator', municipalityCode: null };

	test('erases who left, ended links and unknown ways of signing in when their time is over, and nothing before', async () => {
		await leave();
		await signUp('ukendt@example.org');
		await server.sql(`update sign_in_user set created_at = '2026-01-01'`);
		await server.sql(`update answer_link set expires_at = '2026-03-01', added_at = '2026-01-01'`);
		expect(await enforceRetention(act(job, days(100)))).toMatchObject({ persons: 0, links: 0 });
		await saveRetention(act(), { municipality, version: 0, retention: { leftDays: 30, linkDays: 60 } });
		await signUp('ukendt2@example.org');
		await server.sql(`update sign_in_user set created_at = '2026-01-01'`);
		expect(await enforceRetention(act(job, days(100)))).toEqual({ persons: 1, links: 1, users: 1 });
		expect(await enforceRetention(act(job, days(100)))).toEqual({ persons: 0, links: 0, users: 0 });
		expect(await count(`person where municipality_code = '0340' and name = '-'`)).toBe(1);
		expect(await count(`person where municipality_code = '0151' and name = '-'`)).toBe(0);
	});

	test('leaves who answers by a link alone while the session is open', async () => {
		const email = getAnswersAddress({ municipalityCode: '0340', personId: one });
		await signUp(email);
		await server.sql(`insert into sign_in_session (id, user_id, token, expires_at, created_at, updated_at)
			values ('s', '${email}', 'token', '2026-03-05', '2026-03-01', '2026-03-01')`);
		await server.sql(`update sign_in_user set created_at = '2026-01-01'`);
		expect(await enforceRetention(act(job, days(2)))).toMatchObject({ users: 0 });
		expect(await enforceRetention(act(job, days(5)))).toMatchObject({ users: 1 });
	});

	test('is set within bounds, and by one at a time', async () => {
		const save = (leftDays: number, at = 0) => saveRetention(act(), { municipality, version: at, retention: { leftDays, linkDays: 60 } });
		await expect(save(29)).rejects.toMatchObject({ code: 'retention.days-form' });
		await expect(save(NaN)).rejects.toMatchObject({ code: 'retention.days-form' });
		await save(365);
		await expect(save(400)).rejects.toMatchObject({ code: 'setting.changed-meanwhile' });
		expect(await viewRetention(act(), { municipality })).toMatchObject({ version: 1, retention: { leftDays: 365, linkDays: 60 } });
	});

	test('is enforced by the job alone', async () => {
		await expect(enforceRetention(act())).rejects.toMatchObject({ code: 'access.denied' });
	});
});
