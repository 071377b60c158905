import pg from 'pg';
import type { Actor } from '#domain/access/policy.ts';
import { addAnswerLink } from '#storage/answer-links.ts';
import { openDatabase } from '#storage/database.ts';
import { setOwners } from '#storage/initiative-owners.ts';
import { addPerson } from '#storage/people.ts';
import { openRound } from '#usecases/round/open-round.ts';
import { stepRound } from '#usecases/round/step-round.ts';

/** An owner of the round: the link from the invitation and the numbers asked about. */
export type SeededOwner = { readonly link: string; readonly numbers: readonly string[] };
export type SeededRound = { readonly municipality: string; readonly year: number; readonly owners: readonly SeededOwner[] };

const code = '0340';
const municipality = 'soroe';
const year = 2024;
const actor: Actor = { id: 'cli', role: 'administrator', municipalityCode: null };

/**
 * Makes Sorø's plan so large that every owner has initiatives of their own, opens its round and invites them. `url` is a
 * superuser's, whom row-level security does not bind; the round itself is opened as the coordinator does it.
 */
export async function seedRound(url: string, { owners, each }: { owners: number; each: number }): Promise<SeededRound> {
	const { planId, initiatives } = await addInitiatives(url, owners * each);
	const database = await openDatabase({ url });
	try {
		const context = { actor, database, address: 'http://127.0.0.1', now: () => new Date() };
		const persons = await database.write(code, async (tx) => {
			const made: { id: string; own: typeof initiatives }[] = [];
			for (let owner = 0; owner < owners; owner++) {
				const fields = { name: `Prøveperson ${owner + 1}`, email: `proeve-${owner + 1}@example.org`, role: 'owner', unitId: null } as const;
				const id = await addPerson(tx, fields, new Date());
				const own = initiatives.slice(owner * each, (owner + 1) * each);
				await setOwners(
					tx,
					planId,
					own.map((initiative) => initiative.id),
					[id],
				);
				made.push({ id, own });
			}
			return made;
		});
		const asked = { askedFields: ['state', 'progress', 'fulfilment', 'remark'], remarkLimit: 600 } as const;
		await openRound(context, { municipality, year, deadline: '2099-05-01', ...asked, contact: null });
		await stepRound(context, { municipality, year, version: 1, to: 'collecting' });
		const links = await database.write(code, async (tx) => {
			const secrets: string[] = [];
			const expiresAt = new Date(Date.now() + 86_400_000);
			for (const { id } of persons) secrets.push(await addAnswerLink(tx, { personId: id, planId, year, expiresAt, at: new Date() }));
			return secrets;
		});
		// A round is opened weeks before it is answered; the server, which looks once a minute, knows its tables long before.
		await run(url, 'analyze');
		return {
			municipality,
			year,
			owners: persons.map(({ own }, index) => ({
				link: `/${municipality}/svar/link/${links[index] ?? ''}`,
				numbers: own.map(({ number }) => number),
			})),
		};
	} finally {
		await database.close();
	}
}

/** What stands in the assessments of the round, by the initiative's number. */
export async function readRemarks(url: string, year: number): Promise<Map<string, string | null>> {
	const rows = await run<{ number: string; remark: string | null }>(
		url,
		`select i.number, a.remark from answer r join initiative i on (i.municipality_code, i.plan_id, i.id) = (r.municipality_code, r.plan_id, r.initiative_id)
		join assessment a on (a.municipality_code, a.plan_id, a.year, a.initiative_id) = (r.municipality_code, r.plan_id, r.year, r.initiative_id)
		where r.municipality_code = '${code}' and r.year = ${year} and r.status = 'answered'`,
	);
	return new Map(rows.map(({ number, remark }) => [number, remark]));
}

type Seeded = { readonly planId: string; readonly initiatives: readonly { readonly id: string; readonly number: string }[] };

async function addInitiatives(url: string, count: number): Promise<Seeded> {
	const columns = await run<{ name: string }>(
		url,
		`select column_name as name from information_schema.columns where table_schema = current_schema() and table_name = 'initiative'
		and is_generated = 'NEVER' and column_name not in ('id', 'number', 'rank') order by ordinal_position`,
	);
	const same = columns.map(({ name }) => name).join(', ');
	const rows = await run<{ id: string; number: string; plan: string }>(
		url,
		`insert into initiative (id, number, rank, ${same})
		select gen_random_uuid(), (1000 + n)::text, 1000 + n, ${same} from generate_series(1, ${count}) n,
			(select * from initiative where municipality_code = '${code}' order by rank limit 1) example
		returning id, number, plan_id as plan`,
	);
	return { planId: rows[0]?.plan ?? '', initiatives: rows };
}

async function run<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query<Row>(statement)).rows;
	} finally {
		await client.end();
	}
}
