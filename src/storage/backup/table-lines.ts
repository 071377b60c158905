import pg from 'pg';
import type { Table } from './catalogue.ts';

// So many rows are fetched at once; of tables that hold whole files one, so that memory is bounded by the largest file.
const rowsAtOnce = 300;

/**
 * The rows of a table as lines of JSON, municipality by municipality, in the order of the key. Each value is the text that
 * PostgreSQL itself writes and reads back without loss, or null. Inside the caller's transaction.
 */
export async function* readTableLines(client: pg.ClientBase, table: Table, municipalities: readonly string[]): AsyncGenerator<string> {
	if (!table.isTenants) {
		await openReading(client, null);
		yield* fetchLines(client, table, null);
		return;
	}
	for (const code of municipalities) {
		await openReading(client, code);
		yield* fetchLines(client, table, code);
	}
}

/** Lets the transaction see a municipality's rows, or with null those of the installation itself. */
export async function openReading(client: pg.ClientBase, code: string | null): Promise<void> {
	await client.query(`select set_config('app.municipality', $1, true), set_config('app.reading', $2, true)`, [
		code ?? '',
		code ? '' : 'sign-in',
	]);
}

async function* fetchLines(client: pg.ClientBase, table: Table, code: string | null): AsyncGenerator<string> {
	const quoted = (name: string) => pg.escapeIdentifier(name);
	const values = table.columns.map(({ name }) => `t.${quoted(name)}::text as ${quoted(name)}`).join(', ');
	// A superuser sees every row whatever the policies say, so the municipality is asked for as well.
	const own = code === null ? '' : `where t.municipality_code = ${pg.escapeLiteral(code)}`;
	const order = table.key.map((name) => `t.${quoted(name)}`).join(', ');
	await client.query(
		`declare table_lines no scroll cursor for
		select row_to_json(r)::text as line from (select ${values} from ${quoted(table.name)} t ${own} order by ${order}) r`,
	);
	const count = table.columns.some(({ type }) => type === 'bytea') ? 1 : rowsAtOnce;
	for (;;) {
		const { rows } = await client.query<{ line: string }>(`fetch forward ${count} from table_lines`);
		if (rows.length === 0) break;
		for (const { line } of rows) yield line;
	}
	await client.query('close table_lines');
}
