import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findDatabaseError } from './database-errors.ts';
import { applyGrants } from './grants.ts';
import { migrateJobs } from './job-queue.ts';

/** Where it is written which migrations a database has. It holds no municipality's data. */
export const migrationsTable = 'schema_migration';

/** The folder of the migrations when the program runs from its sources. */
export const sourceMigrations = fileURLToPath(new URL('../../migrations', import.meta.url));

// Any number that nothing else locks; replicas that start at once agree on it.
const lockKey = 5_207_310_340;

export type MigrateOptions = {
	/** Connection of the owner of the tables, or of a superuser. */
	readonly url: string;
	readonly migrationsFolder?: string;
	/** Milliseconds to wait for a table that others use. Whoever comes after waits behind us, so it is not long: 10 s when left out. */
	readonly lockTimeoutMs?: number;
};

/**
 * Brings a database up to date and gives the application's role its rights. Safe when several replicas start at once:
 * one migrates, the others wait and find nothing to do. All pending migrations are one transaction.
 * @throws DomainError `database.too-old` below PostgreSQL 15, `database.not-owner` where the user may not make what it needs,
 *   `database.busy` when a table was in use all the time; then nothing is changed and the version that serves goes on
 */
export async function migrate({ url, migrationsFolder = sourceMigrations, lockTimeoutMs = 10_000 }: MigrateOptions): Promise<void> {
	const client = new pg.Client({ connectionString: url, application_name: 'fremdrift migrate' });
	await client.connect();
	try {
		const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::int as version`);
		const version = Math.floor((rows[0]?.version ?? 0) / 10_000);
		if (version < 15) throw new DomainError('invalid', 'database.too-old', { version, needed: 15 });
		await client.query('select pg_advisory_lock($1)', [lockKey]);
		await client.query(`set client_min_messages = warning; set lock_timeout = ${Math.trunc(lockTimeoutMs)}`);
		await applyMigrations(drizzle(client), { migrationsFolder, migrationsSchema: 'public', migrationsTable });
		await applyGrants(client);
		await migrateJobs(client);
	} catch (error) {
		// 55P03: a lock was not to be had in time.
		if (findDatabaseError(error)?.code === '55P03') throw new DomainError('conflict', 'database.busy', {}, { cause: error });
		if (!isRefusal(error)) throw error;
		throw new DomainError('forbidden', 'database.not-owner', await describeUser(client), { cause: error });
	} finally {
		// Ending the session gives the lock back as well.
		await client.end();
	}
}

/** 42501: the user lacks a right, here that of making schemas or tables, or of changing those of another owner. */
function isRefusal(error: unknown): boolean {
	return findDatabaseError(error)?.code === '42501';
}

async function describeUser(client: pg.Client): Promise<{ role: string; database: string }> {
	// A transaction the refusal broke off would answer nothing.
	await client.query('rollback');
	const { rows } = await client.query<{ role: string; database: string }>('select current_user as role, current_database() as database');
	return rows[0] ?? { role: '', database: '' };
}
