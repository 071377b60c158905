import { open, rename, rm, writeFile as writeBytes } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { basename, dirname, join, resolve } from 'node:path';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Terminal } from './terminal.ts';

/** Writes a file whole or not at all: what stood there before stays until the new one is complete. @throws DomainError `cli.output-unwritable` */
export async function writeFile(terminal: Terminal, file: string, bytes: Uint8Array): Promise<void> {
	await inPlaceOf(terminal, file, (temporary) => writeBytes(temporary, bytes, { flush: true }));
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
	return inPlaceOf(terminal, file, async (temporary) => {
		const handle = await open(temporary, 'w', 0o600);
		return await write(handle.createWriteStream({ flush: true }));
	});
}

async function inPlaceOf<Result>(terminal: Terminal, file: string, write: (temporary: string) => Promise<Result>): Promise<Result> {
	const path = resolve(terminal.folder, file);
	const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
	try {
		const result = await write(temporary);
		await rename(temporary, path);
		return result;
	} catch (error) {
		await rm(temporary, { force: true });
		const reason = error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null;
		if (reason === null || !('path' in (error as object) || ['ENOSPC', 'EIO', 'EDQUOT'].includes(reason))) throw error;
		throw new DomainError('invalid', 'cli.output-unwritable', { file, reason }, { cause: error });
	}
}
