import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DomainError, isDomainError } from '#domain/shared/domain-error.ts';
import { findServerBinaries, type ServerBinaries } from './embedded-server-binaries.ts';
import { stopLeftoverServer, stopServerProcess } from './embedded-server-leftover.ts';
import { openDataLock, writePrivate } from './embedded-server-lock.ts';
import { openServerProcess, runProgram } from './embedded-server-process.ts';
import { findRunner, type Runner } from './embedded-server-user.ts';

export type EmbeddedServerOptions = {
	/** Folder for the database, made when missing; one running application per folder. */
	dataDir: string;
	/** TCP port on 127.0.0.1; a free one is chosen when absent. */
	port?: number;
	/** PostgreSQL settings beside our own, such as `{ fsync: 'off' }` for throw-away test databases. */
	settings?: Readonly<Record<string, string>>;
	/** Told of each step, with facts that hold no personal data. */
	log?: (event: string, facts: Readonly<Record<string, string | number>>) => void;
	/** Gives up a start in progress, leaving the files as a crash would: the next start goes on from there. */
	signal?: AbortSignal;
};

export type EmbeddedServer = {
	/** Connection string of the superuser to the database `fremdrift` on 127.0.0.1. Secret. */
	url: string;
	/** The same as the database's owner, whom row-level security binds: for the application and its migrations. Secret. */
	applicationUrl: string;
	/** Tells others that want this data folder where the site is. */
	announce(address: string): void;
	/** Stops the database and frees the folder. May be called twice. */
	stop(): Promise<void>;
	/** Resolves when the server has ended, whether asked to or not. */
	ended: Promise<void>;
};

const version = '18';

/**
 * Starts the PostgreSQL that npm brings, on 127.0.0.1 alone, with its files in `dataDir`; makes them at the first start.
 * Durable (fsync stays on). Cleans up by itself after an application or a database that was killed.
 * @throws DomainError `server.…` for what a person can do something about
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
	const log = options.log ?? (() => undefined);
	const dataDir = openFolder(options.dataDir);
	const lock = await openDataLock(dataDir, options.signal);
	const running = {
		pid: process.pid,
		startedAt: new Date().toISOString(),
		address: null as string | null,
		databaseUrl: null as string | null,
	};
	try {
		lock.describe(running);
		const clusterDir = join(dataDir, 'postgres', 'cluster');
		const binaries = findServerBinaries();
		const runner = findRunner(dataDir, clusterDir, binaries.postgres);
		await stopLeftoverServer(clusterDir, log);
		if (!existsSync(clusterDir)) await createCluster(dataDir, binaries, runner, log, options.signal);
		checkVersion(clusterDir);
		const passwords = readPasswords(join(dataDir, 'postgres'));
		const logFile = join(dataDir, 'postgres.log');
		const server = await openServerProcess({
			...options,
			clusterDir,
			logFile,
			program: binaries.postgres,
			runner,
			passwords,
			log,
		});
		running.databaseUrl = server.applicationUrl;
		lock.describe(running);

		let stopping: Promise<void> | undefined;
		const stop = async () => {
			const stopped = await stopServerProcess(server.kill, server.ended);
			lock.release();
			log(stopped ? 'database.stopped' : 'database.still-running', { pid: server.pid });
		};
		return {
			url: server.url,
			applicationUrl: server.applicationUrl,
			announce: (address) => lock.describe(Object.assign(running, { address })),
			stop: () => (stopping ??= stop()),
			ended: server.ended,
		};
	} catch (error) {
		lock.release();
		throw error;
	}
}

// One of these is in a data folder of ours from its first seconds on, also where the database is elsewhere.
const ownNames = ['fremdrift.lock', 'postgres/cluster', 'postgres.new', 'secret', 'outbox'];
// Put there by file systems and programs for looking at folders.
const strayNames = ['lost+found', 'Thumbs.db', 'desktop.ini'];

/** A folder that holds other things, such as a system's own or somebody's documents, is not taken over. */
function refuseForeign(folder: string): void {
	const found = readdirSync(folder).filter((name) => !name.startsWith('.') && !strayNames.includes(name));
	if (found.length === 0 || ownNames.some((own) => existsSync(join(folder, own)))) return;
	throw new DomainError('invalid', 'server.foreign-folder', { folder, found: found.slice(0, 3).join(', ') });
}

function openFolder(path: string): string {
	try {
		if (!existsSync(path)) {
			addFolder(resolve(path));
			// The server's user may pass through; what is private inside says so itself.
			chmodSync(path, 0o711);
		}
		refuseForeign(path);
		return realpathSync(path);
	} catch (error) {
		if (isDomainError(error)) throw error;
		throw new DomainError('forbidden', 'server.data-not-writable', { folder: path }, { cause: error });
	}
}

/** Makes a folder and those above it, one by one: where the system makes no folders, as in /proc, Node's recursive call never ends. */
function addFolder(path: string): void {
	const parent = dirname(path);
	if (parent !== path && !existsSync(parent)) addFolder(parent);
	try {
		mkdirSync(path);
	} catch (error) {
		// Another process may have made it a moment ago.
		if (!existsSync(path)) throw error;
	}
}

/** Makes the database's files beside their place and moves them there when whole: a start killed half way leaves nothing to trip over. */
async function createCluster(
	dataDir: string,
	binaries: ServerBinaries,
	runner: Runner,
	log: NonNullable<EmbeddedServerOptions['log']>,
	signal?: AbortSignal,
): Promise<void> {
	for (const name of readdirSync(dataDir)) {
		if (name.startsWith('postgres.new')) rmSync(join(dataDir, name), { recursive: true, force: true });
	}
	log('database.creating', { folder: dataDir });
	const fresh = join(dataDir, 'postgres.new');
	const cluster = join(fresh, 'cluster');
	const passwordFile = join(fresh, superuserFile);
	mkdirSync(fresh, { mode: 0o711 });
	mkdirSync(cluster, { mode: 0o700 });
	for (const name of [superuserFile, applicationFile]) {
		writePrivate(join(fresh, name), `${randomBytes(24).toString('base64url')}\n`, runner.user);
	}
	if (runner.user) chownSync(cluster, runner.user.uid, runner.user.gid);
	await runProgram(runner, binaries.initdb, [...initOptions, `--pwfile=${passwordFile}`, `--pgdata=${cluster}`], signal);
	// An empty folder of that name may stand from an earlier try.
	rmSync(join(dataDir, 'postgres'), { recursive: true, force: true });
	renameSync(fresh, join(dataDir, 'postgres'));
}

const superuserFile = 'superuser.password';
const applicationFile = 'application.password';

function readPasswords(folder: string): { superuser: string; application: string } {
	const read = (name: string) => readFileSync(join(folder, name), 'utf8').trim();
	return { superuser: read(superuserFile), application: read(applicationFile) };
}

const initOptions = [
	'--username=postgres',
	'--auth=scram-sha-256',
	'--encoding=UTF8',
	// The same order and case rules on every machine; Danish order is asked for where it matters, with the collation da-x-icu.
	'--locale-provider=builtin',
	'--builtin-locale=C.UTF-8',
	'--locale=C',
	'--text-search-config=danish',
];

function checkVersion(clusterDir: string): void {
	const found = readFileSync(join(clusterDir, 'PG_VERSION'), 'utf8').trim();
	if (found !== version) throw new DomainError('conflict', 'server.other-version', { found, expected: version });
}
