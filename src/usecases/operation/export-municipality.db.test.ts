import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grants, installationTables } from '#storage/grants.ts';
import { writeSignInMail } from '#text/sign-in-mail.ts';
import { actors, makeContext } from '../../../test/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { installationRows, writeSampleRows } from '../../../test/sample-rows.ts';
import { exportMunicipality } from './export-municipality.ts';
import { exportRules } from './export-rules.ts';

const administrator = { id: 'administrator', role: 'administrator', municipalityCode: '0340' } as const;
const secret = 'v-0YnJ7oTqgU1bX3kQm5sZ2aWc4dEf6gHi8jKl9mNoP';

let server: TestDatabase;
let files: Record<string, Uint8Array>;
beforeAll(async () => {
	server = await createTestDatabase();
	await server.sql(writeSampleRows('0340'));
	await server.sql(writeSampleRows('0151'));
	await server.sql(installationRows);
	await server.sql(
		`update mail set text = 'Svar her: https://klima.example.org/by-0340/svar/link/${secret} senest fredag' where municipality_code = '0340'`,
	);
	await server.sql(`update assessment set remark = E'=1+1; "citat"\\nny linje' where municipality_code = '0340'`);
	files = await exportAs(administrator);
});
afterAll(() => server.close());

async function exportAs(actor: Parameters<typeof makeContext>[1]): Promise<Record<string, Uint8Array>> {
	const out = new PassThrough();
	const context = makeContext(await server.open(), actor);
	const [bytes] = await Promise.all([buffer(out), exportMunicipality(context, { municipality: 'by-0340', out }).catch(endWith(out))]);
	return unzipSync(bytes);
}

function endWith(out: PassThrough): (error: unknown) => never {
	return (error) => {
		out.destroy(error as Error);
		throw error;
	};
}

const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
const readJson = (name: string) => JSON.parse(read(name)) as Record<string, unknown>[];

test('every table of a municipality has a rule, and nothing else', () => {
	const tenants = Object.keys(grants).filter((table) => !installationTables.includes(table));
	expect(Object.keys(exportRules).sort()).toEqual(tenants.sort());
});

test('every table is there as JSON and CSV with all rows of this municipality and none of another', async () => {
	for (const table of Object.keys(exportRules)) {
		const [count] = await server.sql<{ count: number }>(`select count(*)::int as count from ${table} where municipality_code = '0340'`);
		const rows = readJson(`json/${table}.json`);
		expect(rows.length, table).toBe(count?.count);
		expect(rows.length, table).toBeGreaterThan(0);
		expect(new Set(rows.map((row) => row.municipality_code)), table).toEqual(new Set(['0340']));
		const lines = parse(read(`csv/${table}.csv`), { delimiter: ';', bom: true, columns: true });
		expect(lines.length, table).toBe(rows.length);
		expect(Object.keys(lines[0] as object), table).toEqual(Object.keys(rows[0] ?? {}));
	}
});

test('values are as they were: numbers, texts, nothing, lists and files', () => {
	expect(readJson('json/municipality.json')[0]).toMatchObject({ population: 1000, population_previous: null });
	expect(readJson('json/round_run.json')[0]).toMatchObject({ asked_fields: ['state', 'remark'], deadline: '2026-05-01' });
	const [line] = parse<Record<string, string>>(read('csv/assessment.csv'), { delimiter: ';', bom: true, columns: true });
	expect(line?.remark).toBe(`'=1+1; "citat"\nny linje`);
	// Whoever finds a file can open it.
	for (const [table, ending] of [
		['report_file', /\.(pdf|docx|xlsx|csv)$/],
		['import_draft', /\.txt$/],
	] as const) {
		const name = readJson(`json/${table}.json`)[0]?.bytes;
		expect(files[String(name)], table).toEqual(new Uint8Array([0]));
		expect(name).toMatch(ending);
	}
});

test('no secret is there, and the description says which were left out', () => {
	const all = Object.values(files).map((bytes) => strFromU8(bytes, true));
	for (const text of all) expect(text).not.toContain(secret);
	expect(readJson('json/mail.json')[0]?.text).toBe('Svar her: https://klima.example.org/by-0340/svar/link/… senest fredag');
	const { tables } = JSON.parse(read('description.json')) as { tables: { name: string; leftOutBecauseSecret: string[] }[] };
	expect(tables.map(({ name }) => name)).toEqual(Object.keys(exportRules).sort());
	for (const [table, rule] of Object.entries(exportRules)) {
		expect(tables.find(({ name }) => name === table)?.leftOutBecauseSecret).toEqual(rule.leftOut ?? []);
		for (const column of rule.leftOut ?? []) expect(readJson(`json/${table}.json`)[0]).not.toHaveProperty(column);
	}
});

test('a column that looks like a secret is decided upon', async () => {
	const columns = await server.sql<{ table: string; column: string }>(
		`select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'
		and column_name ~ '(token|secret|password|hash|code)' and column_name not in ('municipality_code', 'hash', 'previous_hash')`,
	);
	const own = columns.filter(({ table }) => table in exportRules);
	expect(own.length).toBeGreaterThan(1);
	for (const { table, column } of own) expect(exportRules[table]?.leftOut ?? [], `${table}.${column}`).toContain(column);
});

test('a mail with a link to sign in, word for word as it is sent, has lost it', async () => {
	const links = [`login/link?kode=${secret}`, `en/login/link?til=%2Fsoroe%2Flog&kode=${secret}`];
	for (const path of links) {
		const { text, html } = writeSignInMail({ link: `https://klima.example.org/${path}`, municipality: 'Sorø' }, 'da');
		await server.sql(`update mail set kind = 'sign-in', text = $1, html = $2 where municipality_code = '0340'`, [text, html]);
		for (const bytes of Object.values(await exportAs(administrator))) expect(strFromU8(bytes, true), path).not.toContain(secret);
	}
});

test('only an administrator may, and it stands in the audit log', async () => {
	const [entry] = await server.sql<{ who: string }>(
		`select who from audit_entry where event = 'tenant exported' and municipality_code = '0340'`,
	);
	expect(entry?.who).toBe('administrator');
	await expect(exportAs(actors.coordinator)).rejects.toMatchObject({ code: 'access.denied' });
	await expect(exportAs({ ...administrator, municipalityCode: '0151' })).rejects.toMatchObject({ code: 'access.denied' });
});
