import { sql, type SQL } from 'drizzle-orm';
import { customType, pgPolicy, text, type AnyPgColumn } from 'drizzle-orm/pg-core';

/** The tenant's column. It stands first in every key of every table. */
export function municipalityCode() {
	return text('municipality_code').notNull();
}

/** Rows are seen and written only by a transaction that has named their municipality. Without a name there are none. */
export function tenantPolicy(table: string) {
	const ownRow = sql`municipality_code = current_setting('app.municipality', true)`;
	return pgPolicy(`${table}_tenant`, { for: 'all', using: ownRow, withCheck: ownRow });
}

/** Lets the explicit public reading see rows across municipalities: those that `marked` says are public, or all of them. Never to write. */
export function publicPolicy(table: string, marked?: SQL) {
	const reading = sql`current_setting('app.reading', true) = 'public'`;
	return pgPolicy(`${table}_public`, { for: 'select', using: marked ? sql`${reading} and ${marked}` : reading });
}

/** True for rows that belong to a published plan. */
export const ofPublicPlan = sql`(municipality_code, plan_id) in (select p.municipality_code, p.id from plan p where p.is_public)`;

/** The values of a domain enumeration, as a check. Null passes: it is "not stated". */
export function oneOf(column: AnyPgColumn, values: readonly string[]): SQL {
	return sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`;
}

/** A year that a plan can be about. */
export function isYear(column: AnyPgColumn): SQL {
	return sql`${column} between 1900 and 2199`;
}

/** Words of a text as PostgreSQL's search sees them. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Raw bytes of an uploaded document. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** Lets the explicit reading for sign-in see rows across municipalities. Never to write. */
export function signInReading(table: string) {
	return pgPolicy(`${table}_sign_in`, { for: 'select', using: sql`current_setting('app.reading', true) = 'sign-in'` });
}

/** Rows of the installation itself, such as sessions: seen and written only by a transaction of the sign-in. */
export function signInPolicy(table: string) {
	const signingIn = sql`current_setting('app.reading', true) = 'sign-in'`;
	return pgPolicy(`${table}_sign_in`, { for: 'all', using: signingIn, withCheck: signingIn });
}

/** True for rows that belong to a published round of a published plan. */
export const ofPublicRound = sql`(municipality_code, plan_id, year) in (select r.municipality_code, r.plan_id, r.year from status_round r where r.is_public)`;
