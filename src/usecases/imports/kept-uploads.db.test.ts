import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { addImportDraft } from '#storage/import-drafts.ts';
import { actors, makeContext, projectRoot } from '../../../test/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { addExamples } from '../plan/add-examples.ts';
import { removeExpiredUploads } from './remove-expired-uploads.ts';

let server: TestDatabase;
let database: Database;
beforeAll(async () => {
	server = await createTestDatabase();
	database = await server.open();
	await addExamples(makeContext(database, actors.installer), { root: projectRoot });
});
afterAll(() => server.close());

const hour = (at: number) => new Date(Date.UTC(2026, 2, 1, at));
const result = { initiatives: [], problems: [], mappings: [], title: null };
/** Keeps an upload made at an hour of the day, which expires a day later. */
const keep = (code: string, at: number) => {
	const file = { year: 2023, fileName: `${at}.csv`, sha256: '0'.repeat(64), mapping: null, result, corrections: [], basis: '', who: 'c' };
	return database.write(code, (tx) => addImportDraft(tx, { ...file, at: hour(at), expiresAt: hour(at + 24) }, Uint8Array.of(1)));
};
const listNames = async (code: string) =>
	(await server.sql<{ name: string }>(`select file_name as name from import_draft where municipality_code = $1 order by at`, [code])).map(
		({ name }) => name,
	);

test('a municipality keeps its newest twenty uploads', async () => {
	for (let at = 0; at < 23; at++) await keep('0340', at);
	const names = await listNames('0340');
	expect(names).toHaveLength(20);
	expect([names[0], names.at(-1)]).toEqual(['3.csv', '22.csv']);
});

test('expired uploads go from every municipality, by the installation alone', async () => {
	await keep('0151', 1);
	await keep('0151', 20);
	const now = () => hour(30);
	await expect(removeExpiredUploads(makeContext(database, actors.coordinator, now))).rejects.toMatchObject({ code: 'access.denied' });
	expect(await listNames('0151')).toEqual(['1.csv', '20.csv']);
	await removeExpiredUploads(makeContext(database, actors.installer, now));
	expect(await listNames('0151')).toEqual(['20.csv']);
	expect((await listNames('0340'))[0]).toBe('7.csv');
});
