import type { DomainError } from '#domain/shared/domain-error.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import type { BoardRow } from '#usecases/round/views.ts';
import type { BulkRefused } from './refused.ts';

/** What is said when somebody else has changed one of many meanwhile: which one, where it is one of those that were chosen. */
export function describeBulkConflict(
	{ details }: Pick<DomainError, 'details'>,
	{ chosen }: Pick<BulkRefused, 'chosen'>,
	locale: Locale,
): Pick<BulkRefused, 'message' | 'see'> {
	const number = chosen.find((each) => each.number.toLowerCase() === String(details.name).toLowerCase())?.number;
	if (number === undefined) return { message: m.round_bulk_conflict_some({}, { locale }), see: null };
	return { message: m.round_bulk_conflict({ number }, { locale }), see: number };
}

type ShownRow = { readonly initiative: Pick<BoardRow['initiative'], 'number'>; readonly answer: Pick<BoardRow['answer'], 'version'> };

/**
 * Numbers of the rows shown that somebody has changed since they were chosen. What is sent next has the versions shown now, so that nobody
 * writes over them without having been told.
 */
export function listChangedMeanwhile(chosen: BulkRefused['chosen'], rows: readonly ShownRow[]): string[] {
	const versions = new Map(chosen.map(({ number, version }) => [number, version]));
	return rows.flatMap(({ initiative: { number }, answer }) => {
		const version = versions.get(number);
		return version === undefined || version === answer.version ? [] : [number];
	});
}
