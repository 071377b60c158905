import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOwnedDatabase, type OwnedDatabase } from '../../../test/owned-database.ts';
import { installationRows, writeSampleRows } from '../../../test/sample-rows.ts';
import { openDatabase } from '../database.ts';
import { grants } from '../grants.ts';
import { openBackup } from './read-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const folder = mkdtempSync(join(tmpdir(), 'fremdrift-backup-'));
const file = join(folder, 'backup.zip');
const secret = 'a-secret-of-the-tests-that-is-long-enough';
const at = new Date('2026-03-01T10:00:00Z');
const opened: OwnedDatabase[] = [];

const openNew = async () => {
	const database = await createOwnedDatabase();
	opened.push(database);
	return database;
};
const backUp = (url: string, name = file) => writeBackup({ url, out: createWriteStream(name), secret, program: '1.2.3', at });

/** Every row of every table as PostgreSQL writes it. */
async function readEverything(database: OwnedDatabase): Promise<Map<string, string[]>> {
	const tables = await database.sql<{ name: string }>(
		`select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'schema_migration' order by 1`,
	);
	const all = new Map<string, string[]>();
	for (const { name } of tables) {
		const rows = await database.sql<{ line: string }>(`select t::text as line from ${name} t order by 1`);
		all.set(
			name,
			rows.map(({ line }) => line),
		);
	}
	return all;
}

/** Checks a backup and gives a hash of every row it holds. */
async function readBackup(name: string): Promise<string> {
	const backup = await openBackup(name);
	try {
		await backup.check();
		const hash = createHash('sha256').update((await backup.readSecret()) ?? '');
		for (const table of backup.manifest.tables) for await (const line of backup.readLines(table.name)) hash.update(line);
		return hash.digest('hex');
	} finally {
		backup.close();
	}
}

let source: OwnedDatabase;
beforeAll(async () => {
	source = await openNew();
	await source.sql(writeSampleRows('0340'));
	await source.sql(writeSampleRows('0151'));
	await source.sql(installationRows);
	// What is easily lost on the way: a JSON null, texts with every kind of line end, microseconds, a large number, a child before its parent.
	await source.sql(`insert into municipality_setting (municipality_code, key, value, who, changed_at)
		values ('0340', 'nothing', 'null', 'test', '2026-01-01 12:00:00.123456+02')`);
	await source.sql(`update assessment set remark = E'æ\\n\\r\\t"\\\\ \u2028 \u2029 slut' where municipality_code = '0340'`);
	await source.sql(`update account_row set tonnes = 1e-300, factor = 0.1 where municipality_code = '0340' and position = 0`);
	await source.sql(`insert into organisation_unit (municipality_code, id, name, parent_id, changed_at)
		values ('0340', '00000000-0000-4000-8000-000000000001', 'Under Teknik', '00000000-0000-4000-8000-000000000002', now())`);
	await source.sql(`insert into change (municipality_code, entity, action, entity_id, after, who, reason, at)
		select '0340', 'person', 'added', n::text, jsonb_build_object('role', 'owner', 'n', n), 'test', 'edit', now() from generate_series(1, 1200) n`);
	await source.sql(`insert into import_draft (municipality_code, year, file_name, sha256, bytes, result, corrections, basis, who, at, expires_at)
		select '0340', 2023, 'b.xlsx', repeat('0', 64), decode(string_agg(lpad(to_hex(n % 256), 2, '0'), ''), 'hex'), '{}', '[]', '', 'test', now(), now()
		from generate_series(1, 500000) n`);
	await backUp(source.url);
});
afterAll(async () => {
	await Promise.all(opened.map((database) => database.close()));
	rmSync(folder, { recursive: true, force: true });
});

test('what is restored is every row of every table, exactly as it was', async () => {
	const target = await openNew();
	const restored = await restoreBackup({ url: target.url, file });
	const expected = await readEverything(source);
	expect([...expected.keys()].sort()).toEqual(Object.keys(grants).sort());
	for (const [table, rows] of expected) expect(rows.length, table).toBeGreaterThan(0);
	expect(await readEverything(target)).toEqual(expected);
	expect(restored).toMatchObject({ tables: expected.size, municipalities: 2, takenAt: at.toISOString(), secret });
	expect(restored.rows).toBe([...expected.values()].reduce((sum, rows) => sum + rows.length, 0));
});

test('a restored database goes on: counters, chains, guards and the application', async () => {
	const target = await openNew();
	await restoreBackup({ url: target.url, file });
	const before = await target.sql<{ id: string; hash: string }>(
		`select id, hash from change where municipality_code = '0340' order by id desc limit 1`,
	);
	await target.sql(`insert into change (municipality_code, entity, action, entity_id, after, who, reason, at)
		values ('0340', 'person', 'added', 'new', '{}', 'test', 'edit', now())`);
	const [added] = await target.sql<{ id: string; previous: string }>(
		`select id, previous_hash as previous from change where municipality_code = '0340' order by id desc limit 1`,
	);
	expect(Number(added?.id)).toBeGreaterThan(Number(before[0]?.id));
	expect(added?.previous).toBe(before[0]?.hash);
	for (const log of ['change', 'audit_entry']) expect(await target.sql(`select * from find_broken_entries('${log}')`), log).toEqual([]);
	await expect(target.sql(`delete from change`)).rejects.toThrow(/history/);
	const deferrable = await target.sql(`select conname from pg_constraint where condeferrable and connamespace = 'public'::regnamespace`);
	expect(deferrable).toEqual([]);
	const disabled = await target.sql(`select tgname from pg_trigger where tgenabled <> 'O' and not tgisinternal`);
	expect(disabled).toEqual([]);
	const database = await openDatabase({ url: target.url, poolSize: 1 });
	expect(await database.findRevision('by-0340')).toMatchObject({ code: '0340' });
	await database.close();
});

test('a database with anything in it is left as it is', async () => {
	const target = await openNew();
	await target.sql(`insert into sign_in_rate_limit values ('r', 'key', 1, 0)`);
	await expect(restoreBackup({ url: target.url, file })).rejects.toMatchObject({
		code: 'backup.database-not-empty',
		details: { table: 'sign_in_rate_limit' },
	});
	await target.sql(`delete from sign_in_rate_limit`);
	await target.sql(`insert into municipality values ('0253', 'by', 'By', 'Region', 'Region', 'By', 1000, 2026, null, null, 'test')`);
	await expect(restoreBackup({ url: target.url, file })).rejects.toMatchObject({ code: 'backup.database-not-empty' });
	expect(await target.sql('select 1 from plan')).toEqual([]);
});

test('a damaged file and a foreign one restore nothing and are told apart', async () => {
	const target = await openNew();
	const write = (name: string, bytes: Uint8Array) => {
		writeFileSync(join(folder, name), bytes);
		return join(folder, name);
	};
	const whole = readFileSync(file);
	const rows = await readBackup(file);
	let damages = 0;
	for (let turn = 1; turn <= 40; turn++) {
		const bytes = Uint8Array.from(whole);
		const place = Math.floor((whole.length * turn) / 42);
		bytes[place] = (bytes[place] ?? 0) ^ 16;
		const name = write('damaged.zip', bytes);
		// A bit that says nothing of a row, such as a file's time, may flip: then every row must be right.
		const read = await readBackup(name).catch((error: unknown) => error);
		if (typeof read === 'string') expect(read).toBe(rows);
		else expect(read, String(place)).toMatchObject({ code: 'backup.damaged' });
		if (typeof read === 'string') continue;
		damages += 1;
		if (damages < 4) await expect(restoreBackup({ url: target.url, file: name })).rejects.toMatchObject({ code: 'backup.damaged' });
	}
	expect(damages).toBeGreaterThan(30);
	const refused = (name: string, bytes: Uint8Array) =>
		restoreBackup({ url: target.url, file: write(name, bytes) }).then(
			() => 'restored',
			(error: unknown) => (error as { code: string }).code,
		);
	expect(await refused('half.zip', whole.subarray(0, whole.length / 2))).toBe('backup.foreign');
	expect(await refused('empty.zip', new Uint8Array())).toBe('backup.foreign');
	expect(await refused('text.zip', strToU8('Kære kommune'))).toBe('backup.foreign');
	expect(await refused('other.zip', zipSync({ 'a.txt': strToU8('a') }))).toBe('backup.foreign');
	expect(await refused('manifest.zip', zipSync({ 'manifest.json': strToU8('{"format":"other"}') }))).toBe('backup.foreign');
	await expect(restoreBackup({ url: target.url, file: join(folder, 'none.zip') })).rejects.toMatchObject({ code: 'backup.missing' });
	expect([...(await readEverything(target)).values()].flat()).toEqual([]);
});

test('a backup of another version of the tables is refused', async () => {
	const target = await openNew();
	await target.sql(`delete from schema_migration where id = (select max(id) from schema_migration)`);
	await expect(restoreBackup({ url: target.url, file })).rejects.toMatchObject({
		code: 'backup.other-schema',
		details: { program: '1.2.3' },
	});
});

test('a backup is of one moment, also while the application writes', async () => {
	const name = join(folder, 'busy.zip');
	let stop = false;
	let title = 0;
	const writing = (async () => {
		while (!stop) await source.sql(`update plan set title = 'Plan ${++title}'; update section set title = 'Plan ${title}'`);
	})();
	try {
		// Before the first write the two titles differ anyway.
		while (title < 2) await delay(5);
		await backUp(source.url, name);
	} finally {
		stop = true;
		await writing;
	}
	const target = await openNew();
	await restoreBackup({ url: target.url, file: name });
	const titles = await target.sql<{ title: string }>('select title from plan union select title from section');
	expect(titles).toHaveLength(1);
	expect(title).toBeGreaterThan(0);
});
