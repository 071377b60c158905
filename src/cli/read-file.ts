import { open, stat as look } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { DomainError, isDomainError } from '#domain/shared/domain-error.ts';
import { checkDocumentSize } from '#wiring/document-reader.ts';
import type { Terminal } from './terminal.ts';

/** A file as the importers take it: its name without folders, and its bytes. */
export type NamedFile = { fileName: string; bytes: Uint8Array };

/**
 * Reads a document that a person named.
 * @throws DomainError `cli.file-unnamed`, `cli.file-missing`, `cli.file-is-folder`, `cli.file-not-regular`, `cli.file-not-allowed`,
 *   `cli.file-unreadable`, `document.too-large`
 */
export async function readFile(terminal: Terminal, file: string): Promise<NamedFile> {
	const fileName = basename(file);
	const path = resolve(terminal.folder, file);
	if (file.trim() === '') throw new DomainError('invalid', 'cli.file-unnamed');
	try {
		// Looked at before it is opened: opening a pipe waits for a writer, and cannot be given up.
		const found = await look(path);
		if (found.isDirectory()) throw new DomainError('invalid', 'cli.file-is-folder', { file });
		// A pipe or device has no size to judge by and might never end.
		if (!found.isFile()) throw new DomainError('invalid', 'cli.file-not-regular', { file });
		checkDocumentSize(fileName, found.size);
		await using handle = await open(path);
		return { fileName, bytes: await handle.readFile() };
	} catch (error) {
		if (isDomainError(error)) throw error;
		const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		if (reason === 'ENOENT') throw new DomainError('invalid', 'cli.file-missing', { file }, { cause: error });
		if (reason === 'EACCES' || reason === 'EPERM') throw new DomainError('invalid', 'cli.file-not-allowed', { file }, { cause: error });
		throw new DomainError('invalid', 'cli.file-unreadable', { file, reason }, { cause: error });
	}
}
