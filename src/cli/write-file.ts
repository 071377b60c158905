import { rename, rm, writeFile as writeBytes } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Terminal } from './terminal.ts';

/** Writes a file whole or not at all: what stood there before stays until the new one is complete. @throws DomainError `cli.output-unwritable` */
export async function writeFile(terminal: Terminal, file: string, bytes: Uint8Array): Promise<void> {
	const path = resolve(terminal.folder, file);
	const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
	try {
		await writeBytes(temporary, bytes, { flush: true });
		await rename(temporary, path);
	} catch (error) {
		await rm(temporary, { force: true });
		const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		throw new DomainError('invalid', 'cli.output-unwritable', { file, reason }, { cause: error });
	}
}
