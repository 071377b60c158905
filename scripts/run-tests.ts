/**
 * Runs every check of the project, one part after the other, and prints what each part found and how long it took.
 * `npm test` runs all of it; `npm test -- unit database` runs those parts. The last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureChromium } from './chromium.ts';
import { readPlaywrightCounts, readVitestCounts } from './test-counts.ts';
import type { Counts } from './test-counts.ts';

/** Where a part's programs tell what they find: to the terminal as it comes, or to somebody who prints it when the part is done. */
type Output = { readonly stdio: 'inherit' } | { readonly stdio: 'pipe'; readonly take: (text: string) => void };

/** A part has the machine to itself, or leaves so much of it idle that it can stand beside others like it. */
type Part = { readonly name: string; readonly beside?: true; readonly run: (output: Output) => Promise<Counts> };

const root = path.resolve(import.meta.dirname, '..');
const results = mkdtempSync(path.join(tmpdir(), 'fremdrift-tests-'));
const one = { passed: 1, failed: 0, skipped: [] };
// A log is read as text, whatever the machine that runs the tests says about colours.
const plain: NodeJS.ProcessEnv = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };
const broken = { passed: 0, failed: 1, skipped: [] };

const parts: readonly Part[] = [
	// First to start: it writes the sentences anew, which installing has made already for those beside it.
	{ name: 'types', beside: true, run: check('npm', ['run', '--silent', 'types']) },
	{ name: 'lint', beside: true, run: check('eslint', ['--max-warnings', '0', '.']) },
	// One file, which mostly waits for programs to start and to die.
	{ name: 'crash', beside: true, run: runVitest('crash') },
	{ name: 'format', beside: true, run: check('prettier', ['--check', '--log-level', 'warn', '.']) },
	{ name: 'imports', beside: true, run: check('depcruise', ['src', '--config', '.dependency-cruiser.cjs']) },
	{ name: 'dead-code', beside: true, run: check('knip', ['--no-config-hints']) },
	{ name: 'unit', run: runVitest('unit') },
	// Before those that start the site, which build it themselves where it is not there.
	{ name: 'build', run: check('npm', ['run', '--silent', 'build']) },
	{ name: 'database', run: runVitest('database') },
	{ name: 'browser', run: runBrowserTests },
];

const makeEnvironment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
	...process.env,
	...plain,
	// Hundreds of processes load the same modules: the first that does keeps them compiled for the others.
	NODE_COMPILE_CACHE: path.join(results, 'compiled'),
	...more,
});

async function run(output: Output, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
	const child = spawn(command, args, { cwd: root, stdio: ['ignore', output.stdio, output.stdio], env: makeEnvironment(env) });
	if (output.stdio === 'pipe') for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', output.take);
	const [code] = (await once(child, 'close')) as [number | null];
	return code === 0;
}

function check(command: string, args: readonly string[]): Part['run'] {
	return async (output) => ((await run(output, command, args)) ? one : broken);
}

function runVitest(project: string): Part['run'] {
	const file = path.join(results, `${project}.json`);
	const args = ['run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
	return async (output) => countOrBroken(file, await run(output, 'vitest', args), readVitestCounts);
}

async function runBrowserTests(output: Output): Promise<Counts> {
	const chromium = ensureChromium();
	if (chromium.path === null) return { passed: 0, failed: 0, skipped: [`all browser tests: ${chromium.reason}`] };
	const file = path.join(results, 'browser.json');
	// Playwright forces colours on its workers, and Node complains of both words at once.
	const env = {
		CHROMIUM_PATH: chromium.path,
		PLAYWRIGHT_JSON_OUTPUT_FILE: file,
		NO_COLOR: undefined,
		FORCE_COLOR: process.stdout.isTTY ? undefined : '0',
	};
	return countOrBroken(file, await run(output, 'playwright', ['test', '--reporter=dot,json'], env), readPlaywrightCounts);
}

/** A runner that fails without a failed test (it could not start, a file did not load) is itself one failure. */
function countOrBroken(file: string, ok: boolean, read: (json: string) => Counts): Counts {
	if (!existsSync(file)) return broken;
	const counts = read(readFileSync(file, 'utf8'));
	const silent = counts.passed + counts.failed + counts.skipped.length === 0;
	return (!ok && counts.failed === 0) || silent ? { ...counts, failed: counts.failed + 1 } : counts;
}

type Line = Counts & { readonly name: string; readonly seconds: number };

function printTable(lines: readonly Line[]): void {
	console.log('\npart         passed  failed  skipped  seconds');
	for (const line of lines) {
		const numbers = [String(line.passed).padStart(6), String(line.failed).padStart(6), String(line.skipped.length).padStart(7)];
		console.log(`${line.name.padEnd(12)} ${numbers.join('  ')}  ${line.seconds.toFixed(1).padStart(7)}`);
	}
	const skipped = lines.flatMap((line) => line.skipped.map((what) => `  ${line.name}: ${what}`));
	if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.join('\n')}`);
}

async function runParts(names: readonly string[]): Promise<readonly Line[]> {
	const unknown = names.filter((name) => !parts.some((part) => part.name === name));
	if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}. Parts: ${parts.map((part) => part.name).join(', ')}`);
	const chosen = names.length === 0 ? parts : parts.filter((part) => names.includes(part.name));
	const beside = await runBeside(chosen.filter((part) => part.beside));
	const alone: Line[] = [];
	for (const part of chosen.filter(({ beside: stands }) => !stands)) {
		console.log(`\n--- ${part.name}`);
		alone.push(await runPart(part, { stdio: 'inherit' }));
	}
	return [...beside, ...alone];
}

async function runPart(part: Part, output: Output): Promise<Line> {
	const start = performance.now();
	const counts = await part.run(output);
	return { ...counts, name: part.name, seconds: (performance.now() - start) / 1000 };
}

/** As many at a time as most machines can carry, in the order given. */
async function runBeside(waiting: readonly Part[]): Promise<Line[]> {
	const queue = [...waiting];
	const lines: Line[] = [];
	const work = async () => {
		for (let part = queue.shift(); part; part = queue.shift()) {
			let said = '';
			lines.push(await runPart(part, { stdio: 'pipe', take: (text) => (said += text) }));
			console.log(`\n--- ${part.name}\n${said.trim()}`);
		}
	};
	await Promise.all([work(), work()]);
	return lines;
}

try {
	const lines = await runParts(process.argv.slice(2));
	printTable(lines);
	const sum = (of: (line: Line) => number) => lines.reduce((total, line) => total + of(line), 0);
	const failed = sum((line) => line.failed);
	console.log(`\n${sum((line) => line.passed)} passed, ${failed} failed`);
	process.exitCode = failed === 0 ? 0 : 1;
} finally {
	rmSync(results, { recursive: true, force: true });
}
