import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { writeSampleRows } from '../../test/sample-rows.ts';
import type { Database } from './database.ts';
import { mostWeighed, searchInitiatives } from './search.ts';

let server: TestDatabase;
let database: Database;
beforeAll(async () => {
	server = await createTestDatabase();
	await server.sql(writeSampleRows('0340'));
	await server.sql(`insert into initiative (municipality_code, plan_id, number, rank, title, changed_at)
		select municipality_code, id, 'X' || i, i, 'Ladestander nummer ' || i, now() from plan, generate_series(1, 5000) i`);
	// As PostgreSQL does by itself soon after so many rows have come.
	await server.sql('analyze');
	database = await server.open();
});
afterAll(() => server.close());

const search = (text: string) => database.readPublic(async (tx) => (await searchInitiatives(tx, text, 5)).total);

test('words match as beginnings, a letter alone does not', async () => {
	expect(await search('ladestander numm 12')).toBe(1);
	expect(await search('l')).toBe(0);
});

test('words that fit very much are weighed so far and no further, and that is said', async () => {
	const find = (text: string) => database.readPublic((tx) => searchInitiatives(tx, text, 5));
	expect(await find('ladestander')).toMatchObject({ total: mostWeighed, isMore: true });
	expect((await find('ladestander')).rows).toEqual((await find('ladestander')).rows);
	const few = await find('ladestander nummer 4999');
	expect(few).toMatchObject({ total: 1, isMore: false });
	expect(few.rows.map(({ number }) => number)).toEqual(['X4999']);
	expect(await find('findesikke')).toEqual({ rows: [], total: 0, isMore: false });
});

test('so many words are looked for and no more', async () => {
	const words = Array.from({ length: 12 }, () => 'ladestander');
	expect(await search([...words.slice(1), 'findesikke'].join(' '))).toBe(0);
	expect(await search([...words, 'findesikke'].join(' '))).toBe(mostWeighed);
});

test('a search that takes longer than its time says so, and the next one answers', async () => {
	const slow = database.readPublic(async (tx) => {
		await tx.db.select({ limit: sql`set_config('statement_timeout', '1', true)` }).from(sql`(select 1) as one`);
		return searchInitiatives(tx, 'ladestander', 5);
	});
	await expect(slow).rejects.toMatchObject({ kind: 'invalid', code: 'search.too-wide' });
	expect(await search('ladestander')).toBe(mostWeighed);
});

test('a public reading has little time', async () => {
	const limit = () => sql<string>`current_setting('statement_timeout')`;
	const from = sql`(select 1) as one`;
	expect(await database.readPublic((tx) => tx.db.select({ limit: limit() }).from(from))).toEqual([{ limit: '5s' }]);
	expect(await database.read('0340', (tx) => tx.db.select({ limit: limit() }).from(from))).toEqual([{ limit: '30s' }]);
});
