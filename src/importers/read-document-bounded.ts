import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DraftInitiative, ReadResult } from '#domain/followup/draft-initiative.ts';
import { DomainError, type DomainErrorKind, type ErrorDetails } from '#domain/shared/domain-error.ts';
import { refuseTooLarge, type ReadOptions } from './read-document.ts';

/** What the reading thread sends back. */
export type WorkerMessage =
	| { readonly kind: 'initiatives'; readonly initiatives: readonly DraftInitiative[] }
	| { readonly kind: 'rest'; readonly rest: Omit<ReadResult, 'initiatives'> }
	| { readonly kind: 'refused'; readonly errorKind: DomainErrorKind; readonly code: string; readonly details: ErrorDetails };

/** `timeoutMs` is the longest the reading may take; `projectRoot` is where `src/` stands, the working directory when not given. */
export type BoundedReadOptions = ReadOptions & { readonly timeoutMs?: number; readonly projectRoot?: string };

const defaultTimeoutMs = 10_000;
/** An honest workbook of 100,000 rows may need more than ten seconds on a slow machine. */
const largeWorkbook = { bytes: 3 * 1024 ** 2, timeoutMs: 15_000 };
/** The reading thread's own heap. A table of 100,000 rows and 13 columns needs about 150 MB of it. */
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
/** What is unpacked outside the heap counts against no limit of the thread: the whole process may grow by this much, no more. */
const mostGrowthBytes = 420 * 1024 ** 2;
const lookEveryMs = 50;

let earlier: Promise<void> = Promise.resolve();

/**
 * Reads a document as `readDocument` does, in a thread that is stopped when it takes too long (`document.too-slow`) or needs too much
 * memory (`document.too-large`). A file that makes a library fail in any other way is `document.damaged`.
 * Documents are read one at a time, each with its full time: what a reading takes of memory is seen on the whole process only, so
 * two at once would be refused for each other's needs, and many at once would take the machine.
 */
export async function readDocumentBounded(options: BoundedReadOptions): Promise<ReadResult> {
	refuseTooLarge(options.fileName, options.bytes.length);
	const reading = earlier.then(() => readInThread(options));
	const done = (): void => undefined;
	earlier = reading.then(done, done);
	return reading;
}

function readInThread(options: BoundedReadOptions): Promise<ReadResult> {
	const { fileName, bytes, mapping, timeoutMs = chooseTimeout(bytes), projectRoot = process.cwd() } = options;
	const refuse = (code: string, cause?: unknown, details: ErrorDetails = {}) =>
		new DomainError('invalid', code, { file: fileName, ...details }, { cause });
	return new Promise((fulfil, reject) => {
		const worker = openWorker(projectRoot, { fileName, bytes, ...(mapping ? { mapping } : {}) });
		const initiatives: DraftInitiative[] = [];
		const share = openSharing();
		const settle = (finish: () => void): void => {
			clearTimeout(timer);
			clearInterval(watch);
			void worker.terminate();
			finish();
		};
		const timer = setTimeout(
			() => settle(() => reject(refuse('document.too-slow', undefined, { seconds: Math.round(timeoutMs / 1000) }))),
			timeoutMs,
		);
		const before = process.memoryUsage.rss();
		const watch = setInterval(() => {
			if (process.memoryUsage.rss() - before > mostGrowthBytes) settle(() => reject(refuse('document.too-large')));
		}, lookEveryMs);
		worker.on('message', (message: WorkerMessage) => {
			if (message.kind === 'initiatives') for (const initiative of message.initiatives) initiatives.push(share(initiative));
			else if (message.kind === 'rest') settle(() => fulfil({ ...message.rest, initiatives }));
			else settle(() => reject(new DomainError(message.errorKind, message.code, message.details)));
		});
		worker.on('error', (error: Error & { code?: string }) => {
			const tooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
			settle(() => reject(refuse(tooLarge ? 'document.too-large' : 'document.damaged', error)));
		});
	});
}

function chooseTimeout(bytes: Uint8Array): number {
	const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
	return isArchive && bytes.length > largeWorkbook.bytes ? largeWorkbook.timeoutMs : defaultTimeoutMs;
}

const longestShared = 200;
const mostShared = 20_000;

/**
 * Lets equal texts be one string again. Every text arrives from the other thread as a copy of its own; a table of 100,000 rows,
 * which repeats a handful of words and has each text in a field and in its source cell, would take three times the memory.
 */
function openSharing(): (draft: DraftInitiative) => DraftInitiative {
	const known = new Map<string, string>();
	const share = (text: string): string => {
		if (text.length > longestShared) return text;
		const same = known.get(text);
		if (same === undefined && known.size < mostShared) known.set(text, text);
		return same ?? text;
	};
	return (draft) => {
		const fields: Record<string, unknown> = {};
		for (const [name, value] of Object.entries(draft)) fields[name] = typeof value === 'string' ? share(value) : value;
		const cells: Record<string, string> = {};
		for (const [key, text] of Object.entries(draft.source.cells)) {
			const same = [fields[key], fields[`${key}Text`]].find((own) => own === text);
			cells[key] = typeof same === 'string' ? same : share(text);
		}
		const { file, sheet } = draft.source;
		const source = { ...draft.source, file: share(file), sheet: sheet === null ? null : share(sheet), cells };
		return { ...(fields as DraftInitiative), source };
	};
}

function openWorker(projectRoot: string, data: ReadOptions): Worker {
	// The server runs from a bundle, where this module's own address says nothing; the source tree always stands beside the build.
	const beside = new URL('./read-document-worker.ts', import.meta.url);
	const inRoot = resolve(projectRoot, 'src/importers/read-document-worker.ts');
	const address = beside.protocol === 'file:' && existsSync(beside) ? beside : pathToFileURL(inRoot);
	// Only the bytes' own memory is handed over, not a larger pool they may be a view into.
	const bytes = new Uint8Array(data.bytes);
	return new Worker(address, {
		workerData: { ...data, bytes },
		transferList: [bytes.buffer],
		resourceLimits,
		stdin: false,
		env: {},
		execArgv: [],
	});
}
