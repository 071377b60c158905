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

/** Copies the migrated template, or another that `prepareTemplate` made. Close it in `afterAll`. */
export async function createTestDatabase(template = inject('databaseTemplate')): Promise<TestDatabase> {
	const { disconnect, name, ...database } = await openCopy(template);
	return {
		...database,
		close: async () => {
			await disconnect();
			await runOnce(`drop database ${name} with (force)`);
		},
	};
}

/**
 * A database that many tests begin with. The first file that asks fills it, and every later one in the same run gets its name to copy.
 * @param name one word for what it holds
 * @param fill may open the database; all of it is closed afterwards
 */
export async function prepareTemplate(name: string, fill: (database: Omit<TestDatabase, 'close'>) => Promise<void>): Promise<string> {
	const template = `${inject('databaseTemplate')}_${name}`;
	const client = new pg.Client({ connectionString: inject('databaseServer') });
	await client.connect();
	try {
		// Files run side by side: the second waits here until the first is done.
		await client.query('select pg_advisory_lock(hashtext($1))', [template]);
		const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
		if (rowCount) return template;
		const { disconnect, ...copy } = await openCopy(inject('databaseTemplate'));
		await fill(copy).finally(disconnect);
		// A database has its name only when it is whole: one whose filling failed is filled again by the next who asks.
		await client.query(`alter database ${copy.name} rename to ${template}`);
		return template;
	} finally {
		await client.end();
	}
}

async function openCopy(template: string) {
	const name = `fremdrift_test_${randomUUID().replaceAll('-', '')}`;
	await runOnce(`create database ${name} template ${template}`);
	const address = new URL(inject('databaseServer'));
	address.pathname = `/${name}`;
	const url = address.href;
	const owner = new pg.Pool({ connectionString: url, max: 2 });
	const opened: Database[] = [];
	return {
		name,
		url,
		open: async () => {
			const database = await openDatabase({ url, poolSize: 4 });
			opened.push(database);
			return database;
		},
		sql: async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => (await owner.query<Row>(text, values)).rows,
		disconnect: async () => {
			await Promise.all(opened.map((database) => database.close()));
			await owner.end();
		},
	};
}

async function runOnce(statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: inject('databaseServer') });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
