import type { DomainError } from '#domain/shared/domain-error.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import type { BulkRefused } from './refused.ts';

/** What is said when somebody else has changed one of many meanwhile: which one, where it is one of those that were chosen. */
export function describeBulkConflict(
	{ details }: Pick<DomainError, 'details'>,
	{ numbers }: Pick<BulkRefused, 'numbers'>,
	locale: Locale,
): Pick<BulkRefused, 'message' | 'see'> {
	const number = numbers.find((each) => each.toLowerCase() === String(details.name).toLowerCase());
	if (number === undefined) return { message: m.round_bulk_conflict_some({}, { locale }), see: null };
	return { message: m.round_bulk_conflict({ number }, { locale }), see: number };
}
