import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Person } from '#domain/access/person.ts';
import { compareWords } from '#domain/shared/natural-order.ts';
import { person } from './schema/people.ts';
import { ownTenant, type Statement } from './statements.ts';
import type { ReadTx, WriteTx } from './transactions.ts';
import { checkChanged } from './versions.ts';

/** What is typed about a person. */
export type PersonFields = Pick<Person, 'name' | 'role' | 'unitId'> & { readonly email: string };
/** A person at a version, so that two who save the same person at once are told. */
export type PersonKey = Pick<Person, 'id' | 'version'>;

/** Every person of the municipality in Danish order of names; those who left and were erased included. */
export async function listPeople(tx: ReadTx): Promise<Person[]> {
	return sortPeople(await tx.db.select().from(person).where(eq(person.municipalityCode, tx.tenant)));
}

const named: Statement<{ ids: string[]; role: Person['role'] | null }, (typeof person.$inferSelect)[]> = {
	name: 'persons of these ids',
	build: (db, value) =>
		db
			.select()
			.from(person)
			.where(
				and(
					eq(person.municipalityCode, ownTenant),
					sql`(${person.id} = any(${value('ids')}::uuid[]) or ${person.role} = ${value('role')})`,
				),
			),
};

/** The persons of these ids, and with `orRole` those of that role too, as `listPeople`; an id of another form is nobody's. */
export async function listPeopleOf(
	tx: ReadTx,
	ids: readonly string[],
	{ orRole = null }: { readonly orRole?: Person['role'] | null } = {},
): Promise<Person[]> {
	const known = ids.filter((id) => z.uuid().safeParse(id).success);
	return sortPeople(await tx.ask(named, { ids: known, role: orRole }));
}

function sortPeople(rows: readonly (typeof person.$inferSelect)[]): Person[] {
	return rows.map(toPerson).sort((left, right) => compareWords(left.name, right.name) || (left.id < right.id ? -1 : 1));
}

/** A person by id; undefined for any other text. */
export async function findPerson(tx: ReadTx, id: string): Promise<Person | undefined> {
	if (!z.uuid().safeParse(id).success) return undefined;
	const [row] = await tx.db.select().from(person).where(isPerson(tx, id));
	return row && toPerson(row);
}

/** The person with this address, compared without case. */
export async function findPersonByEmail(tx: ReadTx, email: string): Promise<Person | undefined> {
	const [row] = await tx.db
		.select()
		.from(person)
		.where(and(eq(person.municipalityCode, tx.tenant), eq(sql`lower(${person.email})`, email.trim().toLowerCase())));
	return row && toPerson(row);
}

/** The person who still works here and whose calendar has this secret; `calendarHash` is the secret's SHA-256 in hex. */
export async function findPersonByCalendar(tx: ReadTx, calendarHash: string): Promise<Person | undefined> {
	const [row] = await tx.db
		.select()
		.from(person)
		.where(and(eq(person.municipalityCode, tx.tenant), eq(person.calendarHash, calendarHash), isNull(person.leftAt)));
	return row && toPerson(row);
}

/** Adds a person and gives its id. Throws conflict `person.duplicate-email`. */
export async function addPerson(tx: WriteTx, fields: PersonFields, at: Date): Promise<string> {
	const rows = await tx.db
		.insert(person)
		.values({ ...fields, municipalityCode: tx.tenant, changedAt: at })
		.returning({ id: person.id });
	return String(rows[0]?.id);
}

/**
 * Replaces what is typed about a person. Another address is tried anew: what is known of mail that did not arrive is forgotten.
 * Throws conflict `person.changed-meanwhile`, `person.duplicate-email`.
 */
export async function savePerson(tx: WriteTx, { id, version }: PersonKey, fields: PersonFields, at: Date): Promise<void> {
	const isSameAddress = sql`lower(${person.email}) = ${fields.email.toLowerCase()}`;
	const { rowCount } = await tx.db
		.update(person)
		.set({
			...fields,
			bouncedAt: sql`case when ${isSameAddress} then ${person.bouncedAt} end`,
			bounceReason: sql`case when ${isSameAddress} then ${person.bounceReason} end`,
			version: version + 1,
			changedAt: at,
		})
		.where(and(isPerson(tx, id), eq(person.version, version)));
	checkChanged(rowCount, 'person', '');
}

/** Gives a person another role. */
export async function saveRole(tx: WriteTx, id: string, role: Person['role'], at: Date): Promise<void> {
	await tx.db
		.update(person)
		.set({ role, version: sql`${person.version} + 1`, changedAt: at })
		.where(isPerson(tx, id));
}

/** Notes why mail to a person does not arrive, or with null that it does again. A mail server's reason names the address, so none is kept of one who was erased. */
export async function saveBounce(tx: WriteTx, id: string, bounce: Person['bounce']): Promise<void> {
	await tx.db
		.update(person)
		.set({ bouncedAt: bounce?.at ?? null, bounceReason: bounce?.reason ?? null })
		.where(and(isPerson(tx, id), isNull(person.erasedAt)));
}

/** Gives a person another secret calendar address, or with null none; `calendarHash` is the secret's SHA-256 in hex. */
export async function saveCalendarHash(tx: WriteTx, id: string, calendarHash: string | null): Promise<void> {
	await tx.db.update(person).set({ calendarHash }).where(isPerson(tx, id));
}

/** Whether a person has a calendar address; null where there is no such person. */
export async function hasCalendar(tx: ReadTx, id: string): Promise<boolean | null> {
	if (!z.uuid().safeParse(id).success) return null;
	const [row] = await tx.db.select({ calendarHash: person.calendarHash }).from(person).where(isPerson(tx, id));
	return row ? row.calendarHash !== null : null;
}

/** Notes that a person left, or with null is back. The calendar address of one who left is no more. Throws conflict `person.changed-meanwhile`. */
export async function savePersonLeft(tx: WriteTx, { id, version }: PersonKey, leftAt: Date | null, at: Date): Promise<void> {
	const { rowCount } = await tx.db
		.update(person)
		.set({ leftAt, calendarHash: null, version: version + 1, changedAt: at })
		.where(and(isPerson(tx, id), eq(person.version, version)));
	checkChanged(rowCount, 'person', '');
}

/** Takes name and address from a person for good. The row stays, because the history names its id. */
export async function erasePersonFields(tx: WriteTx, id: string, at: Date): Promise<void> {
	await tx.db
		.update(person)
		.set({
			name: '-',
			email: null,
			unitId: null,
			calendarHash: null,
			bouncedAt: null,
			bounceReason: null,
			leftAt: sql`coalesce(${person.leftAt}, ${at.toISOString()}::timestamptz)`,
			erasedAt: at,
			version: sql`${person.version} + 1`,
			changedAt: at,
		})
		.where(isPerson(tx, id));
}

function isPerson(tx: ReadTx, id: string) {
	return and(eq(person.municipalityCode, tx.tenant), eq(person.id, id));
}

function toPerson(row: typeof person.$inferSelect): Person {
	const { id, name, email, role, unitId, bouncedAt, bounceReason, leftAt, erasedAt, version } = row;
	const bounce = bouncedAt === null ? null : { at: bouncedAt, reason: bounceReason ?? '' };
	return { id, name, email, role, unitId, bounce, leftAt, erasedAt, version };
}
