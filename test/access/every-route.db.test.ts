import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSignIn } from '#wiring/sign-in.ts';
import { Browser } from '../browser.ts';
import { projectRoot } from '../context.ts';
import type { TestDatabase } from '../database.ts';
import { createExampleDatabase } from '../example-database.ts';
import { startProgram, type RunningProgram } from '../program.ts';
import { fingerprint, makeWorld, persons, secrets, year } from './world.ts';

const routes = join(projectRoot, 'src', 'routes');
const secret = 'a-secret-of-the-tests-that-is-long-enough';

/** Who may open a page. `public`: everybody. `own`: what it shows depends on the session alone. The rest by role at home. */
type Who = 'public' | 'own' | 'coordinator' | 'administrator' | 'reviewer' | 'answering';
/** Every address and who may open it. An address that is missing here makes the test fail. */
const pages: Readonly<Record<string, Who>> = {
	'/': 'public',
	'/healthz': 'public',
	'/readyz': 'public',
	'/metrics': 'public',
	'/robots.txt': 'public',
	'/sitemap.xml': 'public',
	'/soeg': 'public',
	'/metode': 'public',
	'/tilgaengelighed': 'public',
	'/log-ud': 'own',
	'/login': 'own',
	'/login/api/[...path]': 'own',
	'/login/kode': 'own',
	'/login/link': 'own',
	'/login/med/[provider]': 'own',
	'/min-side': 'own',
	'/[municipality]': 'public',
	'/[municipality]/om': 'public',
	'/[municipality]/indsatser': 'public',
	'/[municipality]/indsatser.[format]': 'public',
	'/[municipality]/indsatser/[number]': 'public',
	'/[municipality]/indsatser/ny': 'coordinator',
	'/[municipality]/indsatser/[number]/ret': 'coordinator',
	'/[municipality]/faktorer': 'public',
	'/[municipality]/faktorer/[factor]': 'coordinator',
	'/[municipality]/import': 'coordinator',
	'/[municipality]/import/[draft]': 'coordinator',
	'/[municipality]/kalender': 'own',
	'/[municipality]/kalender/[secret].ics': 'own',
	'/[municipality]/kontrol': 'public',
	'/[municipality]/laesevejledning': 'coordinator',
	'/[municipality]/log': 'administrator',
	'/[municipality]/log.csv': 'administrator',
	'/[municipality]/personer': 'coordinator',
	'/[municipality]/personer/[person]': 'coordinator',
	'/[municipality]/personer/[person]/giv-videre': 'coordinator',
	'/[municipality]/personer/[person]/oplysninger.json': 'coordinator',
	'/[municipality]/personer/ejere': 'coordinator',
	'/[municipality]/personer/enheder': 'coordinator',
	'/[municipality]/personer/indlaes': 'coordinator',
	'/[municipality]/personer/ny': 'coordinator',
	'/[municipality]/personer/opbevaring': 'coordinator',
	'/[municipality]/plantjek': 'public',
	'/[municipality]/rapporter': 'public',
	'/[municipality]/regnskab': 'public',
	'/[municipality]/regnskab.[format]': 'public',
	'/[municipality]/regnskab/indlaes': 'coordinator',
	'/[municipality]/runde': 'reviewer',
	'/[municipality]/runde/ny': 'coordinator',
	'/[municipality]/runde/[year]': 'reviewer',
	'/[municipality]/runde/[year]/[number]': 'reviewer',
	'/[municipality]/runde/[year]/mails': 'coordinator',
	'/[municipality]/runde/[year]/mails/[kind]': 'coordinator',
	'/[municipality]/runde/[year]/udgiv': 'coordinator',
	'/[municipality]/status/[year]': 'public',
	'/[municipality]/status/[year]/aendringer': 'public',
	'/[municipality]/status/[year]/aendringer.pdf': 'public',
	'/[municipality]/status/[year]/rapport.[format]': 'public',
	'/[municipality]/sti': 'public',
	'/[municipality]/status/[year]/en-side.pdf': 'public',
	'/[municipality]/sti.pdf': 'public',
	'/[municipality]/sti/fremskrivning': 'coordinator',
	'/[municipality]/sti/maal': 'coordinator',
	'/[municipality]/sti/virkemiddel': 'coordinator',
	'/[municipality]/sti/rediger': 'coordinator',
	'/[municipality]/svar': 'answering',
	'/[municipality]/svar/[year]': 'answering',
	'/[municipality]/svar/[year]/[number]': 'answering',
	'/[municipality]/svar/[year]/[number]/kladde': 'answering',
	'/[municipality]/svar/link/[token]': 'own',
	'/[municipality]/udbakke': 'coordinator',
};
/** What a visitor's own session, the counting of requests, the log of refusals and the program's own sending of mails write to. */
const ownPlaces = [
	...['state', 'tried_at', 'error', 'subject', 'text', 'html'].map((column) => `mail.${column}`),
	'sign_in_session',
	'sign_in_verification',
	'sign_in_rate_limit',
];

let server: TestDatabase;
let program: RunningProgram;
let token: string;
/** The cookie of each visitor; empty for one who is not signed in. */
const cookies = new Map<string, string>();

// Builds the site where that is needed.
beforeAll(async () => {
	server = await createExampleDatabase();
	const database = await server.open();
	token = await makeWorld(server, database);
	// The program's own jobs write no mails beside the requests: none reaches anybody.
	await server.sql(`update person set bounced_at = now(), bounce_reason = '550'`);
	program = await startProgram({
		DATABASE_URL: server.url,
		SECRET: secret,
		DEMO: 'off',
		SMTP_URL: 'smtp://127.0.0.1:9',
		MAIL_FROM: 'a@example.org',
	});
	const opened = openSignIn({ secret, dataDir: '', providersFile: null, passwords: false }, { database, now: () => new Date() });
	cookies.set('visitor', '');
	for (const code of ['0340', '0151']) {
		for (const who of Object.keys(persons)) {
			const browser = new Browser(opened, program.address);
			const link = await browser.ask((desk) => desk.makeLink(`${who.replace(' ', '-')}-${code}@hemmelig.example.org`));
			expect(await browser.ask((desk) => desk.useLink(link))).toBe('signed in');
			cookies.set(`${who} ${code}`, browser.cookie);
		}
	}
	for (const who of ['asked', 'administrator'] as const) {
		const browser = new Browser(opened, program.address);
		await server.sql(`insert into answer_link (municipality_code, person_id, plan_id, year, token_hash, added_at, expires_at)
			select '0340', '${persons[who]}', id, ${year}, encode(sha256('${who}'), 'hex'), now() - interval '1 hour', now() + interval '1 day' from plan where municipality_code = '0340'`);
		await browser.ask((desk) => desk.openAnswers({ municipalityCode: '0340', personId: persons[who] }));
		cookies.set(`answer link of ${who} 0340`, browser.cookie);
	}
	await server.sql(`update sign_in_session set second_factor_at = now()`);
}, 300_000);

afterAll(async () => {
	program.child.kill('SIGTERM');
	await program.ended;
	await server.close();
});

function listRoutes(): string[] {
	const files = readdirSync(routes, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
	const found = files.filter((file) => /(^|\/)\+(page\.svelte|page\.server\.ts|server\.ts)$/.test(file));
	return [...new Set(found.map((file) => `/${file.slice(0, Math.max(0, file.lastIndexOf('/')))}`))];
}

function fill(route: string): string {
	const values: Record<string, string> = {
		municipality: 'soroe',
		number: '1',
		year: String(year),
		format: 'json',
		draft: persons.asked,
		person: persons.asked,
		token,
		kind: 'invitation',
		factor: 'ens-soeb25-ledningsgas',
		provider: 'findes-ikke',
		'...path': 'get-session',
		secret: 'x',
	};
	return route.replace(/\[([^\]]+)\]/g, (_, name: string) => values[name] ?? `mangler-${name}`);
}

const isAnswerLink = (who: string) => who.startsWith('answer link');

function mayOpen(who: string, route: string): boolean {
	const needed = pages[route];
	if (needed === 'public' || needed === 'own') return true;
	if (!who.endsWith('0340')) return false;
	const role = who.replace(/^answer link of /, '').replace(/ 0340$/, '');
	if (needed === 'answering') return role !== 'alliance secretary';
	if (isAnswerLink(who)) return false;
	if (role === 'administrator') return true;
	if (role === 'coordinator') return needed !== 'administrator';
	return role === 'unit lead' && needed === 'reviewer';
}

async function ask(path: string, cookie: string, body?: URLSearchParams): Promise<{ status: number; text: string }> {
	const headers = { accept: 'text/html', origin: program.address, ...(cookie && { cookie }) };
	const response = await fetch(program.address + path, { headers, redirect: 'manual', ...(body && { method: 'POST', body }) });
	return { status: response.status, text: await response.text() };
}

/** The forms of a page by name; `default` has none. */
function listActions(route: string): string[] {
	try {
		const text = readFileSync(join(routes, route, '+page.server.ts'), 'utf8');
		const actions = /export const actions[^{]*\{([\s\S]*?)\n\};/.exec(text)?.[1] ?? '';
		return [...actions.matchAll(/^\t(\w+)[:(,]/gm)].map(([, name]) => (name === 'default' ? '' : `?/${name}`));
	} catch {
		return [];
	}
}

test('every address is known here', () => {
	expect(listRoutes().filter((route) => !Object.hasOwn(pages, route))).toEqual([]);
});

describe('who may not open it is told nothing', () => {
	test.each(Object.keys(pages))('%s', async (route) => {
		const path = fill(route);
		for (const [who, cookie] of cookies) {
			const { status, text } = await ask(path, cookie);
			expect(status, `${who} ${path}`).toBeLessThan(500);
			if (!mayOpen(who, route)) expect([401, 403, 404, 405, 303, 302], `${who} ${path}`).toContain(status);
			const isStranger = who === 'visitor' || who.endsWith('0151');
			// The header greets who is signed in; a page of the neighbour does not know them.
			if (!mayOpen(who, route) || (isStranger && pages[route] === 'public')) {
				const told = text.replace(/Hemmelig Person [a-z ]*(?=<\/a><\/li>)/g, '');
				for (const word of secrets) expect(told.includes(word), `${path} tells ${who} of ${word}`).toBe(false);
			}
		}
	});
});

test('a unit lead reads the initiatives of the own unit in a round that runs, and those of no other', async () => {
	const cookie = cookies.get('unit lead 0340') ?? '';
	const own = await ask(`/soroe/runde/${year}/1`, cookie);
	expect(own.status).toBe(200);
	expect(own.text).toContain('HEMMELIG KOMMENTAR');
	expect((await ask(`/soroe/runde/${year}/2`, cookie)).status).toBe(403);
	expect((await ask(`/soroe/runde/${year}/999`, cookie)).status).toBe(404);
});

describe('who may not send it changes nothing', () => {
	// The page's script sends here; who is asked, and who reviews the line, may.
	test('/[municipality]/svar/[year]/[number]/kladde', async () => {
		const before = await fingerprint(server, ownPlaces);
		const path = fill('/[municipality]/svar/[year]/[number]/kladde');
		for (const [who, cookie] of cookies) {
			if (/^(answer link of )?asked 0340$|^(unit lead|coordinator|administrator) 0340$/.test(who)) continue;
			const { status, text } = await ask(path, cookie, new URLSearchParams({ version: '1', state: 'completed', remark: 'Ændret' }));
			expect([401, 403], `${who} ${path}`).toContain(status);
			for (const word of secrets) expect(text.includes(word), `${path} tells ${who} of ${word}`).toBe(false);
		}
		expect(await fingerprint(server, ownPlaces)).toBe(before);
	});

	const withForms = Object.keys(pages).filter((route) => listActions(route).length > 0 && pages[route] !== 'own');
	test.each(withForms)('%s', async (route) => {
		const before = await fingerprint(server, ownPlaces);
		const body = new URLSearchParams({
			number: '1',
			version: '1',
			key: 'x',
			reason: 'Fordi',
			remark: 'Ændret',
			state: 'completed',
			comment: 'x',
			text: 'x',
			to: 'review',
			name: 'Ny',
			email: 'ny@example.org',
			role: 'administrator',
			personId: persons.asked,
			unitId: '',
			year: '2025',
			id: persons.asked,
		});
		for (const [who, cookie] of cookies) {
			// Those who may are tried where the use cases are; who is asked may comment on that one line by any door.
			if (/^(answer link of )?asked 0340$/.test(who) && route === '/[municipality]/runde/[year]/[number]') continue;
			if (pages[route] === 'public' ? /^(coordinator|administrator) 0340$/.test(who) : mayOpen(who, route)) continue;
			for (const action of listActions(route)) {
				const { status, text } = await ask(fill(route) + action, cookie, new URLSearchParams(body));
				expect(status, `${who} ${route}${action}`).toBeGreaterThanOrEqual(300);
				expect(status, `${who} ${route}${action}`).toBeLessThan(500);
				const told = text.replace(/Hemmelig Person [a-z ]*(?=<\/a><\/li>)/g, '');
				for (const word of secrets) expect(told.includes(word), `${route}${action} tells ${who} of ${word}`).toBe(false);
			}
		}
		expect(await fingerprint(server, ownPlaces)).toBe(before);
	});
});

test('an id of the neighbour is nobody here, and what is sent about it changes nothing', async () => {
	const foreign = '00000000-0000-4000-8000-000000000099';
	await server.sql(`insert into person (municipality_code, id, name, email, role, changed_at)
		values ('0151', '${foreign}', 'Hemmelig Person fremmed', 'fremmed-0151@hemmelig.example.org', 'owner', now());
		insert into organisation_unit (municipality_code, id, name, changed_at) values ('0151', '${foreign}', 'Fremmed', now());
		insert into mail (municipality_code, id, kind, person_id, day, is_gathered, to_address, subject, text, html, state, queued_at)
			values ('0151', '${foreign}', 'reminder', '${foreign}', '2026-03-02', true, '-', 'HEMMELIG MAIL', 'HEMMELIG MAIL', '-', 'failed', now())`);
	// That an administrator opens the list of persons is noted.
	const places = [...ownPlaces, 'audit_entry'];
	const before = await fingerprint(server, places);
	const cookie = cookies.get('administrator 0340') ?? '';
	const named = Object.fromEntries(
		['id', 'personId', 'unit', 'unitId', 'mail', 'to', 'successor', 'standIn', 'draft'].map((name) => [name, foreign]),
	);
	const body = { ...named, version: '1', name: 'Ændret', email: 'ny@example.org', role: 'owner', from: '2026-01-01', confirm: 'on' };
	const ways = ['person', 'draft', 'mails'].flatMap((word) =>
		Object.keys(pages).filter((route) => route.includes(word) && pages[route] !== 'own'),
	);
	expect(ways.length).toBeGreaterThan(8);
	for (const route of new Set(ways)) {
		const path = fill(route).replaceAll(persons.asked, foreign);
		for (const action of ['', ...listActions(route)]) {
			const { status, text } = await ask(path + action, cookie, action === '' ? undefined : new URLSearchParams(body));
			expect(status, `${path}${action}`).toBeLessThan(500);
			if (/\[(person|draft)\]/.test(route)) expect(status, `${path}${action}`).toBe(404);
			for (const word of ['fremmed', 'Fremmed']) expect(text.replaceAll(foreign, '').includes(word), `${path}${action}`).toBe(false);
		}
	}
	expect(await fingerprint(server, places)).toBe(before);
	expect(await server.sql(`select 1 from audit_entry where municipality_code = '0340' and subject = '${foreign}'`)).toEqual([]);
});

test('opening an answer link or a link to sign in with changes nothing at all, however often', async () => {
	const before = await fingerprint(server, ['mail', 'sign_in_rate_limit']);
	for (let time = 0; time < 3; time++) {
		for (const path of [`/soroe/svar/link/${token}`, `/en/soroe/svar/link/${token}`, '/login/link?kode=noget']) {
			expect((await ask(path, '')).status).toBe(200);
		}
	}
	expect(await fingerprint(server, ['mail', 'sign_in_rate_limit'])).toBe(before);
});

test('what another site sends is refused, whatever it sends', async () => {
	const cookie = cookies.get('coordinator 0340') ?? '';
	for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/json']) {
		for (const from of [
			['origin', 'https://example.org'],
			['sec-fetch-site', 'cross-site'],
		] as const) {
			const response = await fetch(`${program.address}/soroe/plantjek?/dismiss`, {
				method: 'POST',
				headers: { [from[0]]: from[1], cookie, 'content-type': type },
				body: 'key=x&reason=y',
			});
			expect(response.status, `${type} ${from[0]}`).toBe(403);
		}
	}
});

test('the answer to asking for a link is the same for a known address and an unknown one, and only the known one is written to', async () => {
	const answers = [];
	for (const email of ['coordinator-0340@hemmelig.example.org', 'ukendt@example.org']) {
		const response = await fetch(`${program.address}/login?/link`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: program.address, accept: 'text/html' },
			body: new URLSearchParams({ email }),
		});
		answers.push([response.status, response.headers.get('location'), await response.text()]);
	}
	expect(answers[0]).toEqual([303, '/login?sendt', '']);
	expect(answers[1]).toEqual(answers[0]);
	const written = () => server.sql<{ to_address: string; text: string }>(`select to_address, text from mail where kind = 'sign-in'`);
	await expect.poll(async () => (await written()).length, { timeout: 5000 }).toBe(1);
	const [mail] = await written();
	expect(mail?.to_address).toBe('coordinator-0340@hemmelig.example.org');
});
