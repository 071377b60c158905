import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile, type ReadStreamOptions } from 'yazl';

/** A file of an archive; `read` is called when its turn has come. */
export type ArchiveFile = { readonly name: string; read(): AsyncIterable<string | Uint8Array> };

export type WriteArchiveOptions = {
	readonly out: Writable;
	readonly at: Date;
	/** Lets a file be larger than 4 GB; not every program opens such an archive. */
	readonly isLarge?: boolean;
	readonly signal?: AbortSignal;
};

/** Writes files into a zip, one after the other as they are read, so that none stands in memory as a whole. Ends `out`. */
export async function writeArchive(
	files: AsyncIterable<ArchiveFile> | Iterable<ArchiveFile>,
	{ out, at, isLarge = false, signal }: WriteArchiveOptions,
): Promise<void> {
	const zip = new ZipFile();
	const archive = Readable.from(zip.outputStream);
	const adding = addFiles(zip, files, { mtime: at, forceZip64Format: isLarge }).catch(
		(error: unknown) => void archive.destroy(error as Error),
	);
	await pipeline(archive, out, { signal });
	await adding;
}

async function addFiles(
	zip: ZipFile,
	files: AsyncIterable<ArchiveFile> | Iterable<ArchiveFile>,
	options: Partial<ReadStreamOptions>,
): Promise<void> {
	for await (const file of files) await addFile(zip, file, options);
	zip.end();
}

/** Waits until the file is read to its end: the library does not pass on that a source has failed. */
function addFile(zip: ZipFile, { name, read }: ArchiveFile, options: Partial<ReadStreamOptions>): Promise<void> {
	return new Promise((resolve, reject) => {
		zip.addReadStreamLazy(name, options, (use) => {
			const stream = Readable.from(read(), { objectMode: false });
			stream.once('error', reject);
			stream.once('end', resolve);
			use(null, stream);
		});
	});
}
