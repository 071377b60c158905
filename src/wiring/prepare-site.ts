import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdBuildLock, runNode } from './run-build-step.ts';

// What the pages are made of. Commands and tests are not part of them.
const sources = ['src', 'messages', 'static', 'reference', 'vite.config.ts', 'package-lock.json', 'project.inlang/settings.json'];
const notInSite = /(^|\/)(cli|jobs|paraglide)\/|\.test\.ts$/;

/** Where the built site takes requests from Node. */
export function siteHandlerFile(root: string): string {
	return join(root, 'build', 'handler.js');
}

/**
 * Builds the site when it is missing or its sources have changed. The stamp of the sources is written last, so a build that was
 * broken off is built again.
 * @param onBuild called when there is something to build
 */
export async function prepareSite(root: string, onBuild: () => void, signal?: AbortSignal): Promise<void> {
	if (isFresh(root)) return;
	onBuild();
	await holdBuildLock(root, signal, () => (isFresh(root) ? Promise.resolve() : run(root, signal)));
}

/** Builds the site in any case. */
export function buildSite(root: string, signal?: AbortSignal): Promise<void> {
	return holdBuildLock(root, signal, () => run(root, signal));
}

async function run(root: string, signal?: AbortSignal): Promise<void> {
	// Taken before the build: what changes while it runs makes it stale.
	const stamp = stampSources(root);
	await runNode(root, 'node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn'], signal);
	writeFileSync(stampFile(root), stamp);
}

function isFresh(root: string): boolean {
	if (!existsSync(siteHandlerFile(root)) || !existsSync(stampFile(root))) return false;
	return readFileSync(stampFile(root), 'utf8') === stampSources(root);
}

function stampFile(root: string): string {
	return join(root, 'build', 'sources.sha256');
}

/** A hash over names and contents: times of change say nothing after a clone or a copy. */
function stampSources(root: string): string {
	const hash = createHash('sha256');
	for (const name of sources.flatMap((source) => listFiles(root, source)).sort()) {
		hash
			.update(`${name}\0`)
			.update(readFileSync(join(root, name)))
			.update('\0');
	}
	return hash.digest('hex');
}

function listFiles(root: string, source: string): string[] {
	const found = statSync(join(root, source), { throwIfNoEntry: false });
	if (!found) return [];
	if (found.isFile()) return [source];
	return readdirSync(join(root, source), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
		.filter((name) => !notInSite.test(name));
}
