import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbeddedServer, type EmbeddedServer } from './embedded-server.ts';
import { findRunningServer } from './embedded-server-lock.ts';
import { findRunner } from './embedded-server-user.ts';

const program = resolve(import.meta.dirname, '../../test/embedded-server-process.ts');
const isRoot = process.getuid?.() === 0;
const nobody = 65534;

let folder: string;
let dataDir: string;
const children: ChildProcess[] = [];

/** A folder whose database was made and stopped in order, for tests of what comes after that. */
let made: string | undefined;

/** Copies that folder: making a database takes most of the time of a start. */
async function copyMade(): Promise<void> {
	if (!made) {
		made = join(mkdtempSync(join(tmpdir(), 'fremdrift-embedded-')), 'data');
		await (await startEmbeddedServer({ dataDir: made })).stop();
	}
	// Node's own copying leaves the owner behind.
	expect(spawnSync('cp', ['-a', made, dataDir]).status).toBe(0);
}

afterAll(() => {
	if (made) rmSync(dirname(made), { recursive: true, force: true });
});

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'fremdrift-embedded-'));
	dataDir = join(folder, 'data');
});

afterEach(async () => {
	for (const child of children.splice(0)) {
		if (child.exitCode === null && child.signalCode === null) {
			child.kill('SIGTERM');
			await once(child, 'exit');
		}
	}
	rmSync(folder, { recursive: true, force: true });
});

/** Runs the program until it is ready or refuses. */
async function run(user?: number): Promise<{ child: ChildProcess; events: string[]; answer: string }> {
	const prefix = user === undefined ? [] : ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups'];
	const [file = '', ...args] = [...prefix, process.execPath, program, dataDir];
	const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
	children.push(child);
	const events: string[] = [];
	for await (const line of createInterface({ input: child.stdout })) {
		if (line.startsWith('ready ') || line.startsWith('refused ')) return { child, events, answer: line };
		events.push(line);
	}
	throw new Error(`the program ended without an answer: ${events.join(', ')}`);
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query<Record<string, unknown>>(text)).rows;
	} finally {
		await client.end();
	}
}

function readServerPid(): number {
	return Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

async function waitForEnd(pid: number): Promise<void> {
	for (let attempt = 0; attempt < 400 && isAlive(pid); attempt++) await delay(10);
	expect(isAlive(pid)).toBe(false);
}

const answer = (text: string) => text.replace(/^ready /, '');

describe('startEmbeddedServer', () => {
	it('makes a durable database with Danish words and order, keeps it, and stops it', async () => {
		let server: EmbeddedServer = await startEmbeddedServer({ dataDir });
		const [settings] = await query(
			server.url,
			`select current_setting('fsync') as fsync, current_setting('server_version_num')::int / 10000 as version, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'fremdrift'`,
		);
		expect(settings).toEqual({ fsync: 'on', version: 18, encoding: 'UTF8' });
		const [words] = await query(
			server.url,
			`select to_tsvector('danish', 'klimaplanerne')::text as words, array(select x from unnest(array['å', 'z', 'æ', 'ø']) x order by x collate "da-x-icu") as sorted`,
		);
		expect(words).toEqual({ words: `'klimaplan':1`, sorted: ['z', 'æ', 'ø', 'å'] });
		await query(server.url, 'create table kept as select 42 as answer');
		const pid = readServerPid();
		await Promise.all([server.stop(), server.stop()]);
		await server.ended;
		expect(isAlive(pid)).toBe(false);
		expect(readdirSync(dataDir).sort()).toEqual(['fremdrift.lock', 'postgres', 'postgres.log']);

		server = await startEmbeddedServer({ dataDir });
		expect(await query(server.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
		await server.stop();
	});

	it('gives the application a user that row-level security binds and that nobody can be without its password', async () => {
		const server = await startEmbeddedServer({ dataDir });
		const [user] = await query(server.applicationUrl, 'select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user');
		expect(user).toEqual({ rolname: 'fremdrift', rolsuper: false, rolbypassrls: false });
		const wrong = new URL(server.applicationUrl);
		wrong.password = 'wrong';
		await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
		for (const name of ['postgres/superuser.password', 'postgres/application.password', 'running.json']) {
			expect(statSync(join(dataDir, name)).mode & 0o777, name).toBe(0o600);
		}
		expect(statSync(join(dataDir, 'postgres/cluster')).mode & 0o777).toBe(0o700);
		await server.stop();
	});

	it('refuses a second start on the same folder and says who has it', async () => {
		await copyMade();
		const server = await startEmbeddedServer({ dataDir });
		server.announce('http://127.0.0.1:3999');
		const { answer: refusal } = await run();
		expect(JSON.parse(refusal.replace('refused ', ''))).toMatchObject({
			kind: 'conflict',
			code: 'server.data-in-use',
			details: { folder: dataDir, pid: process.pid, address: 'http://127.0.0.1:3999' },
		});
		expect(await query(server.url, 'select 1 as up')).toEqual([{ up: 1 }]);
		expect(findRunningServer(dataDir)).toMatchObject({ pid: process.pid, databaseUrl: server.applicationUrl });
		await server.stop();
		expect(findRunningServer(dataDir)).toBeNull();
	});

	it('ends with its application when that is killed, and starts again without help', async () => {
		await copyMade();
		const { child, answer: ready } = await run();
		await query(answer(ready), 'create table kept as select 1 as answer');
		const pid = readServerPid();
		child.kill('SIGKILL');
		await once(child, 'exit');
		const again = await run();
		expect(await query(answer(again.answer), 'select answer from kept')).toEqual([{ answer: 1 }]);
		await waitForEnd(pid);
		expect(readServerPid()).not.toBe(pid);
	});

	it('recovers when the database itself is killed in the middle of a transaction', async () => {
		await copyMade();
		const { child, answer: ready } = await run();
		await query(answer(ready), 'create table kept (answer int)');
		const writer = new pg.Client({ connectionString: answer(ready) });
		writer.on('error', () => undefined);
		await writer.connect();
		await writer.query('insert into kept values (1)');
		await writer.query('begin; insert into kept values (2)');
		process.kill(readServerPid(), 'SIGKILL');
		await once(child, 'exit');
		const again = await run();
		expect(await query(answer(again.answer), 'select answer from kept')).toEqual([{ answer: 1 }]);
	});

	it('is not fooled by a pid file whose number belongs to somebody else now', async () => {
		await copyMade();
		const server = await startEmbeddedServer({ dataDir });
		const pidFile = join(dataDir, 'postgres/cluster/postmaster.pid');
		const lines = readFileSync(pidFile, 'utf8').split('\n');
		const { uid, gid } = statSync(pidFile);
		await server.stop();
		// A process of the same user, as after a restart of a container.
		const stranger = spawn('sleep', ['60'], isRoot ? { uid, gid } : {});
		try {
			writeFileSync(pidFile, [stranger.pid, ...lines.slice(1)].join('\n'));
			chownSync(pidFile, uid, gid);
			const again = await startEmbeddedServer({ dataDir });
			expect(await query(again.url, 'select 1 as up')).toEqual([{ up: 1 }]);
			expect(isAlive(stranger.pid ?? 0)).toBe(true);
			await again.stop();
		} finally {
			stranger.kill();
		}
	});

	it('begins again where making the database was broken off', async () => {
		const stop = new AbortController();
		const broken = startEmbeddedServer({ dataDir, signal: stop.signal });
		setTimeout(() => stop.abort(), 60);
		await expect(broken).rejects.toThrow();
		const server = await startEmbeddedServer({ dataDir });
		expect(await query(server.url, 'select 1 as up')).toEqual([{ up: 1 }]);
		await server.stop();
		expect(readdirSync(dataDir)).not.toContain('postgres.new');
	});

	it('refuses files of another version', async () => {
		await copyMade();
		const server = await startEmbeddedServer({ dataDir });
		await server.stop();
		writeFileSync(join(dataDir, 'postgres/cluster/PG_VERSION'), '17\n');
		await expect(startEmbeddedServer({ dataDir })).rejects.toMatchObject({ code: 'server.other-version', details: { found: '17' } });
	});

	it.skipIf(!existsSync('/proc/self'))('refuses at once a folder where the system makes none (needs /proc)', async () => {
		for (const folderOfSystem of ['/proc/fremdrift', '/proc/fremdrift/data', '/proc/self/status/data']) {
			const refused = { kind: 'forbidden', code: 'server.data-not-writable', details: { folder: folderOfSystem } };
			await expect(startEmbeddedServer({ dataDir: folderOfSystem })).rejects.toMatchObject(refused);
		}
	});

	it.skipIf(!isRoot)('runs below a folder that others cannot enter, and never as root (needs root; skipped for others)', async () => {
		chmodSync(folder, 0o700);
		const server = await startEmbeddedServer({ dataDir });
		const status = readFileSync(`/proc/${readServerPid()}/status`, 'utf8');
		expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).not.toBe('0');
		// One capability at most, the one to pass through folders (bit 2) or, in a container without it, past file modes (bit 1).
		expect(['4', '2']).toContain(Number.parseInt(/^CapPrm:\s+(\w+)/m.exec(status)?.[1] ?? '', 16).toString());
		await server.stop();
	});

	it.skipIf(!isRoot)('finds its own programs below such a folder too (needs root; skipped for others)', () => {
		chmodSync(folder, 0o700);
		const copy = join(folder, 'program');
		writeFileSync(copy, '#!/bin/sh\n', { mode: 0o755 });
		const runner = findRunner(folder, dataDir, copy);
		// PostgreSQL asks like this, and the answer does not follow from being able to run the program.
		const ask = ['-e', 'require("node:fs").accessSync(process.argv[1], 1)', copy];
		const { file, args, options } = runner.command('/bin/sh', ['-c', 'exec "$0" "$@"', process.execPath, ...ask]);
		expect(spawnSync(file, args, options).status).toBe(0);
	});

	it.skipIf(!canBeNobody())('runs as an ordinary user (needs root and a checkout that others may read; skipped otherwise)', async () => {
		chownSync(folder, nobody, nobody);
		const { answer: ready } = await run(nobody);
		expect(await query(answer(ready), 'select 1 as up')).toEqual([{ up: 1 }]);
		expect(statSync(join(dataDir, 'postgres/cluster')).uid).toBe(nobody);
	});
});

function canBeNobody(): boolean {
	if (!isRoot) return false;
	return spawnSync('setpriv', [`--reuid=${nobody}`, '--clear-groups', 'test', '-r', program]).status === 0;
}
