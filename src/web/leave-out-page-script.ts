import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const isStyle = /\.svelte\?svelte&type=style&lang\.css$/;
const isPure = /\/src\/(domain|text|charts|web)\/.*\.[jt]s$/;
const isDrawn = /\.(svelte|css)(\?|$)/;

/**
 * Leaves pages that send no script out of the browser's script. The framework bundles all pages together, so that a page with script
 * would bring the sentences of every other one. What is left of a page is what it imports of components and styles: style sheets are
 * made from this build. Links are therefore followed by the browser (`data-sveltekit-reload` in `app.html`), never by the framework.
 */
export function leaveOutPageScript(): Plugin {
	return {
		name: 'leave-out-page-script',
		apply: 'build',
		enforce: 'post',
		applyToEnvironment: ({ name }) => name === 'client',
		transform(code, id) {
			// A style sheet stays although nothing draws its component here.
			if (isStyle.test(id)) return { code, map: null, meta: { vite: {} } };
			// What only makes values is left out with the components that asked for them.
			if (isPure.test(id)) return { code, map: null, moduleSideEffects: false };
			if (!id.endsWith('/+page.svelte') || sendsScript(dirname(id))) return undefined;
			const imported = this.parse(code).body.flatMap((node) => (node.type === 'ImportDeclaration' ? [node.source.value] : []));
			const kept = imported.filter((source) => isDrawn.test(source));
			return { code: [...kept.map((source) => `import ${JSON.stringify(source)};`), 'export default () => {};'].join('\n'), map: null };
		},
	};
}

function sendsScript(folder: string): boolean {
	const options = join(folder, '+page.ts');
	return existsSync(options) && /\bcsr = true\b/.test(readFileSync(options, 'utf8'));
}
