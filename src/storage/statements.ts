import { sql, type Placeholder } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';

/** What can be done to the tables by who only reads. */
export type SelectOnly = Pick<NodePgDatabase, 'select' | 'selectDistinct' | 'selectDistinctOn' | '$with' | 'with' | '$count'>;

/**
 * A statement that is built once and kept prepared by each connection, for what every request or every save asks: building the text and
 * planning it cost more than answering. What differs from time to time is a placeholder named after a key of `Values`.
 */
export type Statement<Values extends Record<string, unknown>, Result, Db = SelectOnly> = {
	/** Unique among all statements; at most 63 bytes, as PostgreSQL's names. */
	readonly name: string;
	readonly build: (db: Db, value: (key: keyof Values & string) => Placeholder) => Preparable<Result>;
	/** Never there; it ties the values to the type. */
	readonly values?: Values;
};

/** Asks such a statement in a transaction. It is sent before the call returns. */
export type Ask<Db> = <Values extends Record<string, unknown>, Result>(
	statement: Statement<Values, Result, Db>,
	values: Values,
) => Promise<Result>;

type Prepared<Result> = { execute(values: Record<string, unknown>): Promise<Result> };
type Preparable<Result> = { prepare(name: string): Prepared<Result> };

/** Stands in a statement for the municipality of the transaction in which it is asked. */
export const ownTenant = sql.placeholder('own tenant');

const kept = new WeakMap<pg.PoolClient, Map<string, Prepared<unknown>>>();

/** Asks a statement on a connection, which prepares it the first time. */
export function askPrepared<Values extends Record<string, unknown>, Result>(
	client: pg.PoolClient,
	tenant: string,
	{ name, build }: Statement<Values, Result, NodePgDatabase>,
	values: Values,
): Promise<Result> {
	const statements = kept.get(client) ?? new Map<string, Prepared<unknown>>();
	kept.set(client, statements);
	const prepared = statements.get(name) ?? build(drizzle(client), (key) => sql.placeholder(key)).prepare(name);
	statements.set(name, prepared);
	return (prepared as Prepared<Result>).execute({ ...values, [ownTenant.name]: tenant });
}
