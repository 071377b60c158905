import { fail, type ActionFailure } from '@sveltejs/kit';
import { isDomainError, type DomainError, type DomainErrorKind } from '#domain/shared/domain-error.ts';
import { errorSentence } from '#text/errors.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';

const statuses: Readonly<Record<DomainErrorKind, number>> = { invalid: 400, forbidden: 403, 'not-found': 404, conflict: 409 };

/** What a page shows of a refusal: the status and the rule's own sentence. */
export function describeDomainError(
	{ kind, code, details }: DomainError,
	locale: Locale,
): { readonly status: number; readonly message: string } {
	return { status: statuses[kind], message: errorSentence(code, details, locale) };
}

/** The sentence for a status that no rule has spoken about. */
export function describeStatus(status: number, locale: Locale): string {
	if (status === 404) return m.web_error_not_found({}, { locale });
	if (status === 403) return m.web_error_forbidden({}, { locale });
	if (status === 401) return m.web_error_session({}, { locale });
	if (status === 503) return m.web_error_busy({}, { locale });
	if (status === 413) return m.web_error_too_large({}, { locale });
	return status < 500 ? m.web_error_request({}, { locale }) : m.web_error_fault({}, { locale });
}

/**
 * Runs a form's action; a refusal by a rule becomes an answer that the form shows, with what was typed kept by the caller.
 * `wrongField` is the field that the rule names, where it names one.
 * Everything else goes on to `handleError`.
 */
export async function answerRefusal<Result>(
	locale: Locale,
	work: () => Promise<Result>,
): Promise<Result | ActionFailure<{ message: string; wrongField: string | null }>> {
	try {
		return await work();
	} catch (error) {
		if (!isDomainError(error)) throw error;
		const { status, message } = describeDomainError(error, locale);
		const { field } = error.details;
		return fail(status, { message, wrongField: field === undefined ? null : String(field) });
	}
}
