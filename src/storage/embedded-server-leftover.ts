import { readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DomainError } from '#domain/shared/domain-error.ts';

const fastShutdown = 'SIGINT';
const immediateShutdown = 'SIGQUIT';
// Above any pid the kernel gives out, so PostgreSQL finds nobody there.
const nobodysPid = '2147483646';

/** What the server's own pid file says: its process, and whether it accepts connections. */
export type ServerPidFile = { pid: number; ready: boolean };

/** Reads `postmaster.pid`; `null` when there is none or it is half written. */
export function readServerPidFile(clusterDir: string): ServerPidFile | null {
	try {
		const lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
		const pid = Number(lines[0]);
		return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : null;
	} catch {
		return null;
	}
}

/**
 * Stops a database server that outlived its application. Call it only while holding the data lock.
 * A stale pid file is PostgreSQL's own to judge, with one exception: a number that now belongs to a process that is not this
 * database (usual in containers, where numbers are few) would make it refuse for ever.
 * @throws DomainError `server.leftover-runs` when it will not stop
 */
export async function stopLeftoverServer(clusterDir: string, log: (event: string, facts: { pid: number }) => void): Promise<void> {
	const left = readServerPidFile(clusterDir);
	if (!left || !isAlive(left.pid)) return;
	if (!isServerOf(left.pid, clusterDir)) {
		disownPidFile(clusterDir);
		return;
	}
	log('database.leftover-stopping', { pid: left.pid });
	for (const signal of [fastShutdown, immediateShutdown] as const) {
		process.kill(left.pid, signal);
		if (await waitForEnd(left.pid, clusterDir, 8_000)) return;
	}
	// Killing it outright could leave its own children writing to the files: a person must look.
	throw new DomainError('conflict', 'server.leftover-runs', { pid: left.pid });
}

/** Asks a server to stop, first in good order, then at once. Resolves with false when it still runs. */
export async function stopServerProcess(kill: (signal: NodeJS.Signals) => void, ended: Promise<unknown>): Promise<boolean> {
	for (const [signal, patience] of [
		[fastShutdown, 10_000],
		[immediateShutdown, 5_000],
	] as const) {
		kill(signal);
		const timer = new AbortController();
		const over = await Promise.race([ended.then(() => true), delay(patience, false, { signal: timer.signal }).catch(() => true)]);
		timer.abort();
		if (over) return true;
	}
	return false;
}

async function waitForEnd(pid: number, clusterDir: string, patience: number): Promise<boolean> {
	for (const end = Date.now() + patience; Date.now() < end; await delay(20)) {
		if (!isAlive(pid) || !isServerOf(pid, clusterDir)) return true;
	}
	return false;
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

/** True when the process is a database server on these files: a server's working folder is its data folder. */
function isServerOf(pid: number, clusterDir: string): boolean {
	// Without /proc (macOS, Windows) the pid file is all there is to go by.
	if (process.platform !== 'linux') return true;
	try {
		return readlinkSync(`/proc/${pid}/cwd`) === clusterDir;
	} catch {
		// Root in a container may not look into another user's process, but everybody may read its command.
		return readCommand(pid).includes(clusterDir);
	}
}

function readCommand(pid: number): string[] {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
	} catch {
		return [];
	}
}

// The other lines stay: from them PostgreSQL finds out whether children of a killed server still use its shared memory.
function disownPidFile(clusterDir: string): void {
	const path = join(clusterDir, 'postmaster.pid');
	const lines = readFileSync(path, 'utf8').split('\n');
	const { mode } = statSync(path);
	writeFileSync(path, [nobodysPid, ...lines.slice(1)].join('\n'), { mode });
}
