import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { writeSampleRows } from '../../test/sample-rows.ts';
import { migrate, sourceMigrations } from './migrate.ts';
import { findCurrentPlan } from './plans.ts';

let server: TestDatabase;
const migrationsFolder = mkdtempSync(join(tmpdir(), 'fremdrift-migrations-'));

beforeAll(async () => {
	server = await createTestDatabase();
	await server.sql(writeSampleRows('0340'));
	cpSync(sourceMigrations, migrationsFolder, { recursive: true });
	const journalFile = join(migrationsFolder, 'meta/_journal.json');
	const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: object[] };
	journal.entries.push({ idx: 999, version: '7', when: 9_999_999_999_999, tag: '0999_next', breakpoints: true });
	writeFileSync(journalFile, JSON.stringify(journal));
	writeFileSync(
		join(migrationsFolder, '0999_next.sql'),
		'CREATE TABLE "next" ("a" text);--> statement-breakpoint\nALTER TABLE "plan" ADD COLUMN "next" text;',
	);
});
afterAll(async () => {
	await server.close();
	rmSync(migrationsFolder, { recursive: true });
});

const hasNext = async () =>
	(await server.sql(`select 1 from information_schema.columns where table_name = 'plan' and column_name = 'next'`)).length === 1;

test('a migration does not wait without end for a table in use, changes nothing then, and works at the next try', async () => {
	const reader = new pg.Client({ connectionString: server.url });
	await reader.connect();
	await reader.query('begin; select 1 from plan');
	await expect(migrate({ url: server.url, migrationsFolder, lockTimeoutMs: 200 })).rejects.toMatchObject({ code: 'database.busy' });
	expect(await server.sql(`select 1 from pg_class where relname = 'next'`)).toEqual([]);
	await reader.query('commit');
	await reader.end();
	const old = await server.open();
	await migrate({ url: server.url, migrationsFolder, lockTimeoutMs: 5000 });
	expect(await hasNext()).toBe(true);
	// The version that was there before still serves.
	expect(await old.read('0340', (tx) => findCurrentPlan(tx, { publicOnly: false }))).toMatchObject({ title: 'Klimaplan' });
});
