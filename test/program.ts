import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export const mainFile = resolve(import.meta.dirname, '../src/cli/main.ts');

/** The environment a test gives the program: nothing of the developer's own settings reaches it. */
export type ProgramEnvironment = Readonly<Record<string, string>>;

export type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs the `fremdrift` command as a process of its own, to its end. */
export async function runProgram(words: readonly string[], environment: ProgramEnvironment = {}, cwd?: string): Promise<Ended> {
	const child = openProgram(words, environment, cwd);
	const stdout = collect(child.stdout);
	const stderr = collect(child.stderr);
	const [code] = (await once(child, 'close')) as [number | null];
	return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

/** A started program that serves: its address, what it has said so far, and its end. */
export type RunningProgram = { child: ChildProcess; address: string; said(): string; ended: Promise<number | null> };

/** Starts the site on a free port and waits until it tells its address. Fails with what it said when it ends before that. */
export async function startProgram(environment: ProgramEnvironment, prefix: readonly string[] = []): Promise<RunningProgram> {
	const child = openProgram(['start'], { PORT: '0', ...environment }, undefined, prefix);
	const out = collect(child.stdout);
	const problems = collect(child.stderr);
	const ended = once(child, 'close').then(([code]) => code as number | null);
	const said = () => out.join('');
	const address = await new Promise<string>((tell, fail) => {
		child.stdout?.on('data', () => {
			const found = /http:\/\/\S+:\d+/.exec(said());
			if (found) tell(found[0]);
		});
		void ended.then((code) => fail(new Error(`ended with ${code}: ${said()}${problems.join('')}`)));
	});
	return { child, address, said, ended };
}

/** Starts the command without waiting for anything. */
export function openProgram(
	words: readonly string[],
	environment: ProgramEnvironment,
	cwd?: string,
	prefix: readonly string[] = [],
): ChildProcess {
	const [file = '', ...args] = [...prefix, process.execPath, mainFile, ...words];
	// With what an earlier process has compiled, a later one starts in half the time.
	const { PATH, NODE_COMPILE_CACHE } = process.env;
	return spawn(file, args, { cwd, env: { PATH, NODE_COMPILE_CACHE, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
}

function collect(stream: NodeJS.ReadableStream | null): string[] {
	const parts: string[] = [];
	stream?.setEncoding('utf8').on('data', (part: string) => parts.push(part));
	return parts;
}
