import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { root } from './measure.ts';

export type RunningServer = {
	readonly origin: string;
	/** From the start of the process to the first answer, in milliseconds. */
	readonly startMilliseconds: number;
	stop(): Promise<void>;
};

type ServerOptions = { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>>; readonly origin: string };

/** A port that was free a moment ago. */
export async function findFreePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

/** Starts a Node process and waits until it answers. */
export async function startServer({ args, env, origin }: ServerOptions): Promise<RunningServer> {
	const start = performance.now();
	const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } });
	let said = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4000)));
	const stop = async () => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		child.kill('SIGINT');
		await once(child, 'exit');
	};
	try {
		while (!(await isAnswering(origin))) {
			if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${child.exitCode}: ${said}`);
			if (performance.now() - start > 180_000) throw new Error(`${origin} did not answer within three minutes`);
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		return { origin, startMilliseconds: performance.now() - start, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

async function isAnswering(origin: string): Promise<boolean> {
	try {
		const response = await fetch(origin);
		await response.arrayBuffer();
		return response.ok;
	} catch {
		return false;
	}
}
