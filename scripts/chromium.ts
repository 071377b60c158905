/**
 * Finds Chromium for the browser tests, and on Debian as root installs it. Run alone it prints the path:
 * `npm run chromium`.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

/** Debian's packages, best first. Without a window the same engine needs two thirds of the time. */
const packages = ['chromium-headless-shell', 'chromium'];
/** Names under which distributions install it, best first. */
const names = [...packages, 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const macPaths = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

export type Chromium = { readonly path: string } | { readonly path: null; readonly reason: string };

const advice =
	'Chromium is not installed. On Debian: apt-get install chromium-headless-shell (as root this is done for you). Elsewhere: install Chromium or Chrome, or set CHROMIUM_PATH to it.';

/** Where Chromium is; `null` when there is none. `CHROMIUM_PATH` wins. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
	if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
	const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
	const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
	return [...candidates, ...macPaths].find(canRun) ?? null;
}

/** Finds Chromium or installs Debian's package; says how to get it where neither works. Never asks anything. */
export function ensureChromium(): Chromium {
	const found = findChromium();
	if (found !== null) return canRun(found) ? { path: found } : { path: null, reason: `CHROMIUM_PATH is ${found}, which cannot be run.` };
	if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return { path: null, reason: advice };
	console.log(`Chromium is missing: installing the Debian package ${packages.join(' or ')}.`);
	const installed = runApt(['update']) && packages.some((name) => runApt(['install', '-y', '--no-install-recommends', name]));
	const after = installed ? findChromium() : null;
	return after === null ? { path: null, reason: `apt-get could not install Chromium. ${advice}` } : { path: after };
}

function runApt(args: string[]): boolean {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return spawnSync('apt-get', ['-q', ...args], { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

function canRun(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

if (process.argv[1] === import.meta.filename) {
	const chromium = ensureChromium();
	console.log(chromium.path ?? chromium.reason);
	process.exitCode = chromium.path === null ? 1 : 0;
}
