import type { ReadProblem } from '#domain/followup/draft-initiative.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { problemSentence } from '#text/problems.ts';

/** The reader's remarks as lines: a heading, then place and sentence of each. */
export function listProblems(problems: readonly ReadProblem[], locale: Locale): string[] {
	if (problems.length === 0) return [m.cli_read_none({}, { locale })];
	const lines = problems.map((problem) => {
		const place = writePlace(problem, locale);
		const sentence = problemSentence(problem, locale);
		return place ? `  ${place}: ${sentence}` : `  ${sentence}`;
	});
	return [m.cli_read_problems({ count: problems.length }, { locale }), ...lines];
}

function writePlace({ sheet, page, row, column, number }: ReadProblem, locale: Locale): string {
	return [
		number !== null && m.cli_place_number({ number }, { locale }),
		sheet !== null && m.cli_place_sheet({ sheet }, { locale }),
		page !== null && m.cli_place_page({ page }, { locale }),
		row !== null && m.cli_place_row({ row }, { locale }),
		column !== null && m.cli_place_column({ column }, { locale }),
	]
		.filter((part) => part !== false)
		.join(', ');
}
