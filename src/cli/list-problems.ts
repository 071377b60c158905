import type { ReadProblem } from '#domain/followup/draft-initiative.ts';
import { groupProblems, type ProblemGroup } from '#text/group-problems.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';

/** More places than this are counted, not listed. */
const listedPlaces = 100;

/** The reader's remarks as lines: a heading, then place and sentence of each; what is said of many places is said once. */
export function listProblems(problems: readonly ReadProblem[], locale: Locale): string[] {
	if (problems.length === 0) return [m.cli_read_none({}, { locale })];
	const lines = groupProblems(problems, locale).flatMap((group) => listGroup(group, locale));
	return [m.cli_read_problems({ count: problems.length }, { locale }), ...lines];
}

function listGroup({ sentence, first, problems }: ProblemGroup, locale: Locale): string[] {
	const column = writeColumn(first, locale);
	if (problems.length === 1) {
		const place = [...listPlace(first, locale), ...column].join(', ');
		return [place ? `  ${place}: ${sentence}` : `  ${sentence}`];
	}
	const places = problems.slice(0, listedPlaces).map((problem) => listPlace(problem, locale).join(', '));
	const rest = problems.length - listedPlaces;
	const more = rest > 0 ? [m.cli_import_more({ count: rest }, { locale })] : [];
	const told = m.cli_read_problems_same({ count: problems.length, sentence }, { locale });
	return [`  ${[...column, told].join(': ')}`, `    ${[...places.filter(Boolean), ...more].join('; ')}`];
}

function listPlace({ sheet, page, row, number }: ReadProblem, locale: Locale): string[] {
	return [
		number !== null && m.cli_place_number({ number }, { locale }),
		sheet !== null && m.cli_place_sheet({ sheet }, { locale }),
		page !== null && m.cli_place_page({ page }, { locale }),
		row !== null && m.cli_place_row({ row }, { locale }),
	].filter((part) => part !== false);
}

/** A column without a heading has no name to find it by. */
function writeColumn({ column }: ReadProblem, locale: Locale): string[] {
	return column ? [m.cli_place_column({ column }, { locale })] : [];
}
