import pg from 'pg';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listTables, readSchemaVersion, type Table } from './catalogue.ts';
import { openBackup, type Backup } from './read-backup.ts';
import { openReading } from './table-lines.ts';

export type RestoreOptions = {
	/** Connection of the owner of the tables, or of a superuser, to a migrated database without a row. */
	readonly url: string;
	/** Path of the backup. */
	readonly file: string;
	readonly signal?: AbortSignal;
};

/** What was put back. */
export type Restored = {
	readonly takenAt: string;
	readonly tables: number;
	readonly rows: number;
	readonly municipalities: number;
	/** What second factors in it are encrypted with; null where the backup was made without. */
	readonly secret: string | null;
};

/**
 * Puts a backup back, all of it or, when anything is wrong with it or the database, nothing: the whole file is checked before
 * the first row is written, and all rows are one transaction. Rows come back exactly as they were, the chains of the logs too.
 * Memory is bounded by the largest row.
 * @throws DomainError `backup.foreign`, `backup.damaged`, `backup.missing`, `backup.other-schema`, `backup.database-not-empty`
 */
export async function restoreBackup({ url, file, signal }: RestoreOptions): Promise<Restored> {
	const backup = await openBackup(file);
	const client = new pg.Client({ connectionString: url, application_name: 'fremdrift restore' });
	client.on('error', () => undefined);
	let secret: string | null;
	try {
		await client.connect();
		await client.query('begin');
		await client.query(`set local statement_timeout = 0; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'`);
		const tables = await listTables(client);
		await checkSchema(client, backup, tables);
		await lockTables(client, tables);
		await checkEmpty(client, tables);
		await backup.check();
		secret = await backup.readSecret();
		await openGates(client, tables);
		for (const table of tables) await insertLines(client, table, backup.readLines(table.name), signal);
		await closeGates(client, tables);
		await setCounters(client, backup);
		await client.query('commit');
	} finally {
		// Ending the session before the commit rolls everything back.
		await client.end();
		backup.close();
	}
	const rows = backup.manifest.tables.reduce((sum, table) => sum + table.rows, 0);
	const { takenAt, tables, municipalities } = backup.manifest;
	return { takenAt, tables: tables.length, rows, municipalities: municipalities.length, secret };
}

async function checkSchema(client: pg.ClientBase, { manifest }: Backup, tables: readonly Table[]): Promise<void> {
	const own = await readSchemaVersion(client);
	const isSame = own.newest === manifest.schema.newest && own.migrations === manifest.schema.migrations;
	const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).sort();
	if (!isSame || names(tables).join() !== names(manifest.tables).join()) {
		const details = { program: manifest.program, theirs: manifest.schema.migrations, ours: own.migrations };
		throw new DomainError('conflict', 'backup.other-schema', details);
	}
}

async function lockTables(client: pg.ClientBase, tables: readonly Table[]): Promise<void> {
	await client.query(`set local lock_timeout = '10s'; lock table ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')}`);
}

/** No row of a municipality is without its municipality, and those everybody may see; the installation's own are asked one by one. */
async function checkEmpty(client: pg.ClientBase, tables: readonly Table[]): Promise<void> {
	for (const [reading, names] of [
		['public', ['municipality']],
		['sign-in', tables.filter(({ isTenants }) => !isTenants).map(({ name }) => name)],
	] as const) {
		await client.query(`select set_config('app.reading', $1, true)`, [reading]);
		for (const name of names) {
			const { rowCount } = await client.query(`select from ${pg.escapeIdentifier(name)} limit 1`);
			if (rowCount) throw new DomainError('conflict', 'backup.database-not-empty', { table: name });
		}
	}
}

// The triggers that write revisions, chain entries and guard what is published would change or refuse rows that were already
// through them once. What a row points to in its own table may come after it.
async function openGates(client: pg.ClientBase, tables: readonly Table[]): Promise<void> {
	for (const { name, ownReferences } of tables) {
		await client.query(`alter table ${pg.escapeIdentifier(name)} disable trigger user`);
		for (const key of ownReferences) {
			await client.query(
				`alter table ${pg.escapeIdentifier(name)} alter constraint ${pg.escapeIdentifier(key)} deferrable initially deferred`,
			);
		}
	}
}

async function closeGates(client: pg.ClientBase, tables: readonly Table[]): Promise<void> {
	await client.query('set constraints all immediate');
	for (const { name, ownReferences } of tables) {
		await client.query(`alter table ${pg.escapeIdentifier(name)} enable trigger user`);
		for (const key of ownReferences) {
			await client.query(`alter table ${pg.escapeIdentifier(name)} alter constraint ${pg.escapeIdentifier(key)} not deferrable`);
		}
	}
}

const batch = { rows: 500, characters: 2_000_000 };

async function insertLines(client: pg.ClientBase, table: Table, lines: AsyncIterable<string>, signal?: AbortSignal): Promise<void> {
	let waiting: string[] = [];
	let size = 0;
	let tenant: string | null | undefined;
	const insert = async () => {
		if (waiting.length > 0) await insertRows(client, table, waiting);
		[waiting, size] = [[], 0];
	};
	for await (const line of lines) {
		signal?.throwIfAborted();
		const code = table.isTenants ? (JSON.parse(line) as { municipality_code: string }).municipality_code : null;
		if (code !== tenant) {
			await insert();
			await openReading(client, code);
			tenant = code;
		}
		waiting.push(line);
		size += line.length;
		if (waiting.length >= batch.rows || size >= batch.characters) await insert();
	}
	await insert();
}

async function insertRows(client: pg.ClientBase, { name, columns }: Table, lines: readonly string[]): Promise<void> {
	const quoted = columns.map((column) => pg.escapeIdentifier(column.name));
	const texts = quoted.map((column) => `${column} text`).join(', ');
	const values = columns.map(({ type }, index) => `r.${quoted[index]}::${type}`).join(', ');
	await client.query(
		`insert into ${pg.escapeIdentifier(name)} (${quoted.join(', ')}) overriding system value
		select ${values} from json_to_recordset($1::json) r(${texts})`,
		[`[${lines.join(',')}]`],
	);
}

async function setCounters(client: pg.ClientBase, { manifest }: Backup): Promise<void> {
	for (const [name, value] of Object.entries(manifest.counters)) {
		await client.query('select setval(quote_ident($1)::regclass, $2)', [name, value]);
	}
}
