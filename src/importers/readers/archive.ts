import type { Readable } from 'node:stream';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { DomainError, isDomainError } from '#domain/shared/domain-error.ts';

/** An Office file opened: its parts by name, unpacked one at a time. */
export type Archive = {
	readonly kind: 'xlsx' | 'docx';
	/** Name of the part that holds the workbook or the text. */
	readonly main: string;
	readonly has: (part: string) => boolean;
	/** A part's text piece by piece, so that a large sheet never stands in memory as a whole. Nothing for a part that is not there. */
	readonly readPart: (part: string) => AsyncGenerator<string, void, undefined>;
};

/** Ceilings that no honest status document reaches: a sheet of 100,000 rows unpacks to about 60 MB, at 20 to 1. */
const mostEntries = 10_000;
const mostUnpackedBytes = 300 * 1024 ** 2;
const highestRatio = 250;
const ratioCountsFrom = 4 * 1024 ** 2;

/**
 * Opens the container of `.xlsx` and `.docx`. Refuses what unpacks to too much before anything is unpacked; an entry that holds
 * more than it states is stopped while it is read. Refuses macro workbooks, locked files and other kinds of containers.
 */
export async function openArchive(file: string, bytes: Uint8Array): Promise<Archive> {
	const { zip, entries } = await listEntries(file, bytes);
	refuseBomb(file, entries.values(), bytes.length);
	if ([...entries.values()].some((entry) => entry.isEncrypted())) throw new DomainError('invalid', 'document.encrypted', { file });
	const names = [...entries.keys()];
	if (names.some((name) => /(?:^|\/)vbaproject\.bin$/i.test(name))) throw new DomainError('invalid', 'document.macros', { file });
	const found = findMain(names);
	if (!found) throw new DomainError('invalid', 'document.unsupported-kind', { file, kind: nameKind(names) });
	return {
		...found,
		has: (part) => entries.has(part),
		readPart: (part) => readEntry(file, zip, entries.get(part)),
	};
}

function listEntries(file: string, bytes: Uint8Array): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const damaged = (cause: unknown) => (isDomainError(cause) ? cause : new DomainError('invalid', 'document.damaged', { file }, { cause }));
	return new Promise((resolve, reject) => {
		fromBuffer(buffer, { lazyEntries: true, autoClose: false, strictFileNames: false }, (error, zip) => {
			if (error || !zip) return reject(damaged(error));
			const entries = new Map<string, Entry>();
			zip.on('error', (cause: unknown) => reject(damaged(cause)));
			zip.on('end', () => resolve({ zip, entries }));
			zip.on('entry', (entry: Entry) => {
				entries.set(entry.fileName, entry);
				if (entries.size > mostEntries) return reject(new DomainError('invalid', 'document.expands-too-much', { file }));
				zip.readEntry();
			});
			zip.readEntry();
		});
	});
}

function refuseBomb(file: string, entries: Iterable<Entry>, size: number): void {
	let total = 0;
	for (const { uncompressedSize, compressedSize } of entries) {
		total += uncompressedSize;
		const isBomb = uncompressedSize > ratioCountsFrom && uncompressedSize > highestRatio * Math.max(compressedSize, 1);
		if (isBomb || total > mostUnpackedBytes) throw new DomainError('invalid', 'document.expands-too-much', { file });
	}
	// Entries that share the same packed bytes unpack to more than any one of them says.
	if (total > ratioCountsFrom && total > highestRatio * size) throw new DomainError('invalid', 'document.expands-too-much', { file });
}

function findMain(names: readonly string[]): { kind: Archive['kind']; main: string } | null {
	const workbook = names.find((name) => /^xl\/workbook\d*\.xml$/i.test(name));
	if (workbook) return { kind: 'xlsx', main: workbook };
	const document = names.find((name) => /^word\/document\d*\.xml$/i.test(name));
	return document ? { kind: 'docx', main: document } : null;
}

function nameKind(names: readonly string[]): string {
	if (names.includes('xl/workbook.bin')) return 'XLSB';
	if (names.includes('mimetype')) return 'OpenDocument';
	return names.some((name) => name.startsWith('ppt/')) ? 'PPTX' : 'ZIP';
}

async function* readEntry(file: string, zip: ZipFile, entry: Entry | undefined): AsyncGenerator<string, void, undefined> {
	if (!entry) return;
	const decoder = new TextDecoder('utf-8');
	try {
		const stream = await new Promise<Readable>((resolve, reject) => {
			zip.openReadStream(entry, (error, opened) => (opened ? resolve(opened) : reject(error ?? new Error('no stream'))));
		});
		for await (const chunk of stream) yield decoder.decode(chunk as Uint8Array, { stream: true });
		yield decoder.decode();
	} catch (cause) {
		throw new DomainError('invalid', 'document.damaged', { file }, { cause });
	}
}
