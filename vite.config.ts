import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import adapter from '@sveltejs/adapter-node';
import { defineConfig } from 'vite';
import { leaveOutPageScript } from './src/web/leave-out-page-script.ts';
import { themeDkfds } from './src/web/style/theme-dkfds.ts';

export default defineConfig({
	plugins: [
		sveltekit({
			adapter: adapter({ out: 'build' }),
			// Everything comes from the site itself. Inline script gets a nonce; there is no inline style.
			csp: {
				mode: 'auto',
				directives: {
					'default-src': ['none'],
					'script-src': ['self'],
					'style-src': ['self'],
					'img-src': ['self', 'data:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'form-action': ['self'],
					'base-uri': ['none'],
					'frame-ancestors': ['none'],
					'object-src': ['none'],
				},
			},
			// Addresses are written out in full, so that a page can be saved or served from `/en` without breaking.
			paths: { relative: false },
		}),
		leaveOutPageScript(),
	],
	css: { postcss: { plugins: [themeDkfds()] } },
	// A script written into the page would break the policy above; small pictures may be.
	build: { assetsInlineLimit: (file) => (file.endsWith('.js') ? false : undefined) },
	resolve: {
		// The package only exports its script; its fonts, pictures and style sheet are reached by folder.
		alias: { 'dkfds-files': fileURLToPath(new URL('./node_modules/dkfds/dist', import.meta.url)) },
	},
});
