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
/** Of the 512 MB of a process: the thread's own heap. What is left is for the program itself, the file and what is unpacked of it. */
const resourceLimits = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/**
 * Reads a document as `readDocument` does, in a thread that is stopped when it takes too long (`document.too-slow`) or needs too much
 * memory (`document.too-large`). A file that makes a library fail in any other way is `document.damaged`.
 */
export function readDocumentBounded(options: BoundedReadOptions): Promise<ReadResult> {
	const { fileName, bytes, mapping, timeoutMs = defaultTimeoutMs, projectRoot = process.cwd() } = options;
	const refuse = (code: string, cause?: unknown, details: ErrorDetails = {}) =>
		new DomainError('invalid', code, { file: fileName, ...details }, { cause });
	return new Promise((fulfil, reject) => {
		refuseTooLarge(fileName, bytes.length);
		const worker = openWorker(projectRoot, { fileName, bytes, ...(mapping ? { mapping } : {}) });
		const initiatives: DraftInitiative[] = [];
		const settle = (finish: () => void): void => {
			clearTimeout(timer);
			void worker.terminate();
			finish();
		};
		const timer = setTimeout(
			() => settle(() => reject(refuse('document.too-slow', undefined, { seconds: Math.round(timeoutMs / 1000) }))),
			timeoutMs,
		);
		worker.on('message', (message: WorkerMessage) => {
			if (message.kind === 'initiatives') for (const initiative of message.initiatives) initiatives.push(initiative);
			else if (message.kind === 'rest') settle(() => fulfil({ ...message.rest, initiatives }));
			else settle(() => reject(new DomainError(message.errorKind, message.code, message.details)));
		});
		worker.on('error', (error: Error & { code?: string }) => {
			const tooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
			settle(() => reject(refuse(tooLarge ? 'document.too-large' : 'document.damaged', error)));
		});
	});
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
