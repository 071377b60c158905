import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { installationRows, writeSampleRows } from '../../test/sample-rows.ts';
import { applicationRole, grants, installationTables } from './grants.ts';

let database: TestDatabase;
let client: pg.Client;
/** Every table, and those that belong to municipalities. */
let all: string[];
let tables: string[];

beforeAll(async () => {
	database = await createTestDatabase();
	await database.sql(writeSampleRows('0340'));
	await database.sql(writeSampleRows('0151'));
	client = new pg.Client({ connectionString: database.url });
	await client.connect();
	const rows = await database.sql<{ name: string }>(
		`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migration' order by 1`,
	);
	await database.sql(installationRows);
	all = rows.map((row) => row.name);
	tables = all.filter((name) => !installationTables.includes(name));
});

afterAll(async () => {
	await client.end();
	await database.close();
});

/** Runs statements as the application does, in a transaction that is rolled back; gives the last one's result. */
async function asApplication(settings: { municipality?: string; reading?: string }, statement: string): Promise<pg.QueryResult> {
	try {
		await client.query(`begin; set local role ${applicationRole}`);
		for (const [name, value] of Object.entries(settings)) await client.query(`select set_config($1, $2, true)`, [`app.${name}`, value]);
		return await client.query(statement);
	} finally {
		await client.query('rollback');
	}
}

describe('every table', () => {
	test('there are tables, and each has its grants', () => {
		expect(tables.length).toBeGreaterThan(10);
		expect(Object.keys(grants).sort()).toEqual(all);
	});

	test('has row-level security, forced on the owner too, and a policy on its municipality', async () => {
		const unguarded = await database.sql(
			`select relname from pg_class c where relname = any($1) and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity
				and exists (select from pg_policy where polrelid = c.oid and polname = relname || '_tenant' and polwithcheck is not null))`,
			[tables],
		);
		expect(unguarded).toEqual([]);
	});

	test('has the municipality first in its primary key, its unique keys and its foreign keys', async () => {
		const wrong = await database.sql(
			`select conrelid::regclass::text as table, conname from pg_constraint k
			join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
			where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f') and conrelid::regclass::text = any($1)
				and a.attname <> 'municipality_code' and conname <> 'municipality_slug_key'`,
			[tables],
		);
		expect(wrong).toEqual([]);
		const withoutKey = await database.sql(
			`select relname from pg_class c where relname = any($1) and relnamespace = 'public'::regnamespace
			and not exists (select from pg_constraint where conrelid = c.oid and contype = 'p')`,
			[tables],
		);
		expect(withoutKey).toEqual([]);
		const indexes = await database.sql(
			`select indexrelid::regclass::text as index from pg_index i join pg_attribute a on a.attrelid = indrelid and a.attnum = indkey[0]
			where indrelid::regclass::text = any($1) and a.attname <> 'municipality_code' and indexrelid::regclass::text <> 'municipality_slug_key'`,
			[tables],
		);
		expect(indexes).toEqual([]);
	});
});

test('the application role can neither sign in, nor bypass policies, nor does it own anything', async () => {
	const rows = await database.sql(
		`select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, (select count(*)::int from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = $1`,
		[applicationRole],
	);
	expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false, owns: 0 }]);
});

test('without a municipality every table is empty', async () => {
	for (const table of tables) {
		expect((await asApplication({}, `select * from ${table}`)).rows, table).toEqual([]);
		expect((await asApplication({ municipality: '' }, `select * from ${table}`)).rows, table).toEqual([]);
	}
});

test('a municipality sees its own rows of every table and nobody else’s', async () => {
	for (const table of tables) {
		const { rows } = await asApplication({ municipality: '0340' }, `select municipality_code from ${table}`);
		expect(rows.length, `${table} has no sample row`).toBeGreaterThan(0);
		expect(new Set(rows.map((row) => row.municipality_code)), table).toEqual(new Set(['0340']));
	}
});

test('another municipality’s rows cannot be changed or taken away in any table', async () => {
	for (const table of tables) {
		for (const statement of [`update ${table} set municipality_code = '0340'`, `delete from ${table}`]) {
			const outcome = await asApplication({ municipality: '0340' }, `${statement} where municipality_code = '0151'`).catch(
				(error: unknown) => error,
			);
			if (outcome instanceof pg.DatabaseError) expect(outcome.code, `${statement}: ${outcome.message}`).toBe('42501');
			else expect((outcome as pg.QueryResult).rowCount, statement).toBe(0);
		}
	}
});

test('a row for another municipality cannot be added to any table', async () => {
	await asApplication({ municipality: '0340' }, `select 1`);
	const statements = writeSampleRows('0157')
		.split(';')
		.map((statement) => statement.trim())
		.filter(Boolean);
	expect(new Set(statements.map((statement) => statement.split(/\s+/)[2]))).toEqual(
		new Set(tables.filter((table) => table !== 'municipality_revision')),
	);
	for (const statement of [...statements, `insert into municipality_revision values ('0157', 1, now())`]) {
		const refused = await asApplication({ municipality: '0340' }, statement).catch((error: unknown) => error);
		expect(refused, statement).toMatchObject({ code: '42501', message: expect.stringContaining('row-level security') });
	}
});

test('the public reading sees published plans of all municipalities and only those', async () => {
	await database.sql(`update plan set is_public = false where municipality_code = '0151'`);
	const seen = async (table: string) =>
		(await asApplication({ reading: 'public' }, `select distinct municipality_code from ${table} order by 1`)).rows.map(
			(row) => row.municipality_code,
		);
	for (const table of ['municipality', 'municipality_revision', 'account', 'account_row', 'scenario'])
		expect(await seen(table), table).toEqual(['0151', '0340']);
	for (const table of ['plan', 'initiative', 'status_round', 'assessment']) expect(await seen(table), table).toEqual(['0340']);
	for (const table of [
		'change',
		'import_draft',
		'document_import',
		'column_mapping',
		'legend',
		'finding_dismissal',
		'section',
		'relation',
	]) {
		expect(await seen(table), table).toEqual([]);
	}
	for (const table of tables) {
		const outcome = await asApplication({ reading: 'public' }, `delete from ${table}`).catch((error: unknown) => error);
		if (outcome instanceof pg.DatabaseError) expect(outcome.code, table).toBe('42501');
		else expect((outcome as pg.QueryResult).rowCount, table).toBe(0);
	}
});

test('the tables of the installation are seen and written by the sign-in alone', async () => {
	for (const table of installationTables) {
		const { rows } = await asApplication({ reading: 'sign-in' }, `select * from ${table}`);
		expect(rows.length, `${table} has no sample row`).toBeGreaterThan(0);
		for (const settings of [{}, { municipality: '0340' }, { reading: 'public' }]) {
			expect((await asApplication(settings, `select * from ${table}`)).rows, table).toEqual([]);
			expect((await asApplication(settings, `delete from ${table}`)).rowCount, table).toBe(0);
		}
		const forced = `select relrowsecurity and relforcerowsecurity as forced from pg_class where oid = $1::regclass`;
		expect(await database.sql(forced, [table])).toEqual([{ forced: true }]);
	}
	for (const table of tables) {
		const seen = await asApplication({ reading: 'sign-in' }, `select * from ${table}`);
		expect(seen.rows.length > 0, table).toBe(table === 'person');
	}
	expect((await asApplication({ reading: 'sign-in' }, `update person set name = 'Andet'`)).rowCount).toBe(0);
});

test('the public reading sees no round that is not published', async () => {
	await database.sql(`update status_round set is_public = false where year = 2023`);
	for (const table of ['status_round', 'assessment']) {
		const seen = await asApplication({ reading: 'public' }, `select year from ${table} where municipality_code = '0340'`);
		expect(
			seen.rows.filter(({ year }) => year === 2023),
			table,
		).toEqual([]);
	}
	await database.sql(`update status_round set is_public = true`);
});

test('the answers of a published round change only as a correction', async () => {
	const change = `insert into assessment (municipality_code, plan_id, year, initiative_id, changed_at)
		select municipality_code, plan_id, 2022, initiative_id, now() from assessment where year = 2023`;
	await expect(asApplication({ municipality: '0340' }, change)).rejects.toMatchObject({ code: 'FR001' });
	expect((await asApplication({ municipality: '0340', correcting: 'on' } as object, change)).rowCount).toBe(1);
});

test('the history and the audit log are chains of hashes, each municipality its own', async () => {
	for (const table of ['change', 'audit_entry']) {
		const columns = table === 'change' ? `entity, action, entity_id, after, who, reason, at` : `event, who, at`;
		const values = table === 'change' ? `'plan', 'added', 'x', '{}', 'test', 'edit', now()` : `'signed in', 'test', now()`;
		await database.sql(`insert into ${table} (municipality_code, ${columns}) values ('0340', ${values}), ('0340', ${values})`);
		const broken = await database.sql(`select * from find_broken_entries($1)`, [table]);
		expect(broken, table).toEqual([]);
		// Somebody with all rights over the database changes one entry, and it shows.
		await database.sql(`alter table ${table} disable trigger all`);
		await database.sql(
			`update ${table} set who = 'another' where municipality_code = '0340' and id = (select min(id) from ${table} where municipality_code = '0340')`,
		);
		await database.sql(`alter table ${table} enable trigger all`);
		expect(await database.sql(`select * from find_broken_entries($1)`, [table]), table).toHaveLength(1);
	}
});

test('what is only ever added to is never rewritten, not even by the owner', async () => {
	const added = ['change', 'audit_entry', 'status_report', 'report_file', 'report_part_file', 'round_step', 'plan_event'];
	for (const statement of added.flatMap((table) => [
		`update ${table} set municipality_code = '0340'`,
		`delete from ${table}`,
		`truncate ${table} cascade`,
	])) {
		await expect(asApplication({ municipality: '0340' }, statement), statement).rejects.toMatchObject({ code: '42501' });
		await expect(database.sql(statement), statement).rejects.toMatchObject({ code: '42501' });
	}
});

test('every table and every column says what it means', async () => {
	const silent = await database.sql(
		`select relname, attname from pg_class c join pg_attribute a on a.attrelid = c.oid
		where relname = any($1) and relnamespace = 'public'::regnamespace and not attisdropped
			and ((attnum > 0 and col_description(c.oid, attnum) is null) or obj_description(c.oid) is null)`,
		[tables],
	);
	expect(silent).toEqual([]);
});

test('every table that pages are made from moves the revision, however it is changed', async () => {
	const rows = await database.sql<{ name: string; events: string }>(
		`select c.relname as name, coalesce(string_agg(replace(t.tgname, 'bump_revision_on_', ''), ' ' order by t.tgname), '') as events
		from pg_class c left join pg_trigger t on t.tgrelid = c.oid and t.tgname like 'bump_revision_on_%'
		where c.relname = any($1) and c.relnamespace = 'public'::regnamespace group by 1 order by 1`,
		[tables],
	);
	const without = rows.filter(({ events }) => events !== 'delete insert update').map(({ name, events }) => `${name}: ${events}`);
	// The history, uploads and all that only those who run the round see are read afresh each time; a municipality is never taken away.
	const known = [
		'account_import: ',
		'answer: ',
		'answer_link: ',
		'assignment: ',
		'audit_entry: ',
		'change: ',
		'column_mapping: ',
		'document_import: ',
		'import_draft: ',
		'initiative_owner: ',
		'mail: ',
		'mail_template: ',
		'municipality: insert update',
		'municipality_revision: ',
		'municipality_setting: ',
		'person: ',
		'plan_event: ',
		'report_file: ',
		'report_part_file: ',
		'round_comment: ',
		'round_run: ',
		'round_step: ',
		'stand_in: ',
	];
	expect(without).toEqual(known);
});
