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
 * @param what one word for what it holds
 * @param fill may open the database; all of it is closed afterwards
 * @param from the template it is a copy of before it is filled
 */
export async function prepareTemplate(
	what: string,
	fill: (database: Omit<TestDatabase, 'close'>) => Promise<void>,
	from = inject('databaseTemplate'),
): Promise<string> {
	return makeOnce(what, async (template) => {
		const { disconnect, name, ...copy } = await openCopy(from);
		await fill(copy).finally(disconnect);
		await runOnce(`alter database ${name} rename to ${template}`);
	});
}

/** Makes a database the first time it is asked for in a run, and gives its name. Files run side by side: who comes second waits. */
export async function makeOnce(what: string, make: (name: string) => Promise<void>): Promise<string> {
	const name = `${inject('databaseTemplate')}_${what}`;
	const client = new pg.Client({ connectionString: inject('databaseServer') });
	await client.connect();
	try {
		await client.query('select pg_advisory_lock(hashtext($1))', [name]);
		const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
		if (!rowCount) await make(name);
		return name;
	} catch (error) {
		// Half of it is nothing to begin with.
		await client.query(`drop database if exists ${name} with (force)`);
		throw error;
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
	// The database is dropped under connections that are just closing; without a listener that would end the process.
	owner.on('connect', (client) => void client.on('error', () => undefined));
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
