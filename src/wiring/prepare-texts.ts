import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { holdBuildLock, runNode } from './run-build-step.ts';

/**
 * Compiles the sentences in `messages/` when they are newer than what was compiled last, as after a change of branch.
 * Comes before anything that imports them, and costs about a millisecond when there is nothing to do.
 */
export async function prepareTexts(root: string, signal?: AbortSignal): Promise<void> {
	if (isFresh(root)) return;
	await holdBuildLock(root, signal, async () => {
		if (isFresh(root)) return;
		const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { texts: string } };
		// The options stand in package.json alone, so that `npm run texts` does the same.
		const [, ...options] = scripts.texts.split(' ');
		await runNode(root, 'node_modules/@inlang/paraglide-js/bin/run.js', options, signal);
	});
}

function isFresh(root: string): boolean {
	const written = changedAt(join(root, 'src/text/paraglide/messages/_index.js'));
	if (written === null) return false;
	const folder = join(root, 'messages');
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
	const sources = [...files.filter((name) => name.endsWith('.json')), join(root, 'project.inlang', 'settings.json')];
	return sources.every((name) => (changedAt(name) ?? 0) <= written);
}

function changedAt(path: string): number | null {
	return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
