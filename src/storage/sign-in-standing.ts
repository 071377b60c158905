import { sql, type Placeholder, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { personRoles } from '#domain/access/person.ts';
import { ownTenant, type Statement } from './statements.ts';
import type { ReadTx } from './transactions.ts';

/** What a person is in one municipality on one day. */
export type Standing = {
	readonly personId: string;
	readonly name: string;
	readonly role: (typeof personRoles)[number];
	/** The person, and those it stands in for on the day. */
	readonly personIds: readonly string[];
	/** The person's unit and those below it. */
	readonly unitIds: readonly string[];
};

const row = z.object({
	person_id: z.string(),
	name: z.string(),
	role: z.enum(personRoles),
	stands_in_for: z.array(z.string()),
	unit_ids: z.array(z.string()),
});

type StandingRow = { person_id: unknown; name: unknown; role: unknown; stands_in_for: unknown; unit_ids: unknown };

/** What a person is to the municipality, found by one of two keys. */
const standing = (name: string, isPerson: (who: Placeholder) => SQL): Statement<{ who: string; at: string }, StandingRow[]> => ({
	name,
	build: (db, value) => {
		const isAsked = isPerson(value('who'));
		const day = sql`(${value('at')}::timestamptz at time zone 'Europe/Copenhagen')::date`;
		return db
			.select({
				person_id: sql`q.person_id`,
				name: sql`q.name`,
				role: sql`q.role`,
				stands_in_for: sql`q.stands_in_for`,
				unit_ids: sql`q.unit_ids`,
			})
			.from(
				sql`(
				with recursive unit as (
					select p.unit_id as id from person p where p.municipality_code = ${ownTenant} and ${isAsked} and p.unit_id is not null
					union
					select below.id from organisation_unit below join unit on below.parent_id = unit.id where below.municipality_code = ${ownTenant}
				)
				select p.id::text as person_id, p.name, p.role, array(select id::text from unit) as unit_ids,
					array(select s.person_id::text from stand_in s where s.municipality_code = p.municipality_code and s.stand_in_id = p.id
						and s.from_date <= ${day} and (s.until_date is null or s.until_date >= ${day})) as stands_in_for
				from person p where p.municipality_code = ${ownTenant} and ${isAsked} and p.left_at is null and p.erased_at is null
			) q`,
			);
	},
});
const standingOfPerson = standing('standing of a person', (who) => sql`p.id = ${who}::uuid`);
const standingOfAddress = standing('standing of an address', (who) => sql`lower(p.email) = ${who}`);

/**
 * What the person with this id or address is to the municipality, in one round trip; undefined for one who has left, was erased
 * or never was. `at` decides on the Danish day by which a stand-in counts.
 */
export async function findStanding(
	tx: ReadTx,
	who: { readonly personId: string } | { readonly email: string },
	at: Date,
): Promise<Standing | undefined> {
	const day = at.toISOString();
	const found =
		'personId' in who
			? await tx.ask(standingOfPerson, { who: who.personId, at: day })
			: await tx.ask(standingOfAddress, { who: who.email.toLowerCase(), at: day });
	if (!found[0]) return undefined;
	const { person_id: personId, name, role, stands_in_for: standsInFor, unit_ids: unitIds } = row.parse(found[0]);
	return { personId, name, role, personIds: [personId, ...standsInFor], unitIds };
}
