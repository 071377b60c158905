import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { mainFile, openProgram, runProgram, startProgram, type RunningProgram } from '../../test/program.ts';

// Whole processes, several a test, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 180_000 });

const isRoot = process.getuid?.() === 0;
const nobody = 65534;

let folder: string;
let dataDir: string;
let firstWords: string;
const running: RunningProgram[] = [];

/** Starts the program on the test's folder; the test's end stops it. */
async function start(environment: Record<string, string> = {}, prefix: readonly string[] = []): Promise<RunningProgram> {
	const program = await startProgram({ DATA_DIR: dataDir, ...environment }, prefix);
	running.push(program);
	return program;
}

async function stop(program: RunningProgram, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
	program.child.kill(signal);
	return program.ended;
}

/** The server processes on the test's folder. */
function listServers(): string[] {
	const { stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
	return stdout.split('\n').filter((line) => line.includes(`-D ${dataDir}/postgres`));
}

async function waitUntil(isTrue: () => boolean): Promise<void> {
	for (let attempt = 0; attempt < 500 && !isTrue(); attempt++) await delay(10);
	expect(isTrue()).toBe(true);
}

// One folder for all: that each start copes with what the one before left is what is tried here.
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'fremdrift-start-'));
	dataDir = join(folder, 'data');
	// Builds the site where that is needed, so that no test waits for it.
	const first = await start();
	firstWords = first.said();
	await stop(first);
}, 180_000);

afterEach(async () => {
	for (const program of running.splice(0)) {
		if (program.child.exitCode === null && program.child.signalCode === null) await stop(program);
	}
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const post = (address: string, origin: string) =>
	fetch(address, { method: 'POST', headers: { origin, 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' });

describe('fremdrift that runs', () => {
	let first: RunningProgram;
	beforeAll(async () => {
		first = await startProgram({ DATA_DIR: dataDir });
	});
	afterAll(() => stop(first));

	it('refuses a second start on the same data and says where the first one is', async () => {
		const second = await runProgram(['start'], { DATA_DIR: dataDir, PORT: '0' });
		expect(second.code).toBe(5);
		expect(second.stderr).toContain(`Fremdrift kører allerede på ${first.address} med mappen ${dataDir} (proces ${first.child.pid})`);
		expect((await fetch(first.address)).status).toBe(200);
	});

	it('lets a command work on its data while it runs', async () => {
		const { code, stdout, stderr } = await runProgram(['check', '--municipality', '0340', '--round', '2023'], { DATA_DIR: dataDir });
		expect([code, stderr]).toEqual([0, '']);
		expect(stdout).toMatch(/^Sorø, runde 2023: \d+ bemærkninger\.$/m);
	});

	it('takes form posts from its own address alone', async () => {
		expect((await post(first.address, first.address)).status).not.toBe(403);
		expect((await post(first.address, 'https://elsewhere.example.org')).status).toBe(403);
	});

	it('reads no body that is longer than any form, or does not say how long it is', async () => {
		const send = (path: string, body: string | ReadableStream<Uint8Array>) => {
			const headers = { origin: first.address, 'content-type': 'application/x-www-form-urlencoded' };
			return fetch(`${first.address}${path}`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
		};
		const long = await send('/soroe/runde/ny', `title=${'a'.repeat(3e6)}`);
		expect([long.status, await long.text()]).toEqual([413, expect.stringContaining('for stor')]);
		const shown = await fetch(`${first.address}/soroe/regnskab/indlaes?/preview`, {
			...{ method: 'POST', body: `bytes=${'a'.repeat(17e6)}` },
			headers: { origin: first.address, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
		});
		expect([shown.status, await shown.text()]).toEqual([413, expect.stringContaining('<a href="/soroe/regnskab/indlaes">')]);
		expect((await send('/soroe/kontrol', new Blob(['hash=a']).stream())).status).toBe(411);
		expect((await send('/soroe/kontrol', 'hash=a')).status).toBeLessThan(410);
	});

	it('answers to nobody who reached it by another name', async () => {
		const { address } = first;
		const { port } = new URL(address);
		const answer = spawnSync('curl', ['-s', '-o', '/dev/null', '-w', '%{http_code}', '-H', `Host: elsewhere.example.org:${port}`, address]);
		expect(answer.stdout.toString()).toBe('421');
	});
});

describe('fremdrift start', () => {
	it('loads the examples once, serves them, and stops at Ctrl-C pressed twice', async () => {
		expect(firstWords).toContain('Indlæste eksempler: 98 kommuner');
		const program = await start();
		expect(program.said()).not.toContain('Indlæste eksempler');
		const page = await fetch(`${program.address}/soroe`);
		expect(page.status).toBe(200);
		expect(await page.text()).toContain('Sorø');
		program.child.kill('SIGINT');
		program.child.kill('SIGINT');
		expect(await program.ended).toBe(0);
		expect(program.said()).toContain('databasen er lukket');
		expect(listServers()).toEqual([]);
		expect(existsSync(join(dataDir, 'running.json'))).toBe(false);
	});

	it('takes its database along when it is killed, and recovers by itself', async () => {
		const first = await start();
		first.child.kill('SIGKILL');
		await first.ended;
		await waitUntil(() => listServers().length === 0);
		const second = await start();
		expect((await fetch(`${second.address}/soroe`)).status).toBe(200);
	});

	it('ends with a clear word when its database is killed, and recovers at the next start', async () => {
		const first = await start();
		const pid = Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
		process.kill(pid, 'SIGKILL');
		expect(await first.ended).toBe(1);
		const second = await start();
		expect((await fetch(`${second.address}/soroe`)).status).toBe(200);
	});

	it('can be stopped in the middle of starting', async () => {
		for (const patience of [150, 400, 800]) {
			const child = openProgram(['start'], { DATA_DIR: dataDir, PORT: '0' });
			setTimeout(() => child.kill('SIGINT'), patience);
			await once(child, 'close');
			expect(listServers(), `after ${patience} ms`).toEqual([]);
		}
		expect((await fetch((await start()).address)).status).toBe(200);
	});

	it('says that the port is taken or the address unknown before anything is made', async () => {
		const untouched = join(folder, 'no-port');
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const { port } = other.address() as AddressInfo;
		const { code, stderr } = await runProgram(['start'], { DATA_DIR: untouched, PORT: String(port) });
		other.close();
		expect(code).toBe(5);
		expect(stderr).toContain(`Port ${port} på 127.0.0.1 bruges af et andet program`);
		const nowhere = await runProgram(['start'], { DATA_DIR: untouched, HOST: 'fremdrift.invalid', PORT: '0' });
		expect([nowhere.code, nowhere.stdout]).toEqual([5, '']);
		expect(nowhere.stderr).toContain('fremdrift.invalid');
		expect(existsSync(untouched)).toBe(false);
		expect(listServers()).toEqual([]);
	});

	it('leaves a folder alone that holds other things', async () => {
		const documents = join(folder, 'documents');
		mkdirSync(documents);
		writeFileSync(join(documents, 'brev.txt'), 'Kære udvalg');
		const { code, stderr } = await runProgram(['start'], { DATA_DIR: documents, PORT: '0' });
		expect(code).toBe(2);
		expect(stderr).toContain(documents);
		expect(stderr).toContain('brev.txt');
		expect(readdirSync(documents)).toEqual(['brev.txt']);
	});

	it.each([
		['PORT', '99999', 'et helt tal fra 0 til 65535'],
		['HOST', 'ikke en vært', 'en IP-adresse eller et værtsnavn'],
		['ORIGIN', 'klima.example.org', 'den offentlige adresse uden sti'],
		['DATABASE_URL', 'mysql://example.org/x', 'postgres://bruger:adgangskode@vært:5432/database'],
	])('stops at a bad %s and says what is accepted', async (name, value, accepted) => {
		const untouched = join(folder, 'untouched');
		const { code, stdout, stderr } = await runProgram(['start'], { DATA_DIR: untouched, [name]: value });
		expect(code).toBe(2);
		expect(stderr).toContain(name);
		expect(stderr).toContain(accepted);
		expect(stdout).toBe('');
		expect(existsSync(untouched)).toBe(false);
	});

	it('says so when the database of DATABASE_URL cannot be reached', async () => {
		const { code, stderr } = await runProgram(['start'], { PORT: '0', DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/fremdrift' });
		expect(code).toBe(5);
		expect(stderr).toContain('ECONNREFUSED');
		expect(stderr).not.toContain('secret');
	});

	it('takes form posts from the configured address before its own', async () => {
		const published = await start({ ORIGIN: 'https://klima.example.org' });
		expect((await post(published.address, 'https://klima.example.org')).status).not.toBe(403);
		expect((await post(published.address, published.address)).status).toBe(403);
	});

	it.skipIf(!canBeNobody())('serves as an ordinary user (needs root and a checkout that others may read; skipped otherwise)', async () => {
		const own = mkdtempSync(join(tmpdir(), 'fremdrift-start-'));
		chownSync(own, nobody, nobody);
		const program = await start({ DATA_DIR: join(own, 'data') }, ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']);
		expect((await fetch(`${program.address}/soroe`)).status).toBe(200);
		expect(await stop(program)).toBe(0);
		rmSync(own, { recursive: true, force: true });
	});
});

function canBeNobody(): boolean {
	return isRoot && spawnSync('setpriv', [`--reuid=${nobody}`, '--clear-groups', 'test', '-r', mainFile]).status === 0;
}
