import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { DomainError, isDomainError } from '#domain/shared/domain-error.ts';
import { manifestFile, manifestSchema, secretFile, type Manifest } from './manifest.ts';

/** A backup opened for reading. */
export type Backup = {
	readonly manifest: Manifest;
	/** The lines of a table, in the order they were written; none for a table the backup does not have. */
	readLines(table: string): AsyncGenerator<string>;
	/** What second factors in it are encrypted with; null where it was made without. @throws DomainError `backup.damaged` */
	readSecret(): Promise<string | null>;
	/** Reads the whole file and compares counts and hashes. @throws DomainError `backup.damaged` */
	check(): Promise<void>;
	close(): void;
};

/** Opens a backup and reads what it says of itself. @throws DomainError `backup.foreign`, `backup.damaged`, `backup.missing` */
export async function openBackup(file: string): Promise<Backup> {
	const zip = await openPromise(file, { lazyEntries: true, autoClose: false }).catch((error: unknown) => {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (code.startsWith('E')) throw new DomainError('invalid', 'backup.missing', { file, reason: code }, { cause: error });
		throw new DomainError('invalid', 'backup.foreign', { file }, { cause: error });
	});
	try {
		const entries = await listEntries(zip).catch(refuse(file, 'the list of its parts'));
		const manifest = await readManifest(zip, entries.get(manifestFile), file);
		const readLines = (table: string) => {
			const stated = manifest.tables.find(({ name }) => name === table);
			return splitLines(stated ? openEntry(zip, entries.get(stated.file), file) : []);
		};
		const readSecret = async () => {
			if (manifest.secretSha256 === undefined) return null;
			const secret = await readWhole(openEntry(zip, entries.get(secretFile), file));
			if (hashOf(secret) !== manifest.secretSha256) throw new DomainError('invalid', 'backup.damaged', { file, part: secretFile });
			return secret.toString('utf8');
		};
		const check = async () => {
			await readSecret();
			for (const stated of manifest.tables) await compareTable(openEntry(zip, entries.get(stated.file), file), stated, file);
		};
		return { manifest, readLines, readSecret, check, close: () => zip.close() };
	} catch (error) {
		zip.close();
		throw error;
	}
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
	const entries = new Map<string, Entry>();
	for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
	return entries;
}

async function readManifest(zip: ZipFile, entry: Entry | undefined, file: string): Promise<Manifest> {
	if (!entry) throw new DomainError('invalid', 'backup.foreign', { file });
	const bytes = await readWhole(openEntry(zip, entry, file));
	if (crc32(bytes) !== entry.crc32) throw new DomainError('invalid', 'backup.damaged', { file, part: manifestFile });
	const read = manifestSchema.safeParse(parseJson(bytes.toString('utf8')));
	if (!read.success) throw new DomainError('invalid', 'backup.foreign', { file }, { cause: read.error });
	return read.data;
}

async function readWhole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of stream) parts.push(part);
	return Buffer.concat(parts);
}

function hashOf(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

async function* openEntry(zip: ZipFile, entry: Entry | undefined, file: string): AsyncGenerator<Buffer> {
	if (!entry) throw new DomainError('invalid', 'backup.damaged', { file, part: '' });
	try {
		const stream: Readable = await zip.openReadStreamPromise(entry);
		for await (const part of stream) yield part as Buffer;
	} catch (error) {
		refuse(file, entry.fileName)(error);
	}
}

async function compareTable(parts: AsyncIterable<Buffer>, stated: Manifest['tables'][number], file: string): Promise<void> {
	const hash = createHash('sha256');
	let rows = 0;
	for await (const part of parts) {
		hash.update(part);
		for (const byte of part) if (byte === lineEnd) rows += 1;
	}
	if (hash.digest('hex') !== stated.sha256 || rows !== stated.rows) {
		throw new DomainError('invalid', 'backup.damaged', { file, part: stated.file });
	}
}

const lineEnd = 10;

// Not the runtime's own reader of lines: it also breaks at characters that may stand inside a text.
async function* splitLines(parts: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<string> {
	let kept: Buffer[] = [];
	for await (const part of parts) {
		let from = 0;
		for (let at = part.indexOf(lineEnd); at >= 0; at = part.indexOf(lineEnd, from)) {
			yield Buffer.concat([...kept, part.subarray(from, at)]).toString('utf8');
			kept = [];
			from = at + 1;
		}
		if (from < part.length) kept.push(part.subarray(from));
	}
}

function refuse(file: string, part: string): (error: unknown) => never {
	return (error) => {
		if (isDomainError(error)) throw error;
		throw new DomainError('invalid', 'backup.damaged', { file, part }, { cause: error });
	};
}
