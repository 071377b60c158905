import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { addImportDraft, saveImportDraft } from '#storage/import-drafts.ts';
import { actors, makeContext } from '../../../test/context.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { createExampleDatabase } from '../../../test/example-database.ts';
import { removeExpiredUploads } from './remove-expired-uploads.ts';
import { removeUpload } from './remove-upload.ts';

let server: TestDatabase;
let database: Database;
beforeAll(async () => {
	server = await createExampleDatabase();
	database = await server.open();
});
afterAll(() => server.close());

const hour = (at: number) => new Date(Date.UTC(2026, 2, 1, at));
const result = { initiatives: [], problems: [], mappings: [], title: null };
/** Keeps an upload made at an hour of the day, which expires a day later. */
const keep = (code: string, at: number, who = 'coordinator') => {
	const file = { year: 2023, fileName: `${at}.csv`, sha256: '0'.repeat(64), mapping: null, result, corrections: [], basis: '', who };
	return database.write(code, (tx) => addImportDraft(tx, { ...file, at: hour(at), expiresAt: hour(at + 24) }, Uint8Array.of(1)));
};
const listNames = async (code: string) =>
	(await server.sql<{ name: string }>(`select file_name as name from import_draft where municipality_code = $1 order by at`, [code])).map(
		({ name }) => name,
	);

test('a person keeps the newest twenty uploads in a municipality', async () => {
	for (let at = 0; at < 23; at++) await keep('0340', at);
	const names = await listNames('0340');
	expect(names).toHaveLength(20);
	expect([names[0], names.at(-1)]).toEqual(['3.csv', '22.csv']);
});

test("many uploads throw away neither a colleague's nor what has been corrected", async () => {
	await keep('0370', 0, 'colleague');
	const corrected = await keep('0370', 1);
	await database.write('0370', (tx) =>
		saveImportDraft(tx, { id: corrected, version: 1 }, { mapping: null, result, corrections: [], basis: '' }),
	);
	for (let at = 2; at < 24; at++) await keep('0370', at);
	const names = await listNames('0370');
	expect(names).toHaveLength(21);
	expect(names.slice(0, 3)).toEqual(['0.csv', '1.csv', '5.csv']);
});

test('an upload is thrown away by those who may import there, and being gone is no error', async () => {
	const upload = { municipality: '0340', draftId: await keep('0340', 23) };
	await expect(removeUpload(makeContext(database, actors.neighbour), upload)).rejects.toMatchObject({ code: 'access.denied' });
	expect(await listNames('0340')).toContain('23.csv');
	await removeUpload(makeContext(database, actors.coordinator), upload);
	await removeUpload(makeContext(database, actors.coordinator), upload);
	expect(await listNames('0340')).not.toContain('23.csv');
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
