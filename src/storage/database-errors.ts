import { DrizzleQueryError } from 'drizzle-orm';
import pg from 'pg';
import { DomainError, isDomainError, type DomainErrorKind } from '#domain/shared/domain-error.ts';

// What a broken constraint means to a person. Others are faults of the program and pass through as they are.
const meanings: Readonly<Record<string, readonly [DomainErrorKind, string]>> = {
	initiative_number_key: ['conflict', 'initiative.duplicate-number'],
	municipality_slug_key: ['conflict', 'municipality.duplicate-slug'],
	person_email_key: ['conflict', 'person.duplicate-email'],
	scenario_plan_key: ['conflict', 'scenario.plan-exists'],
	organisation_unit_name_key: ['conflict', 'unit.duplicate-name'],
	target_frame_account_fkey: ['conflict', 'account-import.used'],
	account_vintage_key: ['conflict', 'account.vintage-exists'],
};
// What our own triggers refuse, by the state they raise.
const refusals: Readonly<Record<string, readonly [DomainErrorKind, string]>> = {
	FR001: ['conflict', 'round.published'],
};

/** The error of a rule where the database has refused for one; anything else as it is, without the values of the query. */
export function toDomainError(error: unknown): unknown {
	if (isDomainError(error)) return error;
	const refusal = findDatabaseError(error);
	const meaning = meanings[refusal?.constraint ?? ''] ?? refusals[refusal?.code ?? ''];
	return meaning ? new DomainError(meaning[0], meaning[1], {}, { cause: error }) : dropValues(error);
}

/** Drizzle writes the values of a failed query into its message. They may be anybody's words, and messages end in logs. */
function dropValues(error: unknown): unknown {
	if (!(error instanceof DrizzleQueryError)) return error;
	const plain = new Error(`${error.cause?.message ?? 'no reason given'}, in: ${error.query}`, { cause: error.cause });
	plain.stack = error.stack?.replace(error.message, () => plain.message);
	return plain;
}

/** PostgreSQL's own error inside what Drizzle wraps around it. */
export function findDatabaseError(error: unknown): pg.DatabaseError | undefined {
	if (error instanceof pg.DatabaseError) return error;
	return error instanceof Error ? findDatabaseError(error.cause) : undefined;
}
