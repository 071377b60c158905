import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** One measured figure. `limit` is what the project has promised; `null` where nothing was promised. */
export type Figure = {
	readonly what: string;
	readonly value: number;
	readonly unit: string;
	readonly limit: { readonly value: number; readonly is: 'at most' | 'at least' } | null;
	/** How it was measured: runs, sizes. */
	readonly how: string;
};

export const root = path.resolve(import.meta.dirname, '..');

export const atMost = (value: number) => ({ value, is: 'at most' }) as const;
export const atLeast = (value: number) => ({ value, is: 'at least' }) as const;

/** The middle of the values; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	return percentile(values, 50);
}

/** The value below which `share` per cent of the values lie, between neighbours by the line between them. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const place = ((sorted.length - 1) * share) / 100;
	const low = sorted[Math.floor(place)] ?? Number.NaN;
	const high = sorted[Math.ceil(place)] ?? Number.NaN;
	return low + (high - low) * (place - Math.floor(place));
}

export type ProcessRun = { readonly milliseconds: number; readonly peakMegabytes: number };

// Loaded before the program: when it ends, it tells the most memory the process has held.
const tellMemory = `data:text/javascript,${encodeURIComponent(
	"import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(process.env.BENCH_MEMORY_FILE,String(process.resourceUsage().maxRSS)))",
)}`;

/** Runs one Node process from start to end with its output in a file. Throws when it fails. */
export async function runProcess(args: readonly string[]): Promise<ProcessRun> {
	const folder = mkdtempSync(path.join(tmpdir(), 'fremdrift-bench-'));
	const memoryFile = path.join(folder, 'memory');
	try {
		const start = performance.now();
		const code = await new Promise<number | null>((resolve, reject) => {
			const output = openSync(path.join(folder, 'output'), 'w');
			const child = spawn(process.execPath, ['--import', tellMemory, ...args], {
				cwd: root,
				stdio: ['ignore', output, 'inherit'],
				env: { ...process.env, BENCH_MEMORY_FILE: memoryFile },
			});
			child.once('error', reject);
			child.once('exit', resolve);
		});
		const milliseconds = performance.now() - start;
		if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
		return { milliseconds, peakMegabytes: Number(readFileSync(memoryFile, 'utf8')) / 1024 };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Runs the same process several times; the median time and the largest memory. */
export async function runRepeatedly(times: number, args: readonly string[]): Promise<ProcessRun> {
	const runs: ProcessRun[] = [];
	for (let run = 0; run < times; run++) runs.push(await runProcess(args));
	return { milliseconds: median(runs.map((run) => run.milliseconds)), peakMegabytes: Math.max(...runs.map((run) => run.peakMegabytes)) };
}
