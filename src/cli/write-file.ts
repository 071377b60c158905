import { open, realpath, rename, rm, stat, writeFile as writeBytes } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { basename, dirname, join, resolve } from 'node:path';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Terminal } from './terminal.ts';

/** Writes a file whole or not at all: what stood there before stays until the new one is complete. @throws DomainError `cli.output-unwritable` */
export async function writeFile(terminal: Terminal, file: string, bytes: Uint8Array): Promise<void> {
	await inPlaceOf(terminal, file, (temporary, flush) => writeBytes(temporary, bytes, { flush }));
}

/**
 * The same for what is written piece by piece: `write` is given the stream and ends it. Only the user who runs the command may
 * read the file. @throws DomainError `cli.output-unwritable`, and what `write` throws
 */
export async function writeSecretFile<Result>(
	terminal: Terminal,
	file: string,
	write: (out: Writable) => Promise<Result>,
): Promise<Result> {
	return inPlaceOf(terminal, file, async (temporary, flush) => {
		const handle = await open(temporary, 'w', 0o600);
		return await write(handle.createWriteStream({ flush }));
	});
}

async function inPlaceOf<Result>(
	terminal: Terminal,
	file: string,
	write: (temporary: string, flush: boolean) => Promise<Result>,
): Promise<Result> {
	const path = await findTarget(resolve(terminal.folder, file));
	const temporary = path.isReplaced ? join(dirname(path.file), `.${basename(path.file)}.${process.pid}.tmp`) : path.file;
	try {
		const result = await write(temporary, path.isReplaced);
		if (path.isReplaced) await rename(temporary, path.file);
		return result;
	} catch (error) {
		if (path.isReplaced) await rm(temporary, { force: true });
		const reason = error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null;
		if (reason === null || !('path' in (error as object) || ['ENOSPC', 'EIO', 'EDQUOT'].includes(reason))) throw error;
		throw new DomainError('invalid', 'cli.output-unwritable', { file, reason }, { cause: error });
	}
}

/** Where bytes go: a link is followed to its file, and a device or a pipe such as `/dev/null` is written into, not replaced by a file. */
async function findTarget(path: string): Promise<{ readonly file: string; readonly isReplaced: boolean }> {
	const file = await realpath(path).catch(() => path);
	const found = await stat(file).catch(() => undefined);
	return { file, isReplaced: !found || found.isFile() || found.isDirectory() };
}
