import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { FrozenRound } from './frozen-round.ts';
import type { FileForm } from './report-form.ts';

/** What the printing process is sent, one at a time. */
export type PrintOrder = { readonly content: FrozenRound; readonly form: FileForm };
export type PrintAnswer = { readonly kind: 'made'; readonly bytes: Uint8Array } | { readonly kind: 'failed'; readonly message: string };

/** What one file may take, and how long its process rests afterwards. */
export type PrintLimits = { readonly timeoutMs?: number; readonly mostBytes?: number; readonly idleMs?: number };

/** Two files at a time: publishing makes a dozen, and somebody who asks for one meanwhile does not wait for all of them. */
const mostPresses = 2;
/** A hundred initiatives take half a second; a busy machine may need ten times as much, and a large plan again. */
const defaultTimeoutMs = 60_000;
/** The process with fonts and what Typst remembers is about 300 MB. */
const defaultMostBytes = 1024 ** 3;
const lookEveryMs = 100;
/** A process with this niceness is given a third of the time of one that has none, when both want all of it. */
const niceness = 5;
/** The next file of a publication comes at once; a process that nobody asks holds its memory for nothing. */
const defaultIdleMs = 30_000;

type Press = { readonly process: ChildProcess; idle: NodeJS.Timeout | undefined };
const resting: Press[] = [];
let busy = 0;
const waiting: (() => void)[] = [];

/**
 * Makes a file as `renderFile` does, in a process of its own that lets page requests go first: nobody else waits for it. A process
 * that takes too long or too much memory is ended, and nothing is left of its file.
 * @throws DomainError conflict `report.too-slow`, `report.too-large`
 */
export async function printFile(content: FrozenRound, form: FileForm, limits: PrintLimits = {}): Promise<Uint8Array> {
	if (busy >= mostPresses) await new Promise<void>((resume) => waiting.push(resume));
	else busy += 1;
	try {
		return await printOn(takePress(), { content, form }, limits);
	} finally {
		const next = waiting.shift();
		if (next) next();
		else busy -= 1;
	}
}

function takePress(): Press {
	const known = resting.pop();
	if (!known) return openPress();
	clearTimeout(known.idle);
	known.process.ref();
	known.process.channel?.ref();
	return known;
}

function openPress(): Press {
	// Where others wait for the same processor, a page goes before a file, which still comes on. What the environment holds is none of a
	// file's business.
	const child = fork(findWorker(), {
		serialization: 'advanced',
		env: {},
		execArgv: ['--max-old-space-size=512'],
		stdio: ['ignore', 2, 2, 'ipc'],
	});
	try {
		if (child.pid) setPriority(child.pid, niceness);
	} catch {
		// Some systems do not let a process do this; the file is made all the same.
	}
	const press: Press = { process: child, idle: undefined };
	child.on('exit', () => {
		const place = resting.indexOf(press);
		if (place >= 0) resting.splice(place, 1);
		clearTimeout(press.idle);
	});
	return press;
}

/** Keeps a process for the next file, without holding up the end of this one. */
function restPress(press: Press, idleMs: number): void {
	resting.push(press);
	press.process.unref();
	press.process.channel?.unref();
	press.idle = setTimeout(() => {
		// A process takes a while to end, and must not be given a file meanwhile.
		resting.splice(resting.indexOf(press), 1);
		press.process.kill();
	}, idleMs).unref();
}

function printOn(press: Press, order: PrintOrder, limits: PrintLimits): Promise<Uint8Array> {
	const { timeoutMs = defaultTimeoutMs, mostBytes = defaultMostBytes, idleMs = defaultIdleMs } = limits;
	const child = press.process;
	return new Promise((fulfil, reject) => {
		const settle = (): void => {
			clearTimeout(timer);
			clearInterval(watch);
			child.off('message', answer).off('exit', end).off('error', fail);
		};
		const stop = (error: Error): void => {
			settle();
			child.kill('SIGKILL');
			reject(error);
		};
		const answer = (told: PrintAnswer): void => {
			settle();
			restPress(press, idleMs);
			if (told.kind === 'made') fulfil(told.bytes);
			else reject(new Error(`The file cannot be made: ${told.message}`));
		};
		// V8 ends a process whose own memory is full by itself.
		const end = (code: number | null, signal: string | null): void =>
			stop(signal === 'SIGABRT' || code === 134 ? tooLarge(mostBytes) : new Error(`The printing process ended (${signal ?? code})`));
		const fail = (error: Error): void => stop(error);
		const timer = setTimeout(
			() => stop(new DomainError('conflict', 'report.too-slow', { seconds: Math.round(timeoutMs / 1000) })),
			timeoutMs,
		);
		const look = (): void => {
			if (readMemory(child.pid) > mostBytes) stop(tooLarge(mostBytes));
		};
		const watch = setInterval(look, lookEveryMs);
		child.on('message', answer).on('exit', end).on('error', fail);
		child.send(order, (error) => error && fail(error));
		look();
	});
}

function tooLarge(mostBytes: number): DomainError {
	return new DomainError('conflict', 'report.too-large', { megabytes: Math.round(mostBytes / 1024 ** 2) });
}

const pageBytes = 4096;

/** What a process holds in memory; 0 on a system that does not tell. */
function readMemory(pid: number | undefined): number {
	try {
		return Number(readFileSync(`/proc/${pid}/statm`, 'ascii').split(' ')[1]) * pageBytes;
	} catch {
		return 0;
	}
}

function findWorker(): string {
	// The server runs from a bundle, where this module's own address says nothing; the source tree always stands beside the build.
	const beside = new URL('./print-worker.ts', import.meta.url);
	return beside.protocol === 'file:' && existsSync(beside) ? fileURLToPath(beside) : resolve('src/reports/print-worker.ts');
}
