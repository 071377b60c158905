import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate } from '#storage/migrate.ts';

/** A migrated database whose owner is no superuser, as an installation has it: row-level security binds it. */
export type OwnedDatabase = {
	/** Connection string of the owner. */
	readonly url: string;
	/** Runs a statement past every policy. */
	sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
	close(): Promise<void>;
};

export async function createOwnedDatabase(): Promise<OwnedDatabase> {
	const name = `fremdrift_owned_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
	await run(inject('databaseServer'), `create role ${name} login createrole password 'test'`);
	await run(inject('databaseServer'), `alter role ${name} set createrole_self_grant = 'set, inherit'`);
	await run(inject('databaseServer'), `create database ${name} owner ${name}`);
	const superuser = new URL(inject('databaseServer'));
	superuser.pathname = `/${name}`;
	const url = new URL(superuser);
	[url.username, url.password] = [name, 'test'];
	await run(superuser.href, `grant fremdrift_app to ${name}`);
	await migrate({ url: url.href });
	const pool = new pg.Pool({ connectionString: superuser.href, max: 1 });
	// The database is dropped by force: what is left of a closed connection may still hear of it.
	pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
	return {
		url: url.href,
		sql: async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => (await pool.query<Row>(text, values)).rows,
		close: async () => {
			await pool.end();
			await run(inject('databaseServer'), `drop database ${name} with (force)`);
			await run(inject('databaseServer'), `drop role ${name}`);
		},
	};
}

async function run(url: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
