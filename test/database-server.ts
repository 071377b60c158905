import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedServer } from '#storage/embedded-server.ts';
import { migrate } from '#storage/migrate.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** Connection string to the server's maintenance database, as a superuser. */
		databaseServer: string;
		/** Name of the migrated database that each test file gets a copy of. */
		databaseTemplate: string;
	}
}

/**
 * Gives all database tests one real server with one migrated template. `TEST_DATABASE_URL` names a server to use instead
 * (a user who may create databases and roles); otherwise the embedded one is started in a folder of its own.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
	const own = process.env.TEST_DATABASE_URL ? undefined : await startOwn();
	const server = own?.url ?? String(process.env.TEST_DATABASE_URL);
	const template = `fremdrift_test_${process.pid}_${Date.now().toString(36)}`;
	await run(server, `create database ${template}`);
	const url = new URL(server);
	url.pathname = `/${template}`;
	await migrate({ url: url.href });
	project.provide('databaseServer', server);
	project.provide('databaseTemplate', template);
	return async () => {
		if (own) await own.stop();
		else await dropAll(server, template);
	};
}

/** Drops the template and those that tests made of it. */
async function dropAll(server: string, template: string): Promise<void> {
	const client = new pg.Client({ connectionString: server });
	await client.connect();
	const { rows } = await client.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [
		template,
	]);
	for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
	// Whom the copies of an installation's database belong to.
	await client.query(`drop role if exists ${template}_owned`);
	await client.end();
}

async function startOwn(): Promise<{ url: string; stop: () => Promise<void> }> {
	const dataDir = mkdtempSync(join(tmpdir(), 'fremdrift-test-'));
	const server = await startEmbeddedServer({ dataDir, settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } });
	return {
		url: server.url,
		stop: async () => {
			await server.stop();
			rmSync(dataDir, { recursive: true, force: true });
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
