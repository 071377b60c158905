import { chownSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DomainError } from '#domain/shared/domain-error.ts';
import { openFileLock, type FileLock } from './file-lock.ts';

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

// An application whose terminal or npm was killed is about to notice and stop; so long a new one waits for the folder.
const patience = 3_000;
// Another process may be looking whether somebody runs here, which takes the lock for a moment.
const probePatience = 100;

const runningFile = (dataDir: string) => join(dataDir, 'running.json');

/**
 * Takes the data folder for this process, or refuses when another process has it.
 * @throws DomainError `server.data-in-use` (pid, address) or `server.data-not-writable`
 */
export async function openDataLock(dataDir: string, signal?: AbortSignal): Promise<DataLock> {
	let held = lock(dataDir);
	for (const end = Date.now() + patience; !held && Date.now() < end; held = lock(dataDir)) await delay(50, undefined, { signal });
	if (!held) {
		const running = readRunning(dataDir);
		throw new DomainError('conflict', 'server.data-in-use', {
			folder: dataDir,
			pid: running?.pid ?? 0,
			address: running?.address ?? '',
		});
	}
	const taken = held;
	return {
		describe: (running) => writePrivate(runningFile(dataDir), JSON.stringify(running), null),
		release() {
			rmSync(runningFile(dataDir), { force: true });
			taken.release();
		},
	};
}

/** The application that runs on this data folder now, or `null`. */
export function findRunningServer(dataDir: string): RunningServer | null {
	const running = readRunning(dataDir);
	if (!running) return null;
	const held = lock(dataDir);
	// The lock was free: whoever wrote the file is dead.
	held?.release();
	return held ? null : running;
}

/** Writes a file that only its owner may read, whole or not at all. */
export function writePrivate(path: string, text: string, owner: { uid: number; gid: number } | null): void {
	const temporary = `${path}.${process.pid}`;
	rmSync(temporary, { force: true });
	writeFileSync(temporary, text, { mode: 0o600, flag: 'wx' });
	if (owner) chownSync(temporary, owner.uid, owner.gid);
	renameSync(temporary, path);
}

function lock(dataDir: string): FileLock | null {
	try {
		return openFileLock(join(dataDir, 'fremdrift.lock'), probePatience);
	} catch (error) {
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
