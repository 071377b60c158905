import type { PrintAnswer, PrintOrder } from './print-file.ts';
import { renderFile } from './render-file.ts';

/*
 * Runs as a process of its own and makes one file after another: setting a PDF is native code that holds up its whole process and
 * cannot be stopped from within. It ends when the process that started it does.
 */
const send = (answer: PrintAnswer): void => {
	// Whoever asked may be gone meanwhile; then the process ends as well.
	process.send?.(answer, () => undefined);
};

process.on('disconnect', () => process.exit());
process.on('message', ({ content, form }: PrintOrder) => {
	renderFile(content, form).then(
		(bytes) => send({ kind: 'made', bytes }),
		(error: unknown) => send({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
	);
});
