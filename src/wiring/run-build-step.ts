import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { DomainError } from '#domain/shared/domain-error.ts';
import { openFileLock } from '#storage/file-lock.ts';

/** Runs `work` while no other process builds in this checkout; two builds at once would write over each other. */
export async function holdBuildLock(root: string, signal: AbortSignal | undefined, work: () => Promise<void>): Promise<void> {
	const folder = join(root, 'node_modules', '.cache');
	mkdirSync(folder, { recursive: true });
	let lock = openFileLock(join(folder, 'fremdrift-build.lock'));
	while (!lock) {
		await delay(100, undefined, { signal });
		lock = openFileLock(join(folder, 'fremdrift-build.lock'));
	}
	try {
		await work();
	} finally {
		lock.release();
	}
}

/** Runs a program of a package with this Node. @throws DomainError `site.build-failed` with the end of what it said */
export async function runNode(root: string, program: string, args: readonly string[], signal?: AbortSignal): Promise<void> {
	const child = spawn(process.execPath, [join(root, program), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
	const end = () => child.kill('SIGTERM');
	signal?.addEventListener('abort', end, { once: true });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
	const [code] = (await once(child, 'close')) as [number | null];
	signal?.removeEventListener('abort', end);
	signal?.throwIfAborted();
	if (code !== 0) throw new DomainError('conflict', 'site.build-failed', { log: getLastLines(said) });
}

// Colours and the places in the build tool's own code tell a reader nothing.
function getLastLines(said: string): string {
	const lines = stripVTControlCharacters(said).trim().split('\n');
	return lines
		.filter((line) => !/^\s+at /.test(line))
		.slice(-25)
		.join('\n');
}
