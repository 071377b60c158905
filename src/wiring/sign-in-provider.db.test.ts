import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#storage/database.ts';
import { removeUser } from '#storage/sign-in-users.ts';
import { findActor } from '#usecases/access/find-actor.ts';
import { Browser } from '../../test/browser.ts';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { client, openIdentityProvider, type IdentityProvider } from '../../test/identity-provider.ts';
import { writeSampleRows } from '../../test/sample-rows.ts';
import { openSignIn, type OpenedSignIn } from './sign-in.ts';

const users = {
	ny: { email: 'Ny@example.org', email_verified: true, name: 'Prøveperson Ny', groups: ['klima-koordinator'] },
	to: { email: 'to-0340@example.org', email_verified: true, name: 'Prøveperson To', groups: ['andet'] },
	fremmed: { email: 'et-0151@example.org', email_verified: true, name: 'Prøveperson Fremmed', groups: ['klima-admin'] },
	ukendt: { email: 'ukendt@example.org', email_verified: true, name: 'Prøveperson Ukendt', groups: ['andet'] },
	skifter: { email: 'skifter@example.org', email_verified: true, name: 'Prøveperson Skifter', groups: [] },
	// Whoever may change the own address can give that of another.
	usikker: { email: 'to-0340@example.org', email_verified: false, name: 'Prøveperson Usikker', groups: ['klima-koordinator'] },
	tavs: { email: 'to-0340@example.org', name: 'Prøveperson Tavs', groups: ['klima-koordinator'] },
	navn: { preferred_username: 'to-0340@example.org', email_verified: true, name: 'Prøveperson Navn', groups: [] },
	efterfoelger: { email: 'to-0340@example.org', email_verified: true, name: 'Prøveperson Efterfølger', groups: ['klima-koordinator'] },
	entra: { preferred_username: 'et-0340@example.org', name: 'Prøveperson Et', groups: ['klima-svar'] },
};
const address = 'http://localhost:3000';
let server: TestDatabase;
let database: Database;
let opened: OpenedSignIn;
let folder: string;
let providers: IdentityProvider[];
const now = () => new Date();

beforeAll(async () => {
	server = await createTestDatabase();
	database = await server.open();
	await server.sql(writeSampleRows('0340'));
	await server.sql(writeSampleRows('0151'));
	const back = ['plain', 'roles', 'asked', 'vouches'].map((id) => `${address}/login/api/callback/${id}`);
	providers = [await openIdentityProvider(users, back), await openIdentityProvider(users, back, false)];
	folder = mkdtempSync(join(tmpdir(), 'fremdrift-oidc-'));
	const file = join(folder, 'providers.json');
	const common = { clientId: client.id, clientSecret: client.secret, municipalities: ['0340'] };
	const roles = { 'klima-koordinator': 'coordinator', 'klima-admin': 'administrator', 'klima-svar': 'owner' };
	writeFileSync(
		file,
		JSON.stringify([
			{ ...common, id: 'plain', name: 'Prøve', discovery: providers[0]?.discovery },
			{ ...common, id: 'roles', name: 'Prøve med roller', discovery: providers[0]?.discovery, rolesClaim: 'groups', roles },
			{
				...common,
				id: 'vouches',
				name: 'Prøve der indestår',
				discovery: providers[0]?.discovery,
				vouchesForAddresses: true,
				rolesClaim: 'groups',
				roles,
			},
			{ ...common, id: 'asked', name: 'Prøve der spørges', discovery: providers[1]?.discovery, rolesClaim: 'groups', roles },
		]),
	);
	opened = openSignIn({ secret: 'x'.repeat(40), dataDir: folder, providersFile: file, passwords: false }, { database, now });
});
afterAll(async () => {
	await Promise.all(providers.map((provider) => provider.close()));
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

async function signIn(provider: string, user: keyof typeof users, browser = new Browser(opened)) {
	const sent = await browser.ask((desk) => desk.findProviderAddress(provider, '/soroe'));
	const back = await (providers[0] as IdentityProvider).signIn(sent ?? '', user);
	const answer = await browser.get(back);
	const open = await browser.ask((desk) => desk.findSession());
	const actor = open && (await findActor({ database, now }, { session: open.session, municipality: '0340' })).actor;
	return { browser, open, actor, location: answer.headers.get('location') };
}

describe('an identity provider', () => {
	test('signs in who is known, with the role that is stored where it says nothing of roles', async () => {
		const { location, open, actor } = await signIn('plain', 'to');
		expect(location).toBe('/soroe');
		expect(open?.session).toMatchObject({ method: 'oidc', email: 'to-0340@example.org', claims: ['0340:*'] });
		expect(actor).toMatchObject({ role: 'coordinator', municipalityCode: '0340' });
	});

	test('counts an address that is verified, or that the provider vouches for', async () => {
		for (const user of ['usikker', 'tavs', 'navn'] as const) {
			const { open, location } = await signIn('plain', user);
			expect(open, user).toBeNull();
			expect(location, user).toContain('/login?fejl=udbyder');
		}
		expect((await signIn('vouches', 'usikker')).open).toBeNull();
		expect((await signIn('vouches', 'tavs')).open?.session.email).toBe('to-0340@example.org');
	});

	test('binds an address to its user: another who is given the address later is not let in until it is set free', async () => {
		expect((await signIn('plain', 'to')).open).not.toBeNull();
		expect((await signIn('plain', 'efterfoelger')).open).toBeNull();
		expect((await signIn('plain', 'to')).open).not.toBeNull();
		await database.signIn((tx) => removeUser(tx, 'to-0340@example.org'));
		expect((await signIn('plain', 'efterfoelger')).open).not.toBeNull();
		await database.signIn((tx) => removeUser(tx, 'to-0340@example.org'));
	});

	test('adds who it gives a role, once, and the history says so', async () => {
		expect((await signIn('roles', 'ny')).actor?.role).toBe('coordinator');
		expect((await signIn('roles', 'ny')).actor?.role).toBe('coordinator');
		const people = await server.sql(`select name, role, municipality_code from person where email = 'ny@example.org'`);
		expect(people).toEqual([{ name: 'Prøveperson Ny', role: 'coordinator', municipality_code: '0340' }]);
		expect(
			await server.sql(
				`select action from change where entity = 'person' and entity_id = (select id::text from person where email = 'ny@example.org')`,
			),
		).toEqual([{ action: 'added' }]);
		expect(
			await server.sql(
				`select event, details from audit_entry where event = 'signed in' and who in (select id::text from person where email = 'ny@example.org')`,
			),
		).toHaveLength(2);
	});

	test('decides on roles where it is asked to: without its groups nobody is more than an owner', async () => {
		expect((await signIn('roles', 'to')).actor?.role).toBe('owner');
	});

	test('takes a role away for good: it is not to be had by another way in, and is had again through the provider', async () => {
		const byLink = async () => {
			const browser = new Browser(opened);
			const token = await browser.ask((desk) => desk.makeLink('skifter@example.org'));
			expect(await browser.ask((desk) => desk.useLink(token))).toBe('signed in');
			const open = await browser.ask((desk) => desk.findSession());
			return open && (await findActor({ database, now }, { session: open.session, municipality: '0340' })).actor?.role;
		};
		const stored = () => server.sql(`select role from person where email = 'skifter@example.org'`);
		const of = (groups: string[]) => Object.assign(users.skifter, { groups });
		of(['klima-koordinator']);
		expect((await signIn('roles', 'skifter')).actor?.role).toBe('coordinator');
		// Taken out of the group, the person does not come by the provider again.
		expect(await stored()).toEqual([{ role: 'coordinator' }]);
		expect(await byLink()).toBe('owner');
		of([]);
		expect((await signIn('roles', 'skifter')).actor?.role).toBe('owner');
		expect(await stored()).toEqual([{ role: 'owner' }]);
		of(['klima-koordinator']);
		expect((await signIn('roles', 'skifter')).actor?.role).toBe('coordinator');
		expect(await stored()).toEqual([{ role: 'coordinator' }]);
	});

	test('takes the role from nobody who is the last administrator', async () => {
		await server.sql(`update person set role = 'administrator' where email = 'to-0340@example.org'`);
		expect((await signIn('roles', 'to')).actor?.role).toBe('owner');
		expect(await server.sql(`select role from person where email = 'to-0340@example.org'`)).toEqual([{ role: 'administrator' }]);
	});

	test('takes the name people sign in with for the address, and asks for claims that are not in the token', async () => {
		expect((await signIn('vouches', 'entra')).actor?.role).toBe('owner');
		const browser = new Browser(opened);
		const sent = await browser.ask((desk) => desk.findProviderAddress('asked', '/soroe'));
		const answer = await browser.get(await (providers[1] as IdentityProvider).signIn(sent ?? '', 'ny'));
		expect(answer.headers.get('location')).toBe('/soroe');
		expect((await browser.ask((desk) => desk.findSession()))?.session.claims).toEqual(['0340:coordinator']);
	});

	test('opens nothing for who is nobody, and leaves no user behind', async () => {
		const { open, location } = await signIn('plain', 'ukendt');
		expect(open).toBeNull();
		expect(location).toContain('/login?fejl=udbyder');
		expect(await server.sql(`select 1 from sign_in_user where email = 'ukendt@example.org'`)).toEqual([]);
	});

	test('vouches for its own municipality only, whoever it says somebody is', async () => {
		const { browser, open } = await signIn('roles', 'fremmed');
		const session = open?.session;
		expect(session).toBeDefined();
		if (session) expect((await findActor({ database, now }, { session, municipality: '0151' })).person).toBeNull();
		// A passkey would be good everywhere, so none can be made from here.
		expect((await browser.get('/login/api/passkey/generate-register-options')).status).toBe(403);
	});

	test('gives no session to another browser than the one that asked', async () => {
		const browser = new Browser(opened);
		const sent = await browser.ask((desk) => desk.findProviderAddress('plain', '/soroe'));
		const back = await (providers[0] as IdentityProvider).signIn(sent ?? '', 'to');
		const other = new Browser(opened);
		await other.get(back);
		expect(await other.ask((desk) => desk.findSession())).toBeNull();
	});

	test('keeps none of its tokens here', async () => {
		expect(
			await server.sql(`select 1 from sign_in_account where access_token is not null or id_token is not null or refresh_token is not null`),
		).toEqual([]);
		expect(await new Browser(opened).ask((desk) => desk.findProviderAddress('findes-ikke', '/'))).toBeNull();
	});
});
