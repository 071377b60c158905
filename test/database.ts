import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Database } from '#storage/database.ts';

/** A migrated, empty database of its own for one test file. */
export type TestDatabase = {
	/** Connection string of the owner, a superuser: sees everything, also what policies hide. */
	readonly url: string;
	/** Opens it as the application does. Called twice it is two replicas. */
	open(): Promise<Database>;
	/** Runs a statement as the superuser, past every policy. */
	sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
	close(): Promise<void>;
};

/** Copies the template database. Close it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
	const server = inject('databaseServer');
	const name = `fremdrift_test_${randomUUID().replaceAll('-', '')}`;
	await runOnce(server, `create database ${name} template ${inject('databaseTemplate')}`);
	const address = new URL(server);
	address.pathname = `/${name}`;
	const url = address.href;
	const owner = new pg.Pool({ connectionString: url, max: 2 });
	const opened: Database[] = [];
	return {
		url,
		open: async () => {
			const database = await openDatabase({ url, poolSize: 4 });
			opened.push(database);
			return database;
		},
		sql: async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => (await owner.query<Row>(text, values)).rows,
		close: async () => {
			await Promise.all(opened.map((database) => database.close()));
			await owner.end();
			await runOnce(server, `drop database ${name} with (force)`);
		},
	};
}

async function runOnce(url: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
