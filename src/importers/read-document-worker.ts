import { parentPort, workerData } from 'node:worker_threads';
import { isDomainError } from '#domain/shared/domain-error.ts';
import { readDocument, type ReadOptions } from './read-document.ts';
import type { WorkerMessage } from './read-document-bounded.ts';

/*
 * Runs one reading in a thread of its own, so that a hostile file can be stopped. The drafts go back in portions that are let go
 * here as soon as they are sent: both threads never hold all of them at once.
 */
const portion = 500;
const port = parentPort;
const send = (message: WorkerMessage): void => port?.postMessage(message);

try {
	const { initiatives, ...rest } = await readDocument(workerData as ReadOptions);
	const left = [...initiatives].reverse();
	while (left.length > 0) send({ kind: 'initiatives', initiatives: left.splice(-portion).reverse() });
	send({ kind: 'rest', rest });
} catch (error) {
	// Errors lose their class on the way to another thread: what matters of them is sent as data.
	if (isDomainError(error)) send({ kind: 'refused', errorKind: error.kind, code: error.code, details: error.details });
	else throw error;
}
