import pg from 'pg';
import { DomainError } from '#domain/shared/domain-error.ts';
import { applicationRole } from './grants.ts';
import { migrationsTable } from './migrate.ts';

/** How transactions are opened on this connection: `setRole` is the statement that takes the application's role, or nothing. */
export type Connection = { readonly setRole: string };

/**
 * Finds out as whom transactions run and refuses a connection on which row-level security would not hold.
 * Where the application's role can be taken, every transaction takes it: it owns nothing and may only what its grants say.
 * Where it cannot (a database user who may not create roles), the user is the tables' owner and obeys the same policies,
 * because they are forced on the owner too.
 */
export async function checkConnection(pool: pg.Pool): Promise<Connection> {
	const setRole = (await canTakeRole(pool)) ? `set local role ${applicationRole};` : '';
	const client = await pool.connect();
	try {
		await client.query('begin');
		if (setRole) await client.query(setRole);
		const { rows } = await client.query<Standing>(standing, [migrationsTable]);
		await client.query('rollback');
		checkStanding(rows[0]);
		return { setRole };
	} finally {
		client.release();
	}
}

type Standing = { name: string; bypasses: boolean; tables: number; unguarded: number };

const standing = `
	select current_user as name,
		(select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as bypasses,
		count(c.oid)::int as tables,
		count(c.oid) filter (where not (c.relrowsecurity and c.relforcerowsecurity))::int as unguarded
	from pg_class c
	where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and c.relname <> $1`;

function checkStanding(found: Standing | undefined): void {
	if (!found || found.tables === 0) throw new DomainError('conflict', 'database.not-migrated');
	if (found.bypasses || found.unguarded > 0) {
		throw new DomainError('forbidden', 'database.role-bypasses-security', { role: found.name, tables: found.unguarded });
	}
}

async function canTakeRole(pool: pg.Pool): Promise<boolean> {
	const client = await pool.connect();
	try {
		await client.query('begin');
		await client.query(`set local role ${applicationRole}`);
		return true;
	} catch (error) {
		// 42501: not a member of the role; 22023: there is no such role.
		if (error instanceof pg.DatabaseError && ['42501', '22023'].includes(error.code ?? '')) return false;
		throw error;
	} finally {
		await client.query('rollback');
		client.release();
	}
}
