import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate } from '#storage/migrate.ts';
import { makeOnce } from './database.ts';

/** A migrated database whose owner is no superuser, as an installation has it: row-level security binds it. */
export type OwnedDatabase = {
	/** Connection string of the owner. */
	readonly url: string;
	/** Runs a statement past every policy. */
	sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
	close(): Promise<void>;
};

/** Copies one that was migrated by its owner; all copies of a run have the same owner. Close it when done. */
export async function createOwnedDatabase(): Promise<OwnedDatabase> {
	const template = await makeOnce('owned', makeOwned);
	const name = `fremdrift_owned_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
	await run(inject('databaseServer'), `create database ${name} template ${template} owner ${template}`);
	const [superuser, url] = [addressOf(name), addressOf(name)];
	[url.username, url.password] = [template, 'test'];
	const pool = new pg.Pool({ connectionString: superuser.href, max: 1 });
	// The database is dropped by force: what is left of a closed connection may still hear of it.
	pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
	return {
		url: url.href,
		sql: async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => (await pool.query<Row>(text, values)).rows,
		close: async () => {
			await pool.end();
			await run(inject('databaseServer'), `drop database ${name} with (force)`);
		},
	};
}

/** Makes a role and a database that belongs to it, and migrates it as that role. */
async function makeOwned(name: string): Promise<void> {
	const server = inject('databaseServer');
	await run(server, `create role ${name} login createrole password 'test'`);
	await run(server, `alter role ${name} set createrole_self_grant = 'set, inherit'`);
	await run(server, `create database ${name} owner ${name}`);
	await run(server, `grant fremdrift_app to ${name}`);
	const url = addressOf(name);
	[url.username, url.password] = [name, 'test'];
	await migrate({ url: url.href });
}

function addressOf(database: string): URL {
	const address = new URL(inject('databaseServer'));
	address.pathname = `/${database}`;
	return address;
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
