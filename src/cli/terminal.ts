import { noLog, openLog, type Log } from '#wiring/log.ts';
import { isRunByNpm, readLocale, readWorkingFolder } from '#wiring/config.ts';
import type { Locale } from '#text/locale.ts';

/** Where a command runs: who is spoken to, where files are, and whether it was asked to stop. */
export type Terminal = {
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly locale: Locale;
	/** Relative file names start here. */
	readonly folder: string;
	/** True where a person can be asked. */
	readonly canAsk: boolean;
	/** For machines; silent where a person is told in sentences. */
	readonly log: Log;
	/** Aborted by Ctrl-C and by those who stop services. */
	readonly signal: AbortSignal;
	/** Standard input, to its end. */
	input(): AsyncIterable<Buffer>;
	/** Prints a line of the answer. */
	say(line: string): void;
	/** Prints to standard error, so that it never ends up in a file or a pipe. */
	complain(line: string): void;
	/** Writes the answer itself and waits until it is gone. */
	write(answer: string | Uint8Array): Promise<void>;
};

/** The terminal of this process. Asking it to stop again changes nothing: stopping is under way. */
export function openTerminal(): Terminal {
	const stop = new AbortController();
	if (isRunByNpm(process.env)) stopWithParent(stop);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
	return {
		environment: process.env,
		locale: readLocale(process.env),
		folder: readWorkingFolder(process.env),
		canAsk: process.stdin.isTTY && process.stdout.isTTY,
		log: process.stderr.isTTY ? noLog : openLog(process.stderr),
		signal: stop.signal,
		input: () => process.stdin,
		say: (line) => void process.stdout.write(`${line}\n`),
		complain: (line) => void process.stderr.write(`${line}\n`),
		write: (answer) => new Promise((resolve) => process.stdout.write(answer, () => resolve())),
	};
}

/**
 * Stops when npm, which ran us, is gone: killed outright it passes nothing on, and we would go on unseen, holding the data.
 * Started by a shell we live on after it, as `nohup` promises.
 */
function stopWithParent(stop: AbortController): void {
	const parent = process.ppid;
	setInterval(() => process.ppid !== parent && stop.abort(), 250).unref();
}

/** Waits for work, but no longer than until the command is asked to stop. */
export async function untilStopped<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
	signal.throwIfAborted();
	let giveUp = () => {};
	const stopped = new Promise<never>((_, reject) => {
		giveUp = () => reject(signal.reason as Error);
		signal.addEventListener('abort', giveUp, { once: true });
	});
	try {
		return await Promise.race([work, stopped]);
	} finally {
		signal.removeEventListener('abort', giveUp);
	}
}
