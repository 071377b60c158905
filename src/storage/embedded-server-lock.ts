import { chownSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DomainError } from '#domain/shared/domain-error.ts';

/** What a running application tells others that want its data: who it is and where. Times in ISO 8601. */
export type RunningServer = {
	pid: number;
	startedAt: string;
	/** Address of the site, `null` until it listens or where only the database runs. */
	address: string | null;
	/** Connection string of the database's owner, `null` until it accepts connections. Secret: the file is private. */
	databaseUrl: string | null;
};

/** Holds the data folder for this process until `release`. */
export type DataLock = { describe(running: RunningServer): void; release(): void };

const lockFile = (dataDir: string) => join(dataDir, 'fremdrift.lock');
const runningFile = (dataDir: string) => join(dataDir, 'running.json');

/**
 * Takes the data folder for this process, or refuses when another process has it.
 * SQLite's exclusive lock is used because the system drops it the moment its process dies, however it dies; a file with a pid
 * outlives `kill -9`, and its number may by then belong to somebody else. Node offers no file lock of its own.
 * @throws DomainError `server.data-in-use` (pid, address) or `server.data-not-writable`
 */
export function openDataLock(dataDir: string): DataLock {
	const database = lock(dataDir);
	if (!database) {
		const running = readRunning(dataDir);
		throw new DomainError('conflict', 'server.data-in-use', {
			folder: dataDir,
			pid: running?.pid ?? 0,
			address: running?.address ?? '',
		});
	}
	return {
		describe: (running) => writePrivate(runningFile(dataDir), JSON.stringify(running), null),
		release() {
			rmSync(runningFile(dataDir), { force: true });
			database.close();
		},
	};
}

/** The application that runs on this data folder now, or `null`. */
export function findRunningServer(dataDir: string): RunningServer | null {
	const running = readRunning(dataDir);
	if (!running) return null;
	const database = lock(dataDir);
	// The lock was free: whoever wrote the file is dead.
	database?.close();
	return database ? null : running;
}

/** Writes a file that only its owner may read, whole or not at all. */
export function writePrivate(path: string, text: string, owner: { uid: number; gid: number } | null): void {
	const temporary = `${path}.${process.pid}`;
	rmSync(temporary, { force: true });
	writeFileSync(temporary, text, { mode: 0o600, flag: 'wx' });
	if (owner) chownSync(temporary, owner.uid, owner.gid);
	renameSync(temporary, path);
}

function lock(dataDir: string): DatabaseSync | null {
	let database: DatabaseSync | undefined;
	try {
		database = new DatabaseSync(lockFile(dataDir), { timeout: 0 });
		database.exec('BEGIN EXCLUSIVE');
		return database;
	} catch (error) {
		database?.close();
		if (error instanceof Error && 'errcode' in error && error.errcode === 5) return null;
		throw new DomainError('forbidden', 'server.data-not-writable', { folder: dataDir }, { cause: error });
	}
}

function readRunning(dataDir: string): RunningServer | null {
	try {
		return JSON.parse(readFileSync(runningFile(dataDir), 'utf8')) as RunningServer;
	} catch {
		return null;
	}
}
