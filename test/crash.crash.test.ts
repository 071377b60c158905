import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#storage/database.ts';
import { startEmbeddedServer, type EmbeddedServer } from '#storage/embedded-server.ts';
import { migrate } from '#storage/migrate.ts';
import { addPerson } from '#storage/people.ts';
import { parseFrozenRound } from '#reports/frozen-round-schema.ts';
import { addExamples } from '#usecases/plan/add-examples.ts';
import { listForms } from '#reports/report-form.ts';
import { assignPersons } from '#usecases/round/assign-persons.ts';
import { openRound } from '#usecases/round/open-round.ts';
import { stepRound } from '#usecases/round/step-round.ts';
import { actors, makeContext, projectRoot } from './context.ts';
import type { CrashWork } from './crash-process.ts';

const program = resolve(import.meta.dirname, 'crash-process.ts');
const municipality = 'soroe';
const year = 2060;
const savers = 3;
// Rounds from documents, one for each try to publish.
const publishYears = Array.from({ length: 20 }, (_, index) => 2030 + index);

const folder = mkdtempSync(join(tmpdir(), 'fremdrift-crash-'));
const dataDir = join(folder, 'data');
const outbox = join(folder, 'outbox');

let server: EmbeddedServer;
let port: number;
const persons: string[] = [];
let numbers: string[] = [];

/** What the processes have said: the newest try and the newest acknowledged save of each answer, and the published years. */
const tried = new Map<string, number>();
const given = new Map<string, number>();
const drafted = new Map<string, number>();
const published = new Set<number>();
/** What a process ended with by itself, which none should. */
const faults: string[] = [];

beforeAll(async () => {
	mkdirSync(outbox);
	port = await findFreePort();
	await startDatabase();
	await migrate({ url: server.applicationUrl });
	const database = await openDatabase({ url: server.applicationUrl });
	await addExamples(makeContext(database, actors.installer), { root: projectRoot });
	for (const one of publishYears) await sql(addDocumentRound(one));
	const coordinator = makeContext(database, actors.coordinator);
	numbers = (await sql<{ number: string }>(`select number from initiative where municipality_code = '0340' order by rank`)).map(
		(row) => row.number,
	);
	const fields = { role: 'owner', unitId: null } as const;
	for (let index = 0; index < savers; index++) {
		const person = { ...fields, name: `Prøveperson ${index}`, email: `crash-${index}@example.org` };
		persons.push(await database.write('0340', (tx) => addPerson(tx, person, new Date())));
	}
	const asked = { askedFields: ['state', 'progress', 'fulfilment', 'remark'], remarkLimit: 600 } as const;
	await openRound(coordinator, { municipality, year, deadline: '2060-05-01', ...asked, contact: null });
	for (let index = 0; index < savers; index++) {
		await assignPersons(coordinator, { municipality, year, numbers: numbersOf(index), personIds: [persons[index] ?? ''] });
	}
	await stepRound(coordinator, { municipality, year, version: 1, to: 'collecting' });
	await database.close();
});
afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

const numbersOf = (saver: number) => numbers.filter((_, index) => index % savers === saver);

const addDocumentRound = (one: number) => `
	insert into status_round (municipality_code, plan_id, year, title, status_date, source, is_public, changed_at)
		select municipality_code, plan_id, ${one}, 'Status ${one}', '${one}-05-01', 'Prøve', false, changed_at from status_round where municipality_code = '0340' and year = 2023;
	insert into assessment (municipality_code, plan_id, year, initiative_id, state, state_text, progress, fulfilment, fulfilment_text, remark, source, changed_at)
		select municipality_code, plan_id, ${one}, initiative_id, state, state_text, progress, fulfilment, fulfilment_text, remark, source, changed_at
		from assessment where municipality_code = '0340' and year = 2023`;

async function startDatabase(): Promise<void> {
	server = await startEmbeddedServer({ dataDir, port });
}

/** Kills the database as a power failure would, and starts it again. */
async function killDatabase(): Promise<void> {
	const pid = Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
	process.kill(pid, 'SIGKILL');
	await server.ended;
	await server.stop();
	await startDatabase();
}

async function sql<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
	const client = new pg.Client({ connectionString: server.url });
	await client.connect();
	try {
		return (await client.query<Row>(text)).rows;
	} finally {
		await client.end();
	}
}

type Running = { readonly child: ChildProcess; readonly ready: Promise<void>; readonly ended: Promise<unknown> };

function start(work: CrashWork): Running {
	const child = spawn(process.execPath, [program, server.applicationUrl, JSON.stringify(work)], { stdio: ['ignore', 'pipe', 'inherit'] });
	const lines = createInterface({ input: child.stdout });
	const ready = new Promise<void>((tell, fail) => {
		lines.on('line', (line) => {
			if (line === 'ready') tell();
			else hear(line.split('\t'));
		});
		child.once('exit', () => fail(new Error('the process ended before it was ready')));
	});
	// Every line that was said has been heard when both are over.
	return { child, ready, ended: Promise.all([once(child, 'close'), once(lines, 'close')]) };
}

function hear([word, number = '', count = '', kind]: string[]): void {
	if (word === 'try') tried.set(number, Number(count));
	if (word === 'done') (kind === 'give' ? given : drafted).set(number, Number(count));
	if (word === 'published') published.add(Number(number));
	if (word === 'ended') faults.push(number);
}

let queued = 0;
/** Puts mails in the queue, for the processes to send. */
async function queueMails(count: number): Promise<void> {
	await sql(`insert into mail (municipality_code, kind, day, is_gathered, to_address, subject, text, html, state, queued_at)
		select '0340', 'sign-in', '2026-03-01', false, 'crash-' || n || '@example.org', 'Emne', 'Tekst', '<p>Tekst</p>', 'queued', now()
		from generate_series(${queued + 1}, ${queued + count}) n`);
	queued += count;
}

/** Everything that was acknowledged is there, and nothing is half done. While work goes on, more may be there than was heard of. */
async function expectWhole({ isAtRest }: { isAtRest: boolean }): Promise<void> {
	const [wasGiven, wasDrafted] = [new Map(given), new Map(drafted)];
	const rows = await sql<{ number: string; remark: string | null; draft: string | null }>(
		`select i.number, a.remark, r.draft -> 'content' ->> 'remark' as draft from answer r
		join initiative i on (i.municipality_code, i.plan_id, i.id) = (r.municipality_code, r.plan_id, r.initiative_id)
		left join assessment a on (a.municipality_code, a.plan_id, a.year, a.initiative_id) = (r.municipality_code, r.plan_id, r.year, r.initiative_id)
		where r.year = ${year}`,
	);
	const count = (text: string | null | undefined) => (text ? Number(text.replace('Tekst ', '')) : -1);
	for (const { number, remark, draft } of rows) {
		const newest = Math.max(count(remark), count(draft));
		expect(count(remark), `answer ${number}`).toBeGreaterThanOrEqual(wasGiven.get(number) ?? -1);
		expect(newest, `save of ${number}`).toBeGreaterThanOrEqual(wasDrafted.get(number) ?? -1);
		if (isAtRest) expect(newest, `save of ${number}`).toBeLessThanOrEqual(tried.get(number) ?? -1);
	}
	expect(faults).toEqual([]);
	const broken = await sql(`select * from find_broken_entries('change')`);
	expect(broken).toEqual([]);
	await expectWholeReports();
	await expectMailsOnce();
}

async function expectWholeReports(): Promise<void> {
	const rows = await sql<{ year: number; public: boolean; contents: string[]; files: number }>(
		`select r.year, r.is_public as public,
			array(select content from status_report s where s.year = r.year) as contents, (select count(*)::int from report_file f where f.year = r.year) as files
		from status_round r where r.municipality_code = '0340' and r.year between ${publishYears[0]} and ${publishYears.at(-1)}`,
	);
	for (const { year: one, contents, ...found } of rows) {
		const [content] = contents;
		const whole = content && { public: true, files: listForms(parseFrozenRound(content)).length };
		expect(found, `report of ${one}`).toEqual(whole ?? { public: false, files: 0 });
		expect(contents.length, `report of ${one}`).toBeGreaterThanOrEqual(published.has(one) ? 1 : 0);
	}
}

async function expectMailsOnce(): Promise<void> {
	const stated = await sql<{ id: string }>(`select id from mail where state = 'sent' and to_address like 'crash-%'`);
	const sent = readdirSync(outbox).map((name) => name.split('.')[1] ?? '');
	expect(new Set(sent).size, 'no mail was handed over twice').toBe(sent.length);
	expect(stated.filter(({ id }) => !sent.includes(id))).toEqual([]);
}

const jobs = (from: number): CrashWork[] => [
	...persons.map((personId, saver) => ({ kind: 'save' as const, personId, year, numbers: numbersOf(saver), from })),
	{ kind: 'mail', outbox },
];

test('the application killed 50 times while it saves, sends and publishes: what was acknowledged is there, nothing is half done or twice', async () => {
	let kills = 0;
	for (let turn = 0; kills < 50; turn++) {
		await queueMails(15);
		const publishing = publishYears[turn];
		const work: CrashWork[] = [...jobs(turn * 10_000), ...(publishing ? [{ kind: 'publish' as const, year: publishing }] : [])];
		const running = work.map(start);
		await Promise.all(running.map(({ ready }) => ready));
		await Promise.all(
			running.map(async ({ child, ended }, at) => {
				await delay(Math.random() * (work[at]?.kind === 'publish' ? 4000 : 1500));
				// One that has published has ended by itself and is not counted.
				if (child.exitCode === null && child.kill('SIGKILL')) kills += 1;
				await ended;
			}),
		);
		await expectWhole({ isAtRest: true });
	}
	// What was broken off so often can still be done.
	const [last] = publishYears.slice(-1) as [number];
	await start({ kind: 'publish', year: last }).ended;
	expect(published).toContain(last);
	await expectWhole({ isAtRest: true });
	expect(given.size).toBeGreaterThan(10);
	console.log(`application: ${kills} kills, ${given.size} answers, ${published.size} reports, ${readdirSync(outbox).length} mails`);
});

test('the database killed 20 times under the same work, which goes on by itself: the same holds', async () => {
	const before = [...given.values(), ...drafted.values()];
	const running = jobs(1_000_000).map(start);
	try {
		await Promise.all(running.map(({ ready }) => ready));
		for (let turn = 1; turn <= 20; turn++) {
			await queueMails(5);
			await delay(200 + Math.random() * 600);
			await killDatabase();
			await expectWhole({ isAtRest: false });
		}
	} finally {
		for (const { child } of running) child.kill('SIGKILL');
		await Promise.all(running.map(({ ended }) => ended));
	}
	await expectWhole({ isAtRest: true });
	// Work went on after each start: every saver has saved since.
	const since = [...given.values(), ...drafted.values()].filter((count) => count > 1_000_000);
	expect(since.length).toBeGreaterThan(20);
	expect(before.length).toBeGreaterThan(0);
});

async function findFreePort(): Promise<number> {
	const listener = createServer().listen(0, '127.0.0.1');
	await once(listener, 'listening');
	const { port: free } = listener.address() as AddressInfo;
	listener.close();
	await once(listener, 'close');
	return free;
}
