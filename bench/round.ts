import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startEmbeddedServer } from '#storage/embedded-server.ts';
import { atMost, percentile, root } from './measure.ts';
import type { Figure } from './measure.ts';
import { readRemarks, seedRound } from './seed-round.ts';
import type { SeededOwner, SeededRound } from './seed-round.ts';
import { findFreePort, startServer } from './server.ts';

const owners = 200;
// Ten minutes of an owner's work: two initiatives, a page each, the remark saved every 25 seconds as it grows, then sent in.
const each = 2;
const draftsEach = 12;
const seconds = 60;

type Measured = { saves: number[]; pages: number[]; refused: string[]; given: Map<string, string> };

/** Two hundred owners who answer at once, against the built site: how long a save takes, and whether an answer is lost. */
export async function measureRound(): Promise<readonly Figure[]> {
	const command = path.join(root, 'src/cli/main.ts');
	execFileSync(process.execPath, [command, 'build'], { cwd: root, stdio: 'ignore' });
	const dataDir = mkdtempSync(path.join(tmpdir(), 'fremdrift-bench-'));
	const database = await startEmbeddedServer({ dataDir });
	try {
		const port = await findFreePort();
		const site = await startServer({
			args: [command, 'start'],
			origin: `http://127.0.0.1:${port}`,
			env: { HOST: '127.0.0.1', PORT: String(port), ORIGIN: '', DEMO: 'off', DATABASE_URL: database.applicationUrl, DATA_DIR: dataDir },
		});
		try {
			const round = await seedRound(database.url, { owners, each });
			const measured = await answerAll(site.origin, round);
			const stored = await readRemarks(database.url, round.year);
			return describe(measured, stored);
		} finally {
			await site.stop();
		}
	} finally {
		await database.stop();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

function describe({ saves, pages, refused, given }: Measured, stored: ReadonlyMap<string, string | null>): Figure[] {
	if (refused.length > 0) throw new Error(`${refused.length} requests were refused, such as ${refused[0]}`);
	const lost = [...given].filter(([number, remark]) => stored.get(number) !== remark).length;
	const how = `${owners} owners at once, ${saves.length} saves and ${pages.length} pages in ${seconds} s`;
	return [
		{ what: 'a save in the round, p50', value: percentile(saves, 50), unit: 'ms', limit: null, how },
		{ what: 'a save in the round, p95', value: percentile(saves, 95), unit: 'ms', limit: atMost(150), how },
		{ what: 'a save in the round, slowest', value: Math.max(...saves), unit: 'ms', limit: null, how },
		{ what: 'a page in the round, p95', value: percentile(pages, 95), unit: 'ms', limit: null, how },
		{ what: 'answers lost', value: lost + owners * each - given.size, unit: 'answers', limit: atMost(0), how: `of ${given.size} given` },
	];
}

async function answerAll(origin: string, { owners: people, municipality, year }: SeededRound): Promise<Measured> {
	const measured: Measured = { saves: [], pages: [], refused: [], given: new Map() };
	const agent = new Agent({ keepAlive: true, maxSockets: people.length });
	try {
		// Everybody has opened the link; the work that is measured begins when they begin to answer.
		const sessions = [];
		for (const owner of people) sessions.push({ owner, cookie: await openLink({ origin, agent }, owner) });
		const start = performance.now();
		await Promise.all(
			sessions.map(({ owner, cookie }) =>
				answerOwn({ origin, agent, cookie, place: `/${municipality}/svar/${year}`, start }, owner, measured),
			),
		);
	} finally {
		agent.destroy();
	}
	return measured;
}

type Site = { readonly origin: string; readonly agent: Agent };
type Desk = Site & { readonly cookie: string; readonly place: string; readonly start: number };

/** One owner's work, spread over the time as people do: nobody waits for another. */
async function answerOwn(desk: Desk, { numbers }: SeededOwner, measured: Measured): Promise<void> {
	const steps = 1 + numbers.length * (draftsEach + 2);
	// All two hundred begin within the same minute of the ten, and each works at a pace of its own: the quickest is done after seven.
	const begins = desk.start + (Math.random() * seconds * 1000) / 10;
	const pause = ((desk.start + seconds * 1000 - begins) * (0.7 + Math.random() * 0.3)) / steps;
	let step = 0;
	const wait = () => delay(Math.max(0, begins + (step++ + (Math.random() - 0.5) * 0.8) * pause - performance.now()));
	await wait();
	await see(desk, desk.place, measured);
	for (const number of numbers) {
		const page = `${desk.place}/${number}`;
		await wait();
		await see(desk, page, measured);
		let version = '1';
		const words = `Indsats ${number}: projektet følger planen, og ${Math.random().toString(36).slice(2)} er aftalt med driften.`;
		for (let turn = 1; turn <= draftsEach; turn++) {
			await wait();
			const remark = words.slice(0, Math.ceil((words.length * turn) / draftsEach));
			const saved = await save(desk, `${page}/kladde`, { version, remark }, measured);
			if (saved) version = (JSON.parse(saved) as { version: number }).version.toString();
		}
		await wait();
		if ((await save(desk, `${page}?/give`, { version, remark: words }, measured)) !== null) measured.given.set(number, words);
	}
}

async function see(desk: Desk, page: string, { pages, refused }: Measured): Promise<void> {
	const answer = await ask(desk, 'GET', page);
	pages.push(answer.milliseconds);
	if (answer.status !== 200) refused.push(`GET ${page}: ${answer.status}`);
}

async function save(
	desk: Desk,
	to: string,
	typed: { version: string; remark: string },
	{ saves, refused }: Measured,
): Promise<string | null> {
	const body = new URLSearchParams({ ...typed, state: 'in progress', fulfilment: 'yellow', editor: 'bench' }).toString();
	const answer = await ask(desk, 'POST', to, body);
	saves.push(answer.milliseconds);
	// A draft is answered with what was saved, an answer that was given with the way to the next.
	if (answer.status === 200 || answer.status === 303) return answer.text;
	refused.push(`POST ${to}: ${answer.status} ${answer.text.slice(0, 200)}`);
	return null;
}

async function openLink(site: Site, { link }: SeededOwner): Promise<string> {
	const answer = await ask({ ...site, cookie: '' }, 'POST', link, '');
	if (answer.status !== 303) throw new Error(`the link was answered with ${answer.status}`);
	return answer.cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

type Answer = { status: number; text: string; cookies: readonly string[]; milliseconds: number };

function ask({ origin, agent, cookie }: Site & { cookie: string }, method: 'GET' | 'POST', to: string, body?: string): Promise<Answer> {
	const start = performance.now();
	const headers = {
		origin,
		cookie,
		accept: 'text/html',
		...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }),
	};
	return new Promise((resolve, reject) => {
		const sent = request(`${origin}${to}`, { method, agent, headers }, (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (part: string) => (text += part));
			response.on('end', () =>
				resolve({
					status: response.statusCode ?? 0,
					text,
					cookies: response.headers['set-cookie'] ?? [],
					milliseconds: performance.now() - start,
				}),
			);
			response.on('error', reject);
		});
		sent.on('error', reject);
		sent.end(body);
	});
}
