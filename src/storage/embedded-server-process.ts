import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { DomainError } from '#domain/shared/domain-error.ts';
import { readServerPidFile, stopServerProcess } from './embedded-server-leftover.ts';
import type { Runner } from './embedded-server-user.ts';

/** Connection strings to the application's database: as the superuser, and as its owner, who may not get round row-level security. */
export type ServerUrls = { url: string; applicationUrl: string };

/** A database server that accepts connections. */
export type ServerProcess = ServerUrls & { pid: number; kill(signal: NodeJS.Signals): void; ended: Promise<void> };

export type ServerProcessOptions = {
	clusterDir: string;
	logFile: string;
	program: string;
	runner: Runner;
	passwords: { superuser: string; application: string };
	port?: number;
	settings?: Readonly<Record<string, string>>;
	signal?: AbortSignal;
	log(event: string, facts: Readonly<Record<string, string | number>>): void;
};

// Recovery after a crash replays at most about a gigabyte of log; a slow disk may need minutes for it.
const startPatience = 180_000;
const logLimit = 5_000_000;
const applicationName = 'fremdrift';

const ownSettings = {
	listen_addresses: '127.0.0.1',
	unix_socket_directories: '',
	timezone: 'UTC',
	log_timezone: 'UTC',
	// Rows and statements may hold names and addresses: neither belongs in a log.
	log_error_verbosity: 'terse',
	log_min_error_statement: 'panic',
	// Compiling pays for long analytic queries alone; ours are short.
	jit: 'off',
	random_page_cost: '1.1',
};

/** Starts the server and waits until it answers and the application's database exists. Tries again where another took the port. */
export async function openServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
	for (let attempt = 1; ; attempt++) {
		const port = options.port ?? (await findFreePort());
		const startedAt = existsSync(options.logFile) ? statSync(options.logFile).size : 0;
		try {
			return await start(options, port);
		} catch (error) {
			options.signal?.throwIfAborted();
			const said = readFileSync(options.logFile, 'utf8').slice(startedAt);
			// Children of a killed server finish what they were doing before they notice; the port may have been taken meanwhile.
			const mayPass = said.includes('shared memory block') || (!options.port && said.includes('could not bind'));
			if (!mayPass || attempt >= 20) throw new DomainError('conflict', 'server.start-failed', { log: lastLines(said) }, { cause: error });
			await delay(250);
		}
	}
}

/** Runs a program to its end. @throws DomainError `server.start-failed` with what it said when it fails */
export async function runProgram(runner: Runner, program: string, programArgs: readonly string[], signal?: AbortSignal): Promise<void> {
	const { file, args, options } = runner.command(program, programArgs);
	signal?.throwIfAborted();
	// A session of its own keeps the terminal's Ctrl-C away: the application stops its children itself, in order.
	const child = spawn(file, args, { ...options, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
	const end = () => child.kill('SIGINT');
	signal?.addEventListener('abort', end, { once: true });
	let said = '';
	child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
	const [code] = (await once(child, 'close')) as [number | null];
	signal?.removeEventListener('abort', end);
	signal?.throwIfAborted();
	if (code !== 0) throw new DomainError('conflict', 'server.start-failed', { log: lastLines(said) });
}

async function start(options: ServerProcessOptions, port: number): Promise<ServerProcess> {
	const settings = Object.entries({ ...ownSettings, ...options.settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const command = options.runner.command(options.program, ['-D', options.clusterDir, '-p', String(port), ...settings]);
	const out = openLog(options.logFile);
	const child = spawn(command.file, command.args, { ...command.options, detached: true, stdio: ['ignore', out, out] });
	closeSync(out);
	const ended = new Promise<void>((resolve) => {
		child.once('close', () => resolve());
		child.once('error', () => resolve());
	});
	const kill = (signal: NodeJS.Signals) => void child.kill(signal);
	try {
		await waitUntilReady(options, child.pid ?? 0, ended);
		const urls = await openOwnDatabase(options, port);
		options.log('database.started', { pid: child.pid ?? 0, port });
		return { pid: child.pid ?? 0, ...urls, kill, ended };
	} catch (error) {
		await stopServerProcess(kill, ended);
		throw error;
	}
}

async function waitUntilReady(options: ServerProcessOptions, pid: number, ended: Promise<void>): Promise<void> {
	let over = false;
	void ended.then(() => (over = true));
	for (const end = Date.now() + startPatience; Date.now() < end; await delay(10)) {
		options.signal?.throwIfAborted();
		if (over) throw new Error('the database server ended while starting');
		const file = readServerPidFile(options.clusterDir);
		if (file?.pid === pid && file.ready) return;
	}
	throw new Error(`the database server was not ready within ${startPatience} ms`);
}

async function openOwnDatabase({ passwords }: ServerProcessOptions, port: number): Promise<ServerUrls> {
	const url = (user: string, password: string, database: string) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
	const client = new pg.Client({ connectionString: url('postgres', passwords.superuser, 'postgres') });
	await client.connect();
	try {
		const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [applicationName]);
		if (rowCount === 0) {
			await client.query(`drop role if exists ${applicationName}`);
			await client.query(`create role ${applicationName} login createrole password ${client.escapeLiteral(passwords.application)}`);
			// The application makes itself a role with fewer rights and takes it in every transaction.
			await client.query(`alter role ${applicationName} set createrole_self_grant = 'set, inherit'`);
			await client.query(`create database ${applicationName} owner ${applicationName}`);
		}
	} finally {
		await client.end();
	}
	return {
		url: url('postgres', passwords.superuser, applicationName),
		applicationUrl: url(applicationName, passwords.application, applicationName),
	};
}

async function findFreePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

function openLog(path: string): number {
	if (existsSync(path) && statSync(path).size > logLimit) renameSync(path, `${path}.1`);
	return openSync(path, 'a', 0o600);
}

function lastLines(text: string): string {
	return text.trim().split('\n').slice(-4).join('\n');
}
