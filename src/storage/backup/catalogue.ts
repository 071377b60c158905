import type pg from 'pg';
import { migrationsTable } from '../migrate.ts';

/** A column as the database declares it. */
export type Column = { readonly name: string; readonly type: string };

/** A table as the database has it, so that a table of tomorrow is known without being told of here. */
export type Table = {
	readonly name: string;
	/** Without those that the database computes itself. */
	readonly columns: readonly Column[];
	/** Columns of the primary key, in its order. */
	readonly key: readonly string[];
	/** Whether its rows belong to municipalities; otherwise to the installation itself. */
	readonly isTenants: boolean;
	/** Keys that point into the same table: a row may stand before the one it names. */
	readonly ownReferences: readonly string[];
};

/** Which migrations a database has: two with the same have the same tables. */
export type SchemaVersion = { readonly migrations: number; readonly newest: string };

/** Every table of the application, those that others point to first. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
	const { rows } = await client.query<Row>(tablesQuery, [migrationsTable]);
	return placeReferredFirst(rows).map(({ columns, name, key, own_references }) => ({
		name,
		columns,
		key,
		isTenants: columns.some((column) => column.name === 'municipality_code') && key.includes('municipality_code'),
		ownReferences: own_references,
	}));
}

/** The version of the schema, from the record the migrations keep. */
export async function readSchemaVersion(client: pg.ClientBase): Promise<SchemaVersion> {
	const { rows } = await client.query<{ hash: string }>(`select hash from ${migrationsTable} order by created_at`);
	return { migrations: rows.length, newest: rows.at(-1)?.hash ?? '' };
}

type Row = { name: string; columns: Column[]; key: string[]; own_references: string[]; refers_to: string[] };

const tablesQuery = `
	select c.relname as name,
		(select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
			from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
		(select json_agg(a.attname order by k.place)
			from pg_constraint p, unnest(p.conkey) with ordinality k(number, place), pg_attribute a
			where p.conrelid = c.oid and p.contype = 'p' and a.attrelid = c.oid and a.attnum = k.number) as key,
		(select coalesce(json_agg(f.conname), '[]') from pg_constraint f
			where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = c.oid) as own_references,
		(select coalesce(json_agg(distinct r.relname), '[]') from pg_constraint f join pg_class r on r.oid = f.confrelid
			where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers_to
	from pg_class c
	where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and c.relname <> $1
	order by c.relname`;

function placeReferredFirst(rows: readonly Row[]): Row[] {
	const placed: Row[] = [];
	const waiting = new Set(rows);
	while (waiting.size > 0) {
		const next = [...waiting].find(({ refers_to }) => refers_to.every((name) => placed.some((row) => row.name === name)));
		if (!next) throw new Error(`tables point to each other in a circle: ${[...waiting].map(({ name }) => name).join(', ')}`);
		waiting.delete(next);
		placed.push(next);
	}
	return placed;
}
