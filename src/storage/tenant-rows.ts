import { sql, type SQL } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { ReadTx } from './transactions.ts';

/** What a column holds, in the database's own words. */
export type DescribedColumn = { readonly name: string; readonly type: string; readonly description: string };
export type DescribedTable = {
	readonly name: string;
	readonly description: string;
	readonly columns: readonly DescribedColumn[];
	/** Columns of the primary key, in its order. */
	readonly key: readonly string[];
};
/** A row with values as JSON has them: dates and times as ISO texts, bytes as their number. */
export type TenantRow = Readonly<Record<string, unknown>>;

/** The tables that belong to municipalities, as the database describes them. Columns it computes itself are left out. */
export async function listTenantTables(tx: ReadTx): Promise<DescribedTable[]> {
	const columns = sql<DescribedColumn[]>`(
		select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
			'description', coalesce(col_description(a.attrelid, a.attnum), '')) order by a.attnum)
		from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')`;
	const key = sql<string[]>`(
		select json_agg(a.attname order by k.place) from pg_constraint p, unnest(p.conkey) with ordinality k(number, place), pg_attribute a
		where p.conrelid = c.oid and p.contype = 'p' and a.attrelid = c.oid and a.attnum = k.number)`;
	return tx.db
		.select({ name: sql<string>`c.relname`, description: sql<string>`coalesce(obj_description(c.oid, 'pg_class'), '')`, columns, key })
		.from(sql`pg_class c`)
		.where(
			sql`c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
				and exists (select from pg_policies p where p.tablename = c.relname and p.policyname = c.relname || '_tenant')`,
		)
		.orderBy(sql`c.relname`);
}

/** The municipality's rows of a table in the order of its key, some at a time so that many never stand in memory. */
export async function* readTenantRows(tx: ReadTx, table: DescribedTable): AsyncGenerator<TenantRow> {
	const columns = table.columns.map(({ name, type }) =>
		type === 'bytea' ? sql`length(t.${sql.identifier(name)}) as ${sql.identifier(name)}` : sql`t.${sql.identifier(name)}`,
	);
	const values = sql`(select row_to_json(r) from (select ${list(columns)}) r)`;
	for await (const { value } of fetchRows<{ value: TenantRow }>(tx, table, values, 300)) yield value;
}

/** The files in a column of bytes, one at a time, each with what names it: the key of its row, and other columns that are asked for. */
export async function* readTenantFiles(
	tx: ReadTx,
	table: DescribedTable,
	{ column, namedBy }: { readonly column: string; readonly namedBy: readonly string[] },
): AsyncGenerator<{ names: TenantRow; bytes: Uint8Array }> {
	const columns = [...new Set([...table.key, ...namedBy])].map((name) => sql`t.${sql.identifier(name)}`);
	const bytes = sql`(select row_to_json(r) from (select ${list(columns)}) r) as names, t.${sql.identifier(column)}`;
	for await (const row of fetchRows<{ names: TenantRow; value: Buffer }>(tx, table, bytes, 1)) yield { names: row.names, bytes: row.value };
}

async function* fetchRows<Row extends Record<string, unknown>>(
	tx: ReadTx,
	table: DescribedTable,
	values: SQL,
	count: number,
): AsyncGenerator<Row> {
	// Reading by a cursor is a statement of its own, which the right to read does not offer otherwise. The transaction is read-only.
	const db = tx.db as NodePgDatabase;
	const order = list(table.key.map((name) => sql`t.${sql.identifier(name)}`));
	const own = sql`t.municipality_code = ${sql.raw(`'${tx.tenant}'`)}`;
	await db.execute(
		sql`declare tenant_rows no scroll cursor for select ${values} as value from ${sql.identifier(table.name)} t where ${own} order by ${order}`,
	);
	for (;;) {
		const { rows } = await db.execute(sql.raw(`fetch forward ${count} from tenant_rows`));
		if (rows.length === 0) break;
		yield* rows as Row[];
	}
	await db.execute(sql`close tenant_rows`);
}

function list(parts: readonly SQL[]): SQL {
	return sql.join([...parts], sql`, `);
}
