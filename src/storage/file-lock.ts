import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** A lock held by this process until `release`. */
export type FileLock = { release(): void };

const busy = 5;

/**
 * Takes a lock on a file, or answers `null` when another process holds it for longer than `patience` ms.
 * SQLite's exclusive lock is used because the system drops it the moment its process dies, however it dies; a file with a pid
 * outlives `kill -9`, and its number may by then belong to somebody else. Node offers no file lock of its own.
 * The file stays and is empty; it must not be opened in any other way, which would drop the lock.
 */
export function openFileLock(path: string, patience = 0): FileLock | null {
	let database: DatabaseSync | undefined;
	try {
		database = new DatabaseSync(path, { timeout: patience });
		// Nothing is ever written, so a journal would only be a file left lying about.
		database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
		chmodSync(path, 0o600);
		const held = database;
		return { release: () => held.close() };
	} catch (error) {
		database?.close();
		if (error instanceof Error && 'errcode' in error && error.errcode === busy) return null;
		throw error;
	}
}
