import { setTimeout as delay } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAnswerLink, revokeAnswerLinks } from '#storage/answer-links.ts';
import { openMailDesk, type MailDesk } from './mail-desk.ts';
import { openMailServer, type MailServer } from './mail-server.ts';
import { startProgram, type RunningProgram } from './program.ts';

let desk: MailDesk;
let mails: MailServer;
/** Two replicas of the whole program, pages and jobs, on one database and one mail server. */
const replicas: RunningProgram[] = [];
const [personId, number] = [() => desk.people[0] ?? '', '1'];

// Builds the site where that is needed.
beforeAll(async () => {
	desk = await openMailDesk();
	mails = await openMailServer();
	const shared = {
		DATABASE_URL: desk.server.url,
		SMTP_URL: mails.url,
		MAIL_FROM: 'klima@example.org',
		DEMO: 'off',
		SECRET: 's'.repeat(48),
	};
	for (let count = 0; count < 2; count++) replicas.push(await startProgram(shared));
	// The clock of the programs is the real one, and the round is to be open.
	await desk.server.sql(`update round_run set deadline = current_date + 60`);
}, 240_000);

afterAll(async () => {
	for (const { child, ended } of replicas) {
		child.kill('SIGTERM');
		await ended;
	}
	await mails.close();
	await desk.server.close();
});

const ask = (replica: number, path: string, options: RequestInit = {}) => {
	const address = replicas[replica]?.address ?? '';
	return fetch(address + path, { redirect: 'manual', ...options, headers: { origin: address, accept: 'text/html', ...options.headers } });
};
const getCookie = (response: Response) =>
	response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0])
		.join('; ');

async function signIn(replica: number): Promise<string> {
	const [expiresAt, at] = [new Date(Date.now() + 86_400_000), new Date(Date.now() - 60_000)];
	const link = { personId: personId(), planId: desk.planId, year: 2024, expiresAt, at };
	const token = await desk.database.write('0340', (tx) => addAnswerLink(tx, link));
	const response = await ask(replica, `/soroe/svar/link/${token}`, { method: 'POST', body: new URLSearchParams() });
	expect(response.status).toBe(303);
	return getCookie(response);
}

test('who signs in by one replica is signed in on the other, and what is saved by one stands on the other', async () => {
	const cookie = await signIn(0);
	for (const replica of [0, 1]) expect((await ask(replica, '/soroe/svar/2024', { headers: { cookie } })).status).toBe(200);
	const page = `/soroe/svar/2024/${number}`;
	const first = await (await ask(0, page, { headers: { cookie } })).text();
	let version = /name="version" value="(\d+)"/.exec(first)?.[1] ?? '';
	for (let turn = 1; turn <= 6; turn++) {
		const body = new URLSearchParams({ version, editor: 'test', state: 'in progress', remark: `Skrevet ${turn}. gang` });
		const saved = await ask(turn % 2, `${page}/kladde`, { method: 'POST', body, headers: { cookie } });
		expect(saved.status, await saved.clone().text()).toBe(200);
		version = String(((await saved.json()) as { version: number }).version);
		const seen = await ask((turn + 1) % 2, page, { headers: { cookie } });
		expect(await seen.text()).toContain(`Skrevet ${turn}. gang`);
	}
});

test('who is turned away by one replica is turned away by the other in the next request', async () => {
	const cookie = await signIn(1);
	expect((await ask(0, '/soroe/svar/2024', { headers: { cookie } })).status).toBe(200);
	await desk.database.write('0340', (tx) => revokeAnswerLinks(tx, personId(), 'cli', new Date()));
	for (const replica of [0, 1]) expect((await ask(replica, '/soroe/svar/2024', { headers: { cookie } })).status).not.toBe(200);
});

test('every mail is sent once, whichever replica takes the job', async () => {
	const count = 60;
	await desk.server.sql(`insert into mail (municipality_code, kind, day, is_gathered, to_address, subject, text, html, state, queued_at)
		select '0340', 'sign-in', current_date, false, 'replica-' || n || '@example.org', 'Emne', 'Tekst', '<p>Tekst</p>', 'queued', now()
		from generate_series(1, ${count}) n`);
	const boss = new PgBoss({
		connectionString: desk.server.url,
		schema: 'fremdrift_jobs',
		migrate: false,
		supervise: false,
		schedule: false,
	});
	boss.on('error', () => undefined);
	await boss.start();
	// As the schedule does, only more often: both replicas look for work all the time.
	for (let turn = 0; turn < 60 && mails.received.length < count; turn++) {
		await boss.send('send-mails');
		await delay(500);
	}
	await boss.stop({ graceful: false });
	await delay(500);
	const addresses = mails.received.flatMap(({ envelopeTo }) => envelopeTo).filter((to) => to.startsWith('replica-'));
	expect(addresses.length).toBe(count);
	expect(new Set(addresses).size).toBe(count);
	const states = await desk.server.sql(`select distinct state from mail where to_address like 'replica-%'`);
	expect(states).toEqual([{ state: 'sent' }]);
});
