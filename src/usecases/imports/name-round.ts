import type { StatusRound } from '#domain/followup/status-round.ts';
import type { ImportDraftRow } from '#storage/import-drafts.ts';
import type { RoundContent } from '#storage/status-rounds.ts';

/** What a person says of the round a document becomes: what is left out stays as it is, a null date is none. */
export type ChosenRound = { readonly title?: string; readonly statusDate?: StatusRound['statusDate'] };

/**
 * What the round says of itself when the document is stored: what a person chose, else what the round of that year says already,
 * else what the document calls itself. No document says its status date in a place that can be read, so a person must.
 */
export function nameRound(
	{ year, fileName, result }: Pick<ImportDraftRow, 'year' | 'fileName' | 'result'>,
	known: StatusRound | null,
	{ title, statusDate }: ChosenRound,
): RoundContent {
	return {
		title: title?.trim() || known?.title || result.title?.trim() || `Status ${year}`,
		statusDate: statusDate === undefined ? (known?.statusDate ?? null) : statusDate,
		source: known?.source ?? fileName,
	};
}
