import { and, eq, gt, sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { writeSampleRows } from '../../test/sample-rows.ts';
import { saveAssessment } from './assessments.ts';
import { openDatabase, type Database } from './database.ts';
import { addInitiatives, listInitiativeRows, saveInitiative } from './initiatives.ts';
import { migrate } from './migrate.ts';
import { findCurrentPlan, removePlan } from './plans.ts';
import { plan } from './schema/plan.ts';
import { ownTenant, type Statement } from './statements.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

const tenant = '0340';
const planId = '00000000-0000-4000-8000-000000000001';
const initiativeId = '00000000-0000-4000-8000-000000000003';
const at = new Date('2026-03-01T10:00:00Z');

let server: TestDatabase;
let database: Database;
beforeAll(async () => {
	server = await createTestDatabase();
	await server.sql(writeSampleRows(tenant));
	await server.sql(writeSampleRows('0151'));
	database = await server.open();
});
afterAll(() => server.close());

const getTitle = async (code = tenant) =>
	(await server.sql<{ title: string }>(`select title from plan where municipality_code = $1`, [code]))[0]?.title;
const setTitle = (tx: WriteTx, title: string) => tx.db.update(plan).set({ title }).where(eq(plan.municipalityCode, tx.tenant));

test('a transaction sees its municipality alone, also where the code forgets to ask for it', async () => {
	const codes = await database.read('0151', (tx) => tx.db.select({ code: plan.municipalityCode }).from(plan));
	expect(codes).toEqual([{ code: '0151' }]);
	await database.write(tenant, (tx) => tx.db.update(plan).set({ title: 'Ny titel' }));
	expect([await getTitle(), await getTitle('0151')]).toEqual(['Ny titel', 'Klimaplan']);
});

test('an exception rolls everything back', async () => {
	const before = await getTitle();
	const work = database.write(tenant, async (tx) => {
		await setTitle(tx, 'halv');
		throw new Error('midway');
	});
	await expect(work).rejects.toThrow('midway');
	expect(await getTitle()).toBe(before);
});

test('a failed statement that is caught inside is not taken for a success', async () => {
	const work = database.write(tenant, async (tx) => {
		await setTitle(tx, 'tabt');
		await tx.db.execute(sql`select 1 / 0`).catch(() => undefined);
	});
	await expect(work).rejects.toThrow('rolled back instead of committed');
	expect(await getTitle()).not.toBe('tabt');
});

test('a reading transaction cannot write, by PostgreSQL and by type', async () => {
	const work = database.read(tenant, (tx: ReadTx) => {
		// @ts-expect-error -- the right to write is a type of its own
		const wrong: WriteTx = tx;
		return setTitle(wrong, 'listet');
	});
	await expect(work).rejects.toMatchObject({ cause: { code: '25006' } });
	expect(await getTitle()).not.toBe('listet');
});

const titleStatement: Statement<{ year: number }, { title: string }[]> = {
	name: 'test title',
	build: (db, value) =>
		db
			.select({ title: plan.title })
			.from(plan)
			.where(and(eq(plan.municipalityCode, ownTenant), gt(sql`${value('year')}::int`, 0))),
};

test('a kept statement is asked anew in each transaction, of its municipality, and fails with it', async () => {
	for (const code of [tenant, '0151', tenant]) {
		const [found] = await database.read(code, (tx) => tx.ask(titleStatement, { year: 1 }));
		expect(found?.title).toBe(await getTitle(code));
	}
	const wrong = database.read(tenant, (tx) => tx.ask(titleStatement, { year: 'i fjor' } as unknown as { year: number }));
	await expect(wrong).rejects.toMatchObject({ cause: { code: '22P02' } });
	expect(await database.read(tenant, (tx) => tx.ask(titleStatement, { year: 0 }))).toEqual([]);
});

test('what is asked at once is one transaction, and a statement that comes later is refused', async () => {
	const both = await database.readAtOnce(tenant, (tx) =>
		Promise.all([tx.ask(titleStatement, { year: 1 }), tx.ask(titleStatement, { year: 0 })]),
	);
	expect(both).toEqual([[{ title: await getTitle() }], []]);
	const late = database.readAtOnce(tenant, async (tx) => {
		await tx.ask(titleStatement, { year: 1 });
		return tx.ask(titleStatement, { year: 1 });
	});
	await expect(late).rejects.toMatchObject({ message: 'a statement came after the end of its transaction' });
	const failed = database.readAtOnce(tenant, (tx) =>
		Promise.all([tx.ask(titleStatement, { year: 1 }), tx.ask(titleStatement, { year: 'i fjor' } as unknown as { year: number })]),
	);
	await expect(failed).rejects.toMatchObject({ cause: { code: '22P02' } });
	expect(await database.read(tenant, (tx) => findCurrentPlan(tx, { publicOnly: false }))).toBeDefined();
});

test('a code that is none opens nothing', async () => {
	for (const code of ['', '34', `0340'; drop table plan; --`, '03400']) {
		await expect(database.read(code, () => Promise.resolve())).rejects.toMatchObject({ code: 'municipality.code-form' });
	}
	expect(await database.findRevision(`soroe'; drop table plan; --`)).toBeUndefined();
	expect(await database.findRevision('9999')).toBeUndefined();
	expect(await database.findRevision('by-0340')).toEqual(await database.findRevision('0340'));
});

test('a connection that the server closes fails its own transaction and nothing more', async () => {
	const end = () =>
		server.sql(
			`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'fremdrift' and datname = current_database()`,
		);
	const between = database.read(tenant, async (tx) => {
		await end();
		// Time for the news to arrive while no statement is running.
		await new Promise((resolve) => setTimeout(resolve, 100));
		return findCurrentPlan(tx, { publicOnly: false });
	});
	await expect(between).rejects.toThrow();
	const during = database.read(tenant, (tx) => tx.db.select({ slept: sql`pg_sleep(20)` }).from(plan));
	const ended = expect(during).rejects.toThrow();
	await new Promise((resolve) => setTimeout(resolve, 200));
	await end();
	await ended;
	expect(await database.findRevision(tenant)).toMatchObject({ code: tenant });
});

test('two writers of a municipality wait for each other; of two municipalities they do not', async () => {
	const other = await server.open();
	const order: string[] = [];
	let release = (): void => undefined;
	const held = new Promise<void>((resolve) => (release = resolve));
	let entered = (): void => undefined;
	const inside = new Promise<void>((resolve) => (entered = resolve));
	const first = database.write(tenant, async (tx) => {
		entered();
		await held;
		await setTitle(tx, 'først');
		order.push('first');
	});
	await inside;
	const second = other.write(tenant, async (tx) => {
		const row = await findCurrentPlan(tx, { publicOnly: false });
		order.push(`second saw ${row?.title}`);
	});
	await other.write('0151', () => Promise.resolve(order.push('neighbour')));
	release();
	await Promise.all([first, second]);
	expect(order).toEqual(['neighbour', 'first', 'second saw først']);
});

test('who saves an older version is told so', async () => {
	const [row] = await database.read(tenant, (tx) => listInitiativeRows(tx, planId));
	if (!row) throw new Error('no sample row');
	await database.write(tenant, (tx) => saveInitiative(tx, planId, row, { ...row.content, title: 'Min' }, at));
	const late = database.write(tenant, (tx) => saveInitiative(tx, planId, row, { ...row.content, title: 'Din' }, at));
	await expect(late).rejects.toMatchObject({ kind: 'conflict', code: 'initiative.changed-meanwhile' });
	const content = { state: null, stateText: null, progress: null, fulfilment: null, fulfilmentText: null, remark: null, source: null };
	const stale = database.write(tenant, (tx) => saveAssessment(tx, planId, { initiativeId, year: 2023, version: 7 }, content, at));
	await expect(stale).rejects.toMatchObject({ kind: 'conflict', code: 'assessment.changed-meanwhile' });
	expect((await database.read(tenant, (tx) => listInitiativeRows(tx, planId)))[0]?.content.title).toBe('Min');
});

test('the database holds the rules itself: numbers once, values of the lists, nothing torn apart', async () => {
	const [row] = await database.read(tenant, (tx) => listInitiativeRows(tx, planId));
	if (!row) throw new Error('no sample row');
	const again = { id: '00000000-0000-4000-8000-000000000009', content: { ...row.content, number: ' 1 ' } };
	await expect(database.write(tenant, (tx) => addInitiatives(tx, planId, [again], at))).rejects.toMatchObject({
		kind: 'conflict',
		code: 'initiative.duplicate-number',
	});
	for (const statement of [
		`update initiative set priority = 'urgent'`,
		`update initiative set quantity_value = 3`,
		`update assessment set progress = 'pink'`,
		`update assessment set fulfilment = 'white'`,
		`update assessment set state = 'done'`,
		`update status_round set year = 23`,
		`update plan set period_start = 2030, period_end = 2025`,
		`update municipality set municipality_code = '34' where municipality_code = '0340'`,
		`update relation set kind = 'near'`,
	]) {
		await expect(server.sql(statement), statement).rejects.toMatchObject({ code: expect.stringMatching(/^23(514|503)$/) });
	}
	await expect(database.write(tenant, (tx) => removePlan(tx, planId))).rejects.toMatchObject({ cause: { code: '23503' } });
});

test('the revision moves with every change, whoever makes it, and not with a change that was rolled back', async () => {
	const get = async (code: string) => (await database.findRevision(code))?.revision ?? NaN;
	const [own, neighbour] = [await get(tenant), await get('0151')];
	await database.write(tenant, (tx) => setTitle(tx, 'anden'));
	expect(await get(tenant)).toBeGreaterThan(own);
	const after = await get(tenant);
	await database.write(tenant, async (tx) => setTitle(tx, 'tredje').then(() => Promise.reject(new Error('no')))).catch(() => undefined);
	expect(await get(tenant)).toBe(after);
	await server.sql(`update assessment set remark = 'direkte' where municipality_code = $1`, [tenant]);
	expect(await get(tenant)).toBeGreaterThan(after);
	expect(await get('0151')).toBe(neighbour);
});

test('replicas that start at once migrate once', async () => {
	const url = await createEmptyDatabase();
	await Promise.all([migrate({ url }), migrate({ url }), migrate({ url })]);
	const opened = await openDatabase({ url });
	expect(await opened.readPublic((tx) => tx.db.select({ id: plan.id }).from(plan))).toEqual([]);
	await opened.close();
});

test('a database without tables says that it is not migrated', async () => {
	await expect(openDatabase({ url: await createEmptyDatabase() })).rejects.toMatchObject({ code: 'database.not-migrated' });
});

test('a user who may not create roles works as the owner, bound by the same policies', async () => {
	const url = await createEmptyDatabase({ owner: 'login' });
	await migrate({ url });
	const opened = await openDatabase({ url });
	await opened.write(tenant, (tx) =>
		tx.db.execute(
			sql`insert into municipality values ('0340', 'soroe', 'Sorø', 'Sjælland', 'Østdanmark', 'Landkommuner', 30000, 2026, null, null, 'test')`,
		),
	);
	const wrong = opened.write('0151', (tx) => tx.db.execute(sql`update municipality set name = 'X' where municipality_code = '0340'`));
	expect((await wrong).rowCount).toBe(0);
	expect(await opened.findRevision('soroe')).toMatchObject({ code: '0340' });
	expect(await opened.read('0151', (tx) => tx.db.select({ count: sql`count(*)::int` }).from(sql`municipality`))).toEqual([{ count: 0 }]);
	await opened.close();
});

test('a user who may not make the tables is told that ownership is needed', async () => {
	const url = new URL(await createEmptyDatabase({ owner: 'login' }));
	url.pathname = new URL(await createEmptyDatabase()).pathname;
	const details = { role: url.username, database: url.pathname.slice(1) };
	await expect(migrate({ url: url.href })).rejects.toMatchObject({ kind: 'forbidden', code: 'database.not-owner', details });
});

test('a connection that could look past the policies is refused', async () => {
	const url = await createEmptyDatabase({ owner: 'login' });
	await migrate({ url });
	const owner = new URL(url);
	await run(inject('databaseServer'), `alter role ${owner.username} bypassrls`);
	await expect(openDatabase({ url })).rejects.toMatchObject({ kind: 'forbidden', code: 'database.role-bypasses-security' });
	await run(inject('databaseServer'), `alter role ${owner.username} nobypassrls`);
	await run(url, `alter table plan no force row level security`);
	await expect(openDatabase({ url })).rejects.toMatchObject({ code: 'database.role-bypasses-security' });
});

test('is ready while it answers and no migration of this program is missing', async () => {
	expect(await database.isReady()).toBe(true);
	await server.sql(
		'update schema_migration set created_at = created_at - 1 where created_at = (select max(created_at) from schema_migration)',
	);
	expect(await database.isReady()).toBe(false);
	await server.sql(
		'update schema_migration set created_at = created_at + 1 where created_at = (select max(created_at) from schema_migration)',
	);
	const gone = await openDatabase({ url: server.url });
	await gone.close();
	expect(await gone.isReady()).toBe(false);
});

let made = 0;
async function createEmptyDatabase({ owner }: { owner?: string } = {}): Promise<string> {
	made += 1;
	const name = `fremdrift_empty_${process.pid}_${made}`;
	const main = inject('databaseServer');
	const url = new URL(main);
	url.pathname = `/${name}`;
	if (owner) {
		await run(main, `create role ${name} ${owner} password 'test'`);
		[url.username, url.password] = [name, 'test'];
	}
	await run(main, `create database ${name}${owner ? ` owner ${name}` : ''}`);
	leftovers.push(`drop database ${name} with (force)`, ...(owner ? [`drop role ${name}`] : []));
	return url.href;
}
const leftovers: string[] = [];
afterAll(async () => {
	for (const statement of leftovers) await run(inject('databaseServer'), statement);
});

async function run(url: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
