import { roles, type Actor, type Role } from '#domain/access/policy.ts';
import { addAnswerLink } from '#storage/answer-links.ts';
import type { Database } from '#storage/database.ts';
import type { TestDatabase } from '../database.ts';

const id = (digit: number) => `00000000-0000-4000-8000-0000000000${String(digit).padStart(2, '0')}`;
export const [unit, otherUnit] = [id(70), id(71)];
/** One person of each role in each municipality, with the same ids in both: only the municipality tells them apart. */
export const persons: Readonly<Record<Exclude<Role, 'reader'> | 'asked', string>> = {
	asked: id(10),
	owner: id(11),
	'unit lead': id(12),
	coordinator: id(13),
	administrator: id(14),
	'alliance secretary': id(15),
};
export const year = 2024;
export const number = '1';

/** What nobody but those who work on the round may see: names, addresses, drafts, comments. */
export const secrets = ['Hemmelig Person', 'hemmelig.example.org', 'HEMMELIG KLADDE', 'HEMMELIG KOMMENTAR', 'HEMMELIG MAIL'];

/** Adds to the examples, in two municipalities, a round that is collecting answers and people who work on it. Gives an answer link of `asked`. */
export async function makeWorld(server: TestDatabase, database: Database): Promise<string> {
	for (const code of ['0340', '0151']) await server.sql(writeRows(code));
	const [plan] = await server.sql<{ id: string }>(`select id from plan where municipality_code = '0340'`);
	const link = { personId: persons.asked, planId: plan?.id ?? '', year, expiresAt: new Date('2099-01-01'), at: new Date('2026-01-01') };
	return database.write('0340', (tx) => addAnswerLink(tx, link));
}

function writeRows(code: string): string {
	const people = Object.entries(persons).map(([who, key]) => {
		const role = who === 'asked' ? 'owner' : who;
		const address = `${who.replace(' ', '-')}-${code}@hemmelig.example.org`;
		return `('${code}', '${key}', 'Hemmelig Person ${who}', '${address}', '${role}', ${who === 'unit lead' ? `'${unit}'` : 'null'}, now())`;
	});
	const first = `(select id from initiative where municipality_code = '${code}' order by rank limit 1)`;
	const plan = `(select plan_id from initiative where municipality_code = '${code}' limit 1)`;
	return `
		delete from initiative_owner where municipality_code = '${code}';
		delete from initiative_unit where municipality_code = '${code}';
		insert into organisation_unit (municipality_code, id, name, changed_at) values ('${code}', '${unit}', 'Enhed', now()), ('${code}', '${otherUnit}', 'Anden', now());
		insert into person (municipality_code, id, name, email, role, unit_id, changed_at) values ${people.join(', ')};
		insert into initiative_owner values ('${code}', ${plan}, ${first}, '${persons.asked}');
		insert into initiative_unit values ('${code}', ${plan}, ${first}, '${unit}');
		insert into status_round (municipality_code, plan_id, year, title, source, is_public, changed_at) values ('${code}', ${plan}, ${year}, 'Status', 'Status', false, now());
		insert into round_run (municipality_code, plan_id, year, stage, deadline, asked_fields, remark_limit, changed_at)
			values ('${code}', ${plan}, ${year}, 'collecting', '2099-05-01', '{state,remark}', 600, now());
		insert into round_step (municipality_code, plan_id, year, to_stage, who, at) values ('${code}', ${plan}, ${year}, 'open', '${persons.coordinator}', now());
		insert into assignment values ('${code}', ${plan}, ${year}, ${first}, '${persons.asked}');
		insert into answer (municipality_code, plan_id, year, initiative_id, status, draft, changed_at) values ('${code}', ${plan}, ${year}, ${first}, 'draft',
			'{"content":{"state":"in progress","progress":"green","fulfilment":null,"fulfilmentText":null,"remark":"HEMMELIG KLADDE","colourReason":null},"who":"${persons.asked}","at":"2026-02-01T10:00:00.000Z","editor":null,"base":null}', now());
		insert into round_comment (municipality_code, plan_id, year, initiative_id, kind, text, who, at)
			values ('${code}', ${plan}, ${year}, ${first}, 'comment', 'HEMMELIG KOMMENTAR', '${persons.coordinator}', now());
		insert into mail (municipality_code, kind, person_id, day, is_gathered, to_address, subject, text, html, state, queued_at)
			values ('${code}', 'invitation', '${persons.asked}', '2026-03-01', true, 'asked-${code}@hemmelig.example.org', 'HEMMELIG MAIL', 'HEMMELIG MAIL', '<p>HEMMELIG MAIL</p>', 'queued', now());`;
}

/** Everybody who may come: each role at home, the same from the neighbour, and who came by an answer link. */
export function listVisitors(): readonly { readonly name: string; readonly actor: Actor }[] {
	const own = (role: Role, municipalityCode: string): Actor => {
		if (role === 'reader') return { id: 'public', role, municipalityCode: null };
		const leads = role === 'unit lead' ? { unitIds: [unit] } : {};
		return { id: persons[role], role, municipalityCode, personIds: [persons[role]], ...leads };
	};
	const asked = (municipalityCode: string, role: Role, more: Partial<Actor> = {}): Actor => ({
		...own('owner', municipalityCode),
		id: persons.asked,
		personIds: [persons.asked],
		role,
		...more,
	});
	return [
		...roles.map((role) => ({ name: role, actor: own(role, '0340') })),
		...roles.slice(1).map((role) => ({ name: `${role} of the neighbour`, actor: own(role, '0151') })),
		{ name: 'unit lead of another unit', actor: { ...own('unit lead', '0340'), unitIds: [otherUnit] } },
		{ name: 'owner who is asked', actor: asked('0340', 'owner') },
		{ name: 'owner who is asked by the neighbour', actor: asked('0151', 'owner') },
		{ name: 'answer link', actor: asked('0340', 'owner', { onlyAnswers: true }) },
		{ name: 'answer link of an administrator', actor: asked('0340', 'administrator', { onlyAnswers: true }) },
		{ name: 'answer link of the neighbour', actor: asked('0151', 'owner', { onlyAnswers: true }) },
	];
}

/** A fingerprint of every table. What changes by itself is left out: tables, or columns written as `table.column`. */
export async function fingerprint(server: TestDatabase, without: readonly string[] = []): Promise<string> {
	const tables = await server.sql<{ name: string }>(
		`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
	);
	const kept = tables.filter(({ name }) => !without.includes(name));
	const parts = kept.map(
		({ name }) => `select '${name}' as name, coalesce(md5(string_agg(row, '|' order by row)), '') as sum
			from (select (to_jsonb(t) - '{${listColumns(name, without)}}'::text[])::text as row from ${name} t) rows`,
	);
	return JSON.stringify(await server.sql(`${parts.join(' union all ')} order by 1`), null, 1);
}

const listColumns = (table: string, without: readonly string[]) =>
	without.flatMap((each) => (each.startsWith(`${table}.`) ? each.slice(table.length + 1) : [])).join(',');
