import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { can } from '#domain/access/policy.ts';
import { addAnswerLink, findAnswerLink, hasLiveAnswerLink, readTokenMunicipality, revokeAnswerLinks } from '#storage/answer-links.ts';
import type { Database } from '#storage/database.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { writeSampleRows } from '../../../test/sample-rows.ts';
import { findActor } from './find-actor.ts';
import type { Session } from './session.ts';

const [plan, unit, one, two] = [1, 2, 4, 5].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`) as [
	string,
	string,
	string,
	string,
];
const now = new Date('2026-03-01T10:00:00Z');
const session: Session = {
	email: 'To-0340@example.org',
	method: 'link',
	since: now,
	answersFor: null,
	claims: null,
	hasSecondFactor: false,
	hasCodes: false,
};
let server: TestDatabase;
let database: Database;

beforeAll(async () => {
	server = await createTestDatabase();
	database = await server.open();
	await server.sql(writeSampleRows('0340'));
	await server.sql(writeSampleRows('0151'));
	await server.sql(`delete from answer_link`);
	await server.sql(
		`insert into organisation_unit (municipality_code, id, name, parent_id, changed_at) values ('0340', $1, 'Vej', $2, now())`,
		[one, unit],
	);
});
afterAll(() => server.close());

const find = (change: Partial<Session> = {}, municipality = 'by-0340', at = now) =>
	findActor({ database, now: () => at }, { session: { ...session, ...change }, municipality });
const setRole = (role: string, who = two) =>
	server.sql(`update person set role = $1 where municipality_code = '0340' and id = $2`, [role, who]);

describe('who somebody who signed in is', () => {
	test('what the address is here, and nobody in another municipality, an unknown one, or after leaving', async () => {
		expect(await find()).toMatchObject({ actor: { id: two, role: 'coordinator', municipalityCode: '0340' }, needsSecondFactor: false });
		for (const place of ['0151', 'by-0151', 'findes-ikke']) {
			const { tenant: _, ...found } = await find({}, place);
			expect(found).toEqual({
				actor: { id: 'public', role: 'reader', municipalityCode: null },
				person: null,
				needsSecondFactor: false,
			});
		}
		await server.sql(`update person set left_at = now() where municipality_code = '0340' and id = $1`, [two]);
		expect((await find()).person).toBeNull();
		await server.sql(`update person set left_at = null where id = $1`, [two]);
	});

	test('also those the person stands in for, on the days that it does', async () => {
		expect((await find()).actor.personIds).toEqual([two, one]);
		// The last hour of 2025 in Greenwich is the first of 2026 in Denmark.
		expect((await find({}, '0340', new Date('2025-12-31T23:30:00Z'))).actor.personIds).toEqual([two, one]);
		expect((await find({}, '0340', new Date('2025-12-31T22:30:00Z'))).actor.personIds).toEqual([two]);
	});

	test('a unit lead leads the units below too', async () => {
		await setRole('unit lead', one);
		const { actor } = await find({ email: 'et-0340@example.org' });
		expect(new Set(actor.unitIds)).toEqual(new Set([unit, one]));
		await setRole('owner', one);
	});

	test('an administrator only with a second factor, unless the way of signing in has one', async () => {
		await setRole('administrator');
		for (const method of ['link', 'password', 'passkey'] as const) {
			expect(await find({ method })).toMatchObject({ actor: { id: 'public', role: 'reader' }, needsSecondFactor: true });
			expect((await find({ method, hasSecondFactor: true })).actor.role).toBe('administrator');
		}
		expect((await find({ method: 'oidc', claims: ['0340:*'] })).actor.role).toBe('administrator');
		await setRole('coordinator');
		expect(await find({ hasCodes: true })).toMatchObject({ actor: { role: 'reader' }, needsSecondFactor: true });
	});

	test('what the identity provider says, where it vouches', async () => {
		expect((await find({ method: 'oidc', claims: ['0340:unit lead'] })).actor.role).toBe('unit lead');
		expect((await find({ method: 'oidc', claims: ['0340:owner?'] })).actor.role).toBe('owner');
		expect((await find({ method: 'oidc', claims: ['0151:administrator'] })).person).toBeNull();
		expect((await find({ method: 'oidc', claims: [] })).person).toBeNull();
	});
});

describe('an answer link', () => {
	const add = () =>
		database.write('0340', (tx) =>
			addAnswerLink(tx, { personId: two, planId: plan, year: 2023, expiresAt: new Date('2026-05-01'), at: now }),
		);
	const byLink = { method: 'answer link', answersFor: { municipalityCode: '0340', personId: two } } as const;

	test('is stored as a hash and found by its secret in its own municipality', async () => {
		const token = await add();
		expect(token).toMatch(/^0340-[\w-]{43}$/);
		expect(readTokenMunicipality(token)).toBe('0340');
		expect(readTokenMunicipality('0340-kort')).toBeUndefined();
		const [stored] = await server.sql<{ all: string }>(`select to_jsonb(answer_link)::text as all from answer_link`);
		expect(stored?.all).not.toContain(token.slice(5));
		expect(await database.read('0340', (tx) => findAnswerLink(tx, token))).toMatchObject({ personId: two, year: 2023, revokedAt: null });
		expect(await database.read('0151', (tx) => findAnswerLink(tx, token))).toBeUndefined();
		expect(await database.read('0340', (tx) => findAnswerLink(tx, `${token}x`))).toBeUndefined();
	});

	test('makes its person answer, whatever the role, and nothing else', async () => {
		await add();
		const { actor } = await find(byLink);
		const here = { municipalityCode: '0340', personIds: [two] };
		expect(can(actor, 'answer.give', here)).toBe(true);
		for (const action of ['round.run', 'person.read', 'round.read', 'plan.import'] as const)
			expect(can(actor, action, here), action).toBe(false);
		expect((await find(byLink, '0151')).person).toBeNull();
	});

	test('ends by its time and when it is revoked, and a new one does not open an old session again', async () => {
		await add();
		expect((await find(byLink, '0340', new Date('2026-05-02'))).person).toBeNull();
		expect(await database.write('0340', (tx) => revokeAnswerLinks(tx, two, one, now))).toBeGreaterThan(0);
		expect((await find(byLink)).person).toBeNull();
		const later = new Date('2026-03-02');
		await database.write('0340', (tx) =>
			addAnswerLink(tx, { personId: two, planId: plan, year: 2023, expiresAt: new Date('2026-05-01'), at: later }),
		);
		expect((await find(byLink, '0340', later)).person).toBeNull();
		expect((await find({ ...byLink, since: later }, '0340', later)).person?.id).toBe(two);
		expect(await database.read('0340', (tx) => hasLiveAnswerLink(tx, one, later, later))).toBe(false);
	});
});
