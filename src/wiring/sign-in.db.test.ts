import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { listSignInData } from '#storage/sign-in-data.ts';
import { removeUser } from '#storage/sign-in-users.ts';
import { noteRefusal } from '#usecases/access/note-session.ts';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { Browser } from '../../test/browser.ts';
import { writeSampleRows } from '../../test/sample-rows.ts';
import { makeCode } from '../../test/totp.ts';
import { openSignIn, type OpenedSignIn } from './sign-in.ts';

const coordinator = 'to-0340@example.org';
const person = '00000000-0000-4000-8000-000000000005';
let server: TestDatabase;
let database: Database;
let opened: OpenedSignIn;
let folder: string;
let time: number;
const now = () => new Date(time);

beforeAll(async () => {
	server = await createTestDatabase();
	database = await server.open();
	await server.sql(writeSampleRows('0340'));
	folder = mkdtempSync(join(tmpdir(), 'fremdrift-sign-in-'));
	opened = openSignIn({ secret: null, dataDir: folder, providersFile: null, passwords: true }, { database, now });
});
afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
	time = Date.now();
	await server.sql(`delete from sign_in_user; delete from sign_in_verification`);
});

const open = () => new Browser(opened);
const signIn = async (email = coordinator) => {
	const browser = open();
	const token = await browser.ask((desk) => desk.makeLink(email));
	expect(await browser.ask((desk) => desk.useLink(token))).toBe('signed in');
	return browser;
};
const count = async (table: string) => (await server.sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;

describe('a link to sign in with', () => {
	test('works once, is stored as a hash, and gives a cookie no script can read', async () => {
		const browser = open();
		const token = await browser.ask((desk) => desk.makeLink(coordinator));
		const [stored] = await server.sql<{ all: string }>(`select json_agg(v)::text as all from sign_in_verification v`);
		expect(stored?.all).not.toContain(token);
		expect(await browser.ask((desk) => desk.findSession())).toBeNull();
		expect(await browser.ask((desk) => desk.useLink(token))).toBe('signed in');
		expect(browser.lastCookies.join()).toMatch(/fremdrift\.session_token=[^;]+;.*HttpOnly; SameSite=Lax/i);
		expect((await browser.ask((desk) => desk.findSession()))?.session).toMatchObject({
			email: coordinator,
			method: 'link',
			answersFor: null,
		});
		expect(await open().ask((desk) => desk.useLink(token))).toBe('refused');
		expect(await open().ask((desk) => desk.useLink('forkert'))).toBe('refused');
	});

	test('that waits is told of among what is stored of the address, and goes when the address is forgotten', async () => {
		await open().ask((desk) => desk.makeLink(coordinator));
		await open().ask((desk) => desk.makeLink('et-0340@example.org'));
		const list = () => database.signIn((tx) => listSignInData(tx, ['To-0340@example.org']));
		expect((await list()).sign_in_verification).toHaveLength(1);
		await database.signIn((tx) => removeUser(tx, coordinator));
		expect((await list()).sign_in_verification).toEqual([]);
		expect(await count('sign_in_verification')).toBe(1);
	});

	test('carries the mark of a secure cookie where the site is reached over TLS', async () => {
		const browser = new Browser(opened, 'https://klima.example.org');
		const token = await browser.ask((desk) => desk.makeLink(coordinator));
		await browser.ask((desk) => desk.useLink(token));
		expect(browser.lastCookies.join()).toMatch(/__Secure-fremdrift\.session_token=[^;]+;.*Secure/);
	});

	test('gives nothing to one who left or is nobody, and leaves no session behind', async () => {
		await server.sql(`update person set left_at = now() where email = $1`, [coordinator]);
		for (const email of [coordinator, 'ukendt@example.org']) {
			const browser = open();
			const token = await browser.ask((desk) => desk.makeLink(email));
			expect(await browser.ask((desk) => desk.useLink(token)), email).toBe('refused');
			expect(await browser.ask((desk) => desk.findSession())).toBeNull();
		}
		expect(await count('sign_in_session')).toBe(0);
		await server.sql(`update person set left_at = null`);
	});
});

describe('a session', () => {
	test('ends when the person signs out, and after a week whatever happens', async () => {
		const browser = await signIn();
		await browser.ask((desk) => desk.signOut());
		expect(await browser.ask((desk) => desk.findSession())).toBeNull();
		expect(await count('sign_in_session')).toBe(0);
		const other = await signIn();
		time += 8 * 86_400_000;
		expect(await other.ask((desk) => desk.findSession())).toBeNull();
	});

	test('cannot be had with a made-up or changed cookie', async () => {
		const browser = await signIn();
		browser.changeCookies((value) => value.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')));
		expect(await browser.ask((desk) => desk.findSession())).toBeNull();
	});

	test('of an answer link takes the place of who was signed in on that browser, and belongs to nobody’s sign-in', async () => {
		const browser = await signIn();
		await browser.ask((desk) => desk.openAnswers({ municipalityCode: '0340', personId: person }));
		expect((await browser.ask((desk) => desk.findSession()))?.session).toMatchObject({
			method: 'answer link',
			answersFor: { municipalityCode: '0340', personId: person },
		});
		expect(await server.sql(`select scope, u.email from sign_in_session s join sign_in_user u on u.id = s.user_id`)).toEqual([
			{ scope: 'answers', email: `${person}@0340.answers.invalid` },
		]);
		// Nothing that leads to a full sign-in can be made from it.
		expect(await browser.ask((desk) => desk.setUpSecondFactor())).toBeNull();
		expect((await browser.get('/login/api/passkey/generate-register-options')).status).toBe(403);
		expect(await browser.ask((desk) => desk.savePassword('et langt kodeord'))).toBe(false);
		expect(await count('sign_in_account')).toBe(0);
	});
});

describe('a second factor', () => {
	test('is set up, asked for, and accepts each spare code once', async () => {
		const browser = await signIn();
		const made = await browser.ask((desk) => desk.setUpSecondFactor());
		expect(made?.backupCodes.length).toBeGreaterThan(5);
		const secret = made?.secret ?? '';
		expect(await browser.ask((desk) => desk.giveCode('000000'))).toBe(false);
		const first = makeCode(secret);
		expect(await browser.ask((desk) => desk.giveCode(first))).toBe(true);
		expect((await browser.ask((desk) => desk.findSession()))?.session).toMatchObject({ hasSecondFactor: true, hasCodes: true });

		const next = await signIn();
		expect((await next.ask((desk) => desk.findSession()))?.session).toMatchObject({ hasSecondFactor: false, hasCodes: true });
		expect(await next.ask((desk) => desk.giveCode(first))).toBe(false);
		expect((await next.ask((desk) => desk.findSession()))?.session.hasSecondFactor).toBe(false);
		// A mailbox alone is not enough to make another way in.
		expect((await next.get('/login/api/passkey/generate-register-options')).status).toBe(403);
		const spare = made?.backupCodes[0] ?? '';
		expect(await next.ask((desk) => desk.giveCode(spare))).toBe(true);
		expect((await next.ask((desk) => desk.findSession()))?.session.hasSecondFactor).toBe(true);
		expect(await (await signIn()).ask((desk) => desk.giveCode(spare))).toBe(false);
	});

	test('stands between a password and the session', async () => {
		const browser = await signIn();
		expect(await browser.ask((desk) => desk.savePassword('et langt kodeord'))).toBe(true);
		expect(await browser.ask((desk) => desk.setUpSecondFactor('et forkert kodeord'))).toBeNull();
		const made = await browser.ask((desk) => desk.setUpSecondFactor('et langt kodeord'));
		const used = makeCode(made?.secret ?? '');
		expect(await browser.ask((desk) => desk.giveCode(used))).toBe(true);

		const fresh = open();
		expect(await fresh.ask((desk) => desk.usePassword(coordinator, 'et forkert kodeord'))).toBe('refused');
		expect(await fresh.ask((desk) => desk.usePassword('ukendt@example.org', 'et langt kodeord'))).toBe('refused');
		expect(await fresh.ask((desk) => desk.usePassword(coordinator, 'et langt kodeord'))).toBe('code needed');
		expect(await fresh.ask((desk) => desk.findSession())).toBeNull();
		expect(await fresh.ask((desk) => desk.giveCode('000000'))).toBe(false);
		const secret = made?.secret ?? '';
		const sessions = await count('sign_in_session');
		// Used to set it up, and good once.
		const signedIn = await count(`audit_entry where event = 'signed in'`);
		expect(await fresh.ask((desk) => desk.giveCode(used))).toBe(false);
		expect(await count('sign_in_session')).toBe(sessions);
		expect(await count(`audit_entry where event = 'signed in'`)).toBe(signedIn);
		expect(await fresh.ask((desk) => desk.findSession())).toBeNull();
		expect(await fresh.ask((desk) => desk.usePassword(coordinator, 'et langt kodeord'))).toBe('code needed');
		expect(await fresh.ask((desk) => desk.giveCode(makeCode(secret, Date.now() + 30_000)))).toBe(true);
		expect((await fresh.ask((desk) => desk.findSession()))?.session).toMatchObject({ method: 'password', hasSecondFactor: true });
	});
});

describe('the audit log', () => {
	const list = async () =>
		(await server.sql<{ event: string; method: string }>(`select event, details ->> 'method' as method from audit_entry order by id`)).map(
			({ event, method }) => `${event} ${method}`,
		);
	const from = async (start: number) => (await list()).slice(start);

	test('has who owes a second factor as signed in when it is given, and not before', async () => {
		const start = (await list()).length;
		const browser = await signIn();
		expect(await from(start)).toEqual(['signed in link']);
		const made = await browser.ask((desk) => desk.setUpSecondFactor());
		await browser.ask((desk) => desk.giveCode(makeCode(made?.secret ?? '')));
		const next = await signIn();
		expect(await from(start)).toEqual(['signed in link']);
		expect(await next.ask((desk) => desk.giveCode(made?.backupCodes[0] ?? ''))).toBe(true);
		expect(await from(start)).toEqual(['signed in link', 'signed in link']);
	});

	test('has the link whose time is over, and the wrong password of an address that is known', async () => {
		const start = (await list()).length;
		const browser = open();
		const token = await browser.ask((desk) => desk.makeLink(coordinator));
		await server.sql(`update sign_in_verification set expires_at = now() - interval '1 hour'`);
		expect(await browser.ask((desk) => desk.useLink(token))).toBe('refused');
		expect(await browser.ask((desk) => desk.useLink('forkert'))).toBe('refused');
		expect(await from(start)).toEqual(['sign-in refused link']);
		await noteRefusal({ database, now }, { email: coordinator.toUpperCase(), method: 'password' });
		await noteRefusal({ database, now }, { email: 'ukendt@example.org', method: 'password' });
		expect(await from(start)).toEqual(['sign-in refused link', 'sign-in refused password']);
	});
});

describe('Better Auth’s own addresses', () => {
	test('are not there but for the few a browser needs', async () => {
		const browser = await signIn();
		for (const path of [
			'/get-session',
			'/list-sessions',
			'/update-user',
			'/delete-user',
			'/answers/open',
			'/sign-in/magic-link',
			'/passkey/list-user-passkeys',
			'/error',
			'/ok',
			'/callback/',
			'/two-factor/disable',
		]) {
			for (const method of ['GET', 'POST']) {
				expect((await browser.get(`/login/api${path}`, method)).status, `${method} ${path}`).toBe(404);
			}
		}
		expect((await open().get('/login/api/passkey/generate-register-options')).status).toBe(403);
		expect((await browser.get('/login/api/passkey/generate-register-options')).status).toBe(200);
		expect((await open().get('/login/api/passkey/generate-authenticate-options')).status).toBe(200);
	});
});
