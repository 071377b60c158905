import { createHash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import pg from 'pg';
import { listTables, readSchemaVersion, type Table } from './catalogue.ts';
import { manifestFile, secretFile, type Manifest } from './manifest.ts';
import { readTableLines } from './table-lines.ts';
import { writeArchive, type ArchiveFile } from './write-archive.ts';

export type WriteBackupOptions = {
	/** Connection of the owner of the tables, or of a superuser. */
	readonly url: string;
	/** Where the archive goes; ended when it is whole. */
	readonly out: Writable;
	/** What sessions are signed and second factors are encrypted with; null leaves it out. */
	readonly secret: string | null;
	/** Version of the program. */
	readonly program: string;
	readonly at: Date;
	readonly signal?: AbortSignal;
};

/**
 * Writes every table of the application as it is in one moment: a zip with one file of JSON lines per table, and last a manifest
 * with counts and hashes, and before that the secret that second factors in them are encrypted with. The application may go on meanwhile. Memory does not grow with the number of rows.
 */
export async function writeBackup({ url, out, secret, program, at, signal }: WriteBackupOptions): Promise<Manifest> {
	const client = new pg.Client({ connectionString: url, application_name: 'fremdrift backup' });
	client.on('error', () => undefined);
	await client.connect();
	try {
		await client.query('begin isolation level repeatable read read only');
		await client.query(settings);
		const manifest: Manifest = {
			format: 'fremdrift backup',
			formatVersion: 1,
			program,
			takenAt: at.toISOString(),
			schema: await readSchemaVersion(client),
			municipalities: await listMunicipalities(client),
			tables: [],
			...(secret !== null && { secretSha256: createHash('sha256').update(secret).digest('hex') }),
			counters: {},
		};
		const tables = await listTables(client);
		await writeArchive(listFiles(client, tables, secret, manifest), { out, at, isLarge: true, signal });
		await client.query('commit');
		return manifest;
	} finally {
		await client.end();
	}
}

// What decides how values are written as text.
const settings = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local bytea_output = 'hex'; set local extra_float_digits = 1;
	set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

async function listMunicipalities(client: pg.ClientBase): Promise<string[]> {
	await client.query(`select set_config('app.reading', 'public', true)`);
	const { rows } = await client.query<{ code: string }>('select municipality_code as code from municipality order by 1');
	return rows.map(({ code }) => code);
}

function listFiles(client: pg.ClientBase, tables: readonly Table[], secret: string | null, manifest: Manifest): ArchiveFile[] {
	const files = tables.map((table) => ({ name: `tables/${table.name}.ndjson`, read: () => writeTable(client, table, manifest) }));
	const secrets = secret === null ? [] : [{ name: secretFile, read: () => Readable.from([secret]) }];
	return [...files, ...secrets, { name: manifestFile, read: () => writeManifest(client, manifest) }];
}

async function* writeTable(client: pg.ClientBase, table: Table, manifest: Manifest): AsyncGenerator<string> {
	const hash = createHash('sha256');
	let rows = 0;
	for await (const line of readTableLines(client, table, manifest.municipalities)) {
		const written = `${line}\n`;
		hash.update(written);
		rows += 1;
		yield written;
	}
	manifest.tables.push({ name: table.name, file: `tables/${table.name}.ndjson`, rows, sha256: hash.digest('hex') });
}

async function* writeManifest(client: pg.ClientBase, manifest: Manifest): AsyncGenerator<string> {
	const { rows } = await client.query<{ name: string; value: string }>(
		`select sequencename as name, last_value as value from pg_sequences where schemaname = current_schema() and last_value is not null order by 1`,
	);
	Object.assign(manifest.counters, Object.fromEntries(rows.map(({ name, value }) => [name, Number(value)])));
	yield JSON.stringify(manifest, null, 2);
}
