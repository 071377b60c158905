import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { DomainError, isDomainError } from '#domain/shared/domain-error.ts';
import { checkDocumentSize } from '#wiring/document-reader.ts';
import type { Terminal } from './terminal.ts';

/** A file as the importers take it: its name without folders, and its bytes. */
export type NamedFile = { fileName: string; bytes: Uint8Array };

/** Reads a document that a person named. @throws DomainError `cli.file-missing`, `cli.file-unreadable`, `document.too-large` */
export async function readFile(terminal: Terminal, file: string): Promise<NamedFile> {
	const fileName = basename(file);
	try {
		await using handle = await open(resolve(terminal.folder, file));
		const stat = await handle.stat();
		// A pipe or device has no size to judge by and might never end.
		if (!stat.isFile())
			throw new DomainError('invalid', 'cli.file-unreadable', { file, reason: stat.isDirectory() ? 'EISDIR' : 'not a file' });
		checkDocumentSize(fileName, stat.size);
		return { fileName, bytes: await handle.readFile() };
	} catch (error) {
		if (isDomainError(error)) throw error;
		const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		if (reason === 'ENOENT') throw new DomainError('invalid', 'cli.file-missing', { file }, { cause: error });
		throw new DomainError('invalid', 'cli.file-unreadable', { file, reason }, { cause: error });
	}
}
