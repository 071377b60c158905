import type { ReadProblem } from '#domain/followup/draft-initiative.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';

/** Where in the document something was met; a column without a heading has no name to find it by. */
export function writeProblemPlace({ sheet, page, row, column }: ReadProblem, locale: Locale, withColumn: boolean): string {
	return [
		sheet === null ? null : m.web_place_sheet({ sheet }, { locale }),
		page === null ? null : m.web_place_page({ page }, { locale }),
		row === null ? null : m.web_place_row({ row }, { locale }),
		withColumn && column ? m.web_place_column({ column }, { locale }) : null,
	]
		.filter((part) => part !== null)
		.join(', ');
}
