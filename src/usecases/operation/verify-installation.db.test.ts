import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { actors, makeContext } from '../../../test/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { writeSampleRows } from '../../../test/sample-rows.ts';
import { verifyInstallation } from './verify-installation.ts';

let server: TestDatabase;
beforeAll(async () => {
	server = await createTestDatabase();
	await server.sql(writeSampleRows('0340'));
	await server.sql(writeSampleRows('0151'));
});
afterAll(() => server.close());

const verify = async (actor: Parameters<typeof makeContext>[1] = actors.installer) =>
	verifyInstallation(makeContext(await server.open(), actor));

/** Does as somebody with every right in the database could: switches the guards of a table off, changes it, and switches them on. */
const tamper = (table: string, statement: string) =>
	server.sql(`begin; alter table ${table} disable trigger user; ${statement}; alter table ${table} enable trigger user; commit`);

beforeEach(async () => {
	for (const code of ['0340', '0151']) {
		for (let turn = 0; turn < 3; turn++) {
			await server.sql(`insert into change (municipality_code, entity, action, entity_id, after, who, reason, at)
				values ('${code}', 'person', 'added', 'p', '{"role": "owner"}', 'test', 'edit', now());
				insert into audit_entry (municipality_code, event, who, at) values ('${code}', 'persons read', 'test', now())`);
		}
	}
});

test('what was only ever added to is whole, and its newest links are told', async () => {
	const { logs, breaches } = await verify();
	expect(breaches).toEqual([]);
	expect(logs.map(({ municipality }) => municipality).sort()).toEqual(['0151', '0340']);
	const [newest] = await server.sql<{ hash: string }>(`select hash from change where municipality_code = '0340' order by id desc limit 1`);
	expect(logs.find(({ municipality }) => municipality === '0340')).toMatchObject({
		newest: { change: newest?.hash },
		reports: 1,
		files: 1,
	});
});

test.each([
	['a changed word', 'change', `update change set who = 'another' where id = $`, 'change'],
	['a changed time of an event', 'audit_entry', `update audit_entry set at = at - interval '1 day' where id = $`, 'audit_entry'],
	['a removed event', 'audit_entry', `delete from audit_entry where id = $`, 'audit_entry'],
	['a moved municipality', 'change', `update change set municipality_code = '0151' where id = $`, 'change'],
])('%s is found, in the municipality it belongs to', async (_, table, statement, kind) => {
	const ids = await server.sql<{ id: string }>(`select id from ${table} where municipality_code = '0340' order by id desc limit 2`);
	const rows = await server.sql(`select t::text as was from ${table} t`);
	await tamper(table, statement.replace('$', String(ids[1]?.id)));
	const { breaches } = await verify();
	expect(breaches.length).toBeGreaterThan(0);
	for (const breach of breaches) expect(breach.kind).toBe(kind);
	expect(breaches.some(({ municipality }) => municipality === '0340')).toBe(true);
	// Put back for the next: a new chain from nothing.
	expect(rows.length).toBeGreaterThan(0);
	await tamper(table, `delete from ${table}`);
});

test('an entry whose hash was made to fit again breaks the chain at the next', async () => {
	const ids = await server.sql<{ id: string }>(`select id from change where municipality_code = '0340' order by id desc limit 2`);
	await tamper(
		'change',
		`update change t set who = 'another', hash = hash_entry(to_jsonb(t) || '{"who": "another"}', t.previous_hash) where id = ${ids[1]?.id}`,
	);
	expect((await verify()).breaches).toContainEqual({ municipality: '0340', kind: 'change', what: ids[0]?.id });
	await tamper('change', 'delete from change');
});

test('a published report and a file that are no longer what was published are found', async () => {
	await server.sql(
		'alter table status_report drop constraint status_report_sha256; alter table report_file drop constraint report_file_sha256',
	);
	await tamper('status_report', `update status_report set content = '{"a":1}' where municipality_code = '0340'`);
	await tamper('report_file', `update report_file set bytes = '\\x01' where municipality_code = '0151'`);
	expect((await verify()).breaches.toSorted((left, right) => (left.what < right.what ? -1 : 1))).toEqual([
		{ municipality: '0340', kind: 'published', what: '2022 1' },
		{ municipality: '0151', kind: 'published', what: '2022 1 pdf landscape da' },
	]);
	await tamper('status_report', `update status_report set content = '{}'`);
	await tamper('report_file', `update report_file set bytes = '\\x00'`);
});

test('a guard that is gone or switched off is found', async () => {
	await server.sql('alter table change disable trigger refuse_rewriting; drop trigger refuse_emptying on audit_entry');
	expect((await verify()).breaches).toEqual([
		{ municipality: null, kind: 'guard', what: 'change refuse_rewriting' },
		{ municipality: null, kind: 'guard', what: 'audit_entry refuse_emptying' },
	]);
	await server.sql('alter table change enable trigger refuse_rewriting');
});

test('only who runs the installation may', async () => {
	await expect(verify(actors.coordinator)).rejects.toMatchObject({ code: 'access.denied' });
	await expect(verify({ ...actors.coordinator, role: 'administrator' })).rejects.toMatchObject({ code: 'access.denied' });
});
