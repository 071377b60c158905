import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin, Rollup } from 'vite';

const isStyle = /\.svelte\?svelte&type=style&lang\.css$/;

/**
 * Leaves pages that send no script out of the browser's script. The framework bundles all pages together, so that a page with script
 * would bring the sentences of every other one. What is left of a page are the style sheets of what it is made of: they come from this
 * build. Links are therefore followed by the browser (`data-sveltekit-reload` in `app.html`), never by the framework.
 */
export function leaveOutPageScript(): Plugin {
	return {
		name: 'leave-out-page-script',
		apply: 'build',
		enforce: 'post',
		applyToEnvironment: ({ name }) => name === 'client',
		async transform(code, id) {
			// A style sheet stays although nothing draws its component here.
			if (isStyle.test(id)) return { code, map: null, meta: { vite: {} } };
			if (!id.endsWith('/+page.svelte') || sendsScript(dirname(id))) return undefined;
			const styles = new Set<string>();
			await collectStyles(this, { id, code }, styles);
			return {
				code: [...[...styles].map((style) => `import ${JSON.stringify(style)};`), 'export default () => {};'].join('\n'),
				map: null,
			};
		},
	};
}

function sendsScript(folder: string): boolean {
	const options = join(folder, '+page.ts');
	return existsSync(options) && /\bcsr = true\b/.test(readFileSync(options, 'utf8'));
}

/** Adds the style sheets of a component and of those it is made of, in the order they are imported. */
async function collectStyles(build: Rollup.PluginContext, { id, code }: { id: string; code: string }, styles: Set<string>): Promise<void> {
	const sources = build.parse(code).body.flatMap((node) => (node.type === 'ImportDeclaration' ? [node.source.value] : []));
	for (const source of sources.filter((each) => /\.(svelte|css)$/.test(each))) {
		const found = await build.resolve(source, id);
		if (!found) continue;
		if (found.id.endsWith('.css')) styles.add(found.id);
		else await collectStyles(build, { id: found.id, code: (await build.load({ id: found.id })).code ?? '' }, styles);
	}
}
