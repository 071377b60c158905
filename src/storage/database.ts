import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { DomainError } from '#domain/shared/domain-error.ts';
import journal from '#migrations/meta/_journal.json' with { type: 'json' };
import { checkConnection, type Connection } from './connection.ts';
import { toDomainError } from './database-errors.ts';
import { openGatheringSocket } from './gathering-socket.ts';
import { askPrepared, type Ask } from './statements.ts';
import { makeTurns } from './turns.ts';
import type { DraftTx, PublicTx, ReadTx, SignInTx, WriteTx } from './transactions.ts';

/** The only way to the tables. Each call is one transaction; an exception inside rolls it back. */
export type Database = {
	/** Reads one municipality in one snapshot. The transaction is `read only`: PostgreSQL refuses a write. */
	read<Result>(tenant: string, work: (tx: ReadTx) => Promise<Result>): Promise<Result>;
	/**
	 * The same for what is asked all at once: `work` asks before it waits for anything, and opening, questions and end go together, so that
	 * the whole costs one answer's wait. A statement that comes later is refused.
	 */
	readAtOnce<Result>(tenant: string, work: (tx: ReadTx) => Promise<Result>): Promise<Result>;
	/** Changes one municipality. Writers of the same municipality wait for each other, so a read inside is still true at the commit. */
	write<Result>(tenant: string, work: (tx: WriteTx) => Promise<Result>): Promise<Result>;
	/**
	 * The same beside those who type, who need not wait: for changes of nothing that a draft depends on (plan, round, who is asked) but the
	 * rows it locks. Its first questions go with the opening, so what it knows of the clock may be older than its turn.
	 */
	writeBesideDrafts<Result>(tenant: string, work: (tx: WriteTx) => Promise<Result>): Promise<Result>;
	/** Saves what is being typed in one municipality, beside others who type; `write` waits for it, and it for `write`. */
	writeDraft<Result>(tenant: string, work: (tx: DraftTx) => Promise<Result>): Promise<Result>;
	/** Adds rows that nothing else depends on, whoever writes meanwhile: it takes no lock, so who reads may leave such a row too. */
	addBeside<Result>(tenant: string, work: (tx: DraftTx) => Promise<Result>): Promise<Result>;
	/** Reads what is published, across municipalities. A statement may take 5 s: anybody may ask, and connections are few. */
	readPublic<Result>(work: (tx: PublicTx) => Promise<Result>): Promise<Result>;
	/** Reads and writes who signs in, and reads persons of every municipality; nothing else. For the sign-in alone. */
	signIn<Result>(work: (tx: SignInTx) => Promise<Result>): Promise<Result>;
	/** The same for what is asked all at once, as `readAtOnce` does it. */
	signInAtOnce<Result>(work: (tx: SignInTx) => Promise<Result>): Promise<Result>;
	/** The municipality with this code ("0340") or slug ("soroe") and its revision, in one round trip; undefined when there is none. */
	findRevision(codeOrSlug: string): Promise<TenantRevision | undefined>;
	/** True when the database answers within two seconds and is as new as this program, or newer. */
	isReady(): Promise<boolean>;
	close(): Promise<void>;
};

/** `revision` grows with every committed change of the municipality's content, whichever program made it. */
export type TenantRevision = { readonly code: string; readonly revision: number };

export type DatabaseOptions = {
	/** `postgres://…` to a migrated database. */
	readonly url: string;
	/** Connections at most; 10 when left out. */
	readonly poolSize?: number;
};

/**
 * Opens the database and makes sure that row-level security holds for this connection.
 * @throws DomainError `database.not-migrated`, `database.role-bypasses-security`
 */
export async function openDatabase({ url, poolSize = 10 }: DatabaseOptions): Promise<Database> {
	const pool = new pg.Pool({
		connectionString: url,
		max: poolSize,
		application_name: 'fremdrift',
		statement_timeout: 30_000,
		idle_in_transaction_session_timeout: 60_000,
		// Statements asked for together are sent together, so a transaction waits for fewer answers.
		pipeline: true,
		stream: openGatheringSocket,
	});
	// A connection that the server closes is replaced at the next use, and a transaction on it fails by its next statement. Without
	// listeners, on the pool for idle connections and on each for those at work, it would end the whole process.
	pool.on('error', () => undefined);
	pool.on('connect', (client) => client.on('error', () => undefined));
	try {
		const connection = await checkConnection(pool);
		return openTransactions(pool, connection);
	} catch (error) {
		await pool.end();
		throw error;
	}
}

const publicTimeoutMs = 5000;
const readyTimeoutMs = 2000;
/** First half of the key of the lock of a municipality's writers; the second is its code. */
const writersLock = 3_400_001;
const newestMigration = Math.max(...journal.entries.map(({ when }) => when));

function openTransactions(pool: pg.Pool, { setRole }: Connection): Database {
	// One round trip opens a transaction: its kind, the role, the municipality and, for a writer, the municipality's lock.
	const begin = (kind: string, tenant: string, reading: '' | 'public' | 'sign-in' = '') =>
		`begin ${kind}; ${setRole} set local app.municipality = '${tenant}'; set local app.reading = '${reading}';`;
	// Two locks: one that those who type share, and the row, which a single writer holds, with or without them.
	const shared = (tenant: string) => `select pg_advisory_xact_lock_shared(${writersLock}, ${Number(tenant)});`;
	const alone = (tenant: string) => `select pg_advisory_xact_lock(${writersLock}, ${Number(tenant)});`;
	const writer = (tenant: string) => `select revision from municipality_revision where municipality_code = '${tenant}' for update`;
	const inTurn = makeTurns();
	const write = <Result>(tenant: string, lock: string, work: (tx: WriteTx) => Promise<Result>, waits: boolean) =>
		inTurn(tenant, () =>
			runTransaction(pool, begin('', tenant) + lock + writer(tenant), (tx) => work(ofTenant(tenant, tx) as WriteTx), { waits }),
		);
	const inTime = ` set local statement_timeout = ${publicTimeoutMs};`;
	const snapshot = 'isolation level repeatable read read only';
	return {
		read: async (tenant, work) => runTransaction(pool, begin(snapshot, checkTenant(tenant)), (tx) => work(ofTenant(tenant, tx) as ReadTx)),
		readAtOnce: async (tenant, work) => runAtOnce(pool, begin(snapshot, checkTenant(tenant)), (tx) => work(ofTenant(tenant, tx) as ReadTx)),
		write: async (tenant, work) => write(checkTenant(tenant), alone(tenant), work, true),
		writeBesideDrafts: async (tenant, work) => write(checkTenant(tenant), shared(tenant), work, false),
		writeDraft: async (tenant, work) =>
			runTransaction(pool, begin('', checkTenant(tenant)) + shared(tenant), (tx) => work(ofTenant(tenant, tx) as DraftTx)),
		addBeside: async (tenant, work) => runTransaction(pool, begin('', checkTenant(tenant)), (tx) => work(ofTenant(tenant, tx) as DraftTx)),
		readPublic: (work) =>
			runTransaction(pool, begin(snapshot, '', 'public') + inTime, ({ client }) => work({ db: drizzle(client) } as unknown as PublicTx)),
		signIn: (work) => runTransaction(pool, begin('', '', 'sign-in'), (tx) => work(ofSignIn(tx) as SignInTx)),
		signInAtOnce: (work) => runAtOnce(pool, begin('', '', 'sign-in'), (tx) => work(ofSignIn(tx) as SignInTx)),
		findRevision: (codeOrSlug) => findRevision(pool, begin('read only', '', 'public'), codeOrSlug),
		isReady: () =>
			Promise.race([isReady(pool, begin('read only', '', 'public')).catch(() => false), delay(readyTimeoutMs, false, { ref: false })]),
		close: () => pool.end(),
	};
}

/** A transaction as its work is given it: its own way to the connection, closed when it is over. */
type Opened = { readonly client: pg.PoolClient; readonly ask: (tenant: string) => Ask<NodePgDatabase> };

function ofTenant(tenant: string, { client, ask }: Opened): unknown {
	return { tenant, db: drizzle(client), ask: ask(tenant) };
}

function ofSignIn({ client, ask }: Opened): unknown {
	return { db: drizzle(client), client, ask: ask('') };
}

/** What goes on asking after the end, such as the other half of a `Promise.all` that failed, must not reach the next transaction. */
function openOn(client: pg.PoolClient): Opened & { over(): void } {
	let isOver = false;
	const refuse = () => Promise.reject(new Error('a statement came after the end of its transaction'));
	const query = (...asked: Parameters<pg.PoolClient['query']>): unknown => (isOver ? refuse() : client.query(...asked));
	return {
		client: { query } as unknown as pg.PoolClient,
		ask: (tenant) => (statement, values) => (isOver ? refuse() : askPrepared(client, tenant, statement, values)),
		over: () => void (isOver = true),
	};
}

async function runTransaction<Result>(
	pool: pg.Pool,
	opening: string,
	work: (tx: Opened) => Promise<Result>,
	{ waits = false } = {},
): Promise<Result> {
	const client = await pool.connect();
	const tx = openOn(client);
	let isBroken = false;
	try {
		// Sent ahead of the work's first statement and not waited for: when it fails, so does all that follows it. Only who takes a lock
		// alone waits, so that the clock is read when it is held.
		const opened = client.query(opening);
		if (waits) await opened;
		const [begun, worked] = await Promise.allSettled([opened, work(tx)]);
		if (begun.status === 'rejected') throw begun.reason;
		if (worked.status === 'rejected') throw worked.reason;
		tx.over();
		const { command } = await client.query('commit');
		// PostgreSQL answers ROLLBACK, not an error, when a failed statement was caught and ignored inside.
		if (command !== 'COMMIT') throw new Error('the transaction had failed inside and was rolled back instead of committed');
		return worked.value;
	} catch (error) {
		tx.over();
		await client.query('rollback').catch(() => (isBroken = true));
		throw toDomainError(error);
	} finally {
		client.release(isBroken);
	}
}

/** A transaction sent whole: PostgreSQL makes its commit a rollback when something in it fails. */
async function runAtOnce<Result>(pool: pg.Pool, opening: string, work: (tx: Opened) => Promise<Result>): Promise<Result> {
	const client = await pool.connect();
	const tx = openOn(client);
	let isBroken = false;
	try {
		const opened = client.query(opening);
		const working = work(tx);
		tx.over();
		const [begun, worked, ended] = await Promise.allSettled([opened, working, client.query('commit')]);
		isBroken = ended.status === 'rejected';
		if (begun.status === 'rejected') throw begun.reason;
		if (worked.status === 'rejected') throw worked.reason;
		if (ended.status === 'rejected') throw ended.reason;
		return worked.value;
	} catch (error) {
		throw toDomainError(error);
	} finally {
		client.release(isBroken);
	}
}

async function findRevision(pool: pg.Pool, opening: string, codeOrSlug: string): Promise<TenantRevision | undefined> {
	// The text goes into the statement itself to spare a round trip, so only what cannot be anything but a code or slug comes through.
	if (!/^[a-z0-9-]{1,60}$/.test(codeOrSlug)) return undefined;
	const column = /^\d{4}$/.test(codeOrSlug) ? 'municipality_code' : 'slug';
	const client = await pool.connect();
	let isDone = false;
	try {
		const query = `select m.municipality_code as code, r.revision from municipality m join municipality_revision r using (municipality_code) where m.${column} = '${codeOrSlug}'`;
		// Several statements in one text give one result each, which the types of pg do not say.
		const results = (await client.query(`${opening} ${query}; commit`)) as unknown as pg.QueryResult<{ code: string; revision: string }>[];
		const row = results.at(-2)?.rows[0];
		isDone = true;
		return row && { code: row.code, revision: Number(row.revision) };
	} finally {
		client.release(!isDone);
	}
}

async function isReady(pool: pg.Pool, opening: string): Promise<boolean> {
	const client = await pool.connect();
	let isDone = false;
	try {
		const query = `set local statement_timeout = ${readyTimeoutMs}; select max(created_at) as at from schema_migration`;
		const results = (await client.query(`${opening} ${query}; commit`)) as unknown as pg.QueryResult<{ at: string | null }>[];
		isDone = true;
		return Number(results.at(-2)?.rows[0]?.at ?? 0) >= newestMigration;
	} finally {
		client.release(!isDone);
	}
}

function checkTenant(tenant: string): string {
	if (!/^\d{4}$/.test(tenant)) throw new DomainError('invalid', 'municipality.code-form', { code: tenant.slice(0, 20) });
	return tenant;
}
