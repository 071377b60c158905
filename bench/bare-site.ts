import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './measure.ts';
import { findFreePort, startServer } from './server.ts';
import type { RunningServer } from './server.ts';

/**
 * Builds and starts the smallest SvelteKit site that draws a page of `bytes` from memory: 83 rows, no database, no style,
 * no script. What our page is held against.
 */
export async function startBareSite(bytes: number): Promise<RunningServer> {
	const folder = mkdtempSync(path.join(tmpdir(), 'fremdrift-bare-'));
	cpSync(path.join(root, 'bench/bare-app'), folder, { recursive: true });
	writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
	linkPackages(folder);
	const vite = path.join(root, 'node_modules/vite/bin/vite.js');
	execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
	const port = await findFreePort();
	const origin = `http://127.0.0.1:${port}`;
	const server = await startServer({
		args: [path.join(folder, 'build/index.js')],
		env: { HOST: '127.0.0.1', PORT: String(port), ORIGIN: origin, BENCH_BARE_BYTES: String(bytes) },
		origin,
	});
	return {
		...server,
		stop: async () => {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

// The framework writes its types into node_modules, so the folder is the bare site's own and only its packages are links.
function linkPackages(folder: string): void {
	const [from, to] = [path.join(root, 'node_modules'), path.join(folder, 'node_modules')];
	mkdirSync(to);
	for (const name of readdirSync(from)) if (name !== '$app') symlinkSync(path.join(from, name), path.join(to, name));
}
