import { fail, type ActionFailure } from '@sveltejs/kit';
import { isDomainError } from '#domain/shared/domain-error.ts';
import type { Locale } from '#text/locale.ts';
import { describeDomainError } from './to-response.ts';

/** A refused form: what to say, at which field, and what was typed. */
export type Refusal<Typed> = { readonly message: string; readonly field: string | null; readonly typed: Typed };

/** The field that a rule speaks of; other refusals are about the whole form. */
const fields: Readonly<Record<string, string>> = {
	'person.name-missing': 'name',
	'person.email-form': 'email',
	'person.duplicate-email': 'email',
	'person.role-unknown': 'role',
	'person.administrator-only': 'role',
	'initiative.unknown': 'numbers',
	'unit.unknown': 'unit',
	'unit.name-missing': 'unitName',
	'unit.duplicate-name': 'unitName',
	'unit.inside-itself': 'parent',
	'stand-in.day-form': 'from',
	'stand-in.dates': 'until',
	'person.successor-missing': 'successor',
	'person.successor-same': 'successor',
	'account-import.release-missing': 'release',
	'account-import.source-missing': 'source',
	'account-import.population-form': 'population',
	'factor.value-form': 'value',
	'factor.negative': 'value',
	'factor.source-missing': 'source',
	'factor.years-order': 'validTo',
};

/** Runs a form's action; a refusal by a rule goes back to the form with what was typed. Null when it was done. */
export async function refuseForm<Typed>(
	locale: Locale,
	typed: Typed,
	work: () => Promise<unknown>,
): Promise<ActionFailure<Refusal<Typed>> | null> {
	try {
		await work();
		return null;
	} catch (error) {
		if (!isDomainError(error)) throw error;
		const { status, message } = describeDomainError(error, locale);
		const named = error.details.field;
		return fail(status, { message, field: fields[error.code] ?? (named === undefined ? null : String(named)), typed });
	}
}
