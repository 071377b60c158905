import type { ProposalRow } from '#domain/followup/import-proposal.ts';
import { describeValue } from '#text/describe-value.ts';
import { formatTime } from '#text/format.ts';
import { fieldLabel, proposalHintSentence } from '#text/labels.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import type { ImportPreview } from '#usecases/imports/import-preview.ts';

/** More rows than this are counted, not listed: the site shows them all. */
const listedRows = 30;
const longestCell = 80;

/** What an import would do, as lines: the counts, then new, changed and missing initiatives with the changed cells. */
export function listProposal({ municipality, year, comparedYear, proposal, appliedBefore }: ImportPreview, locale: Locale): string[] {
	const { new: added, changed, unchanged, missing } = proposal.counts;
	const words = { municipality: municipality.name, year, added, changed, unchanged, missing };
	const rows = proposal.rows.filter(({ kind }) => kind !== 'unchanged');
	const shown = rows.slice(0, listedRows).flatMap((row) => listRow(row, locale));
	const rest = rows.length - listedRows;
	return [
		m.cli_import_proposal(words, { locale }),
		...(comparedYear !== null && comparedYear !== year ? [m.cli_import_compared({ year, compared: comparedYear }, { locale })] : []),
		...shown,
		...(rest > 0 ? [`  ${m.cli_import_more({ count: rest }, { locale })}`] : []),
		...(appliedBefore ? [m.cli_import_before({ date: formatTime(appliedBefore.at, locale) }, { locale })] : []),
	];
}

function listRow(row: ProposalRow, locale: Locale): string[] {
	const words = { number: row.number, title: row.title };
	const hints = row.hints.map((hint) => `      ${proposalHintSentence(hint, locale)}`);
	if (row.kind === 'new') return [`  ${m.cli_import_new(words, { locale })}`, ...hints];
	if (row.kind === 'missing') return [`  ${m.cli_import_missing(words, { locale })}`];
	const cells = row.cells.filter(({ kind }) => kind !== 'unchanged' && kind !== 'kept');
	const empty = m.cli_import_empty({}, { locale });
	const changes = cells.map(({ field, before, after }) => {
		const write = (value: string | null) => shorten(describeValue(field, value, locale));
		const change = { field: fieldLabel(field, locale), before: write(before) ?? empty, after: write(after) ?? empty };
		return `      ${m.cli_import_cell(change, { locale })}`;
	});
	return [`  ${m.cli_import_changed(words, { locale })}`, ...changes, ...hints];
}

// A cell of a table may run over several lines; here it is one line of many.
function shorten(text: string | null): string | null {
	const line = text?.replace(/\s+/g, ' ') ?? null;
	return line === null || line.length <= longestCell ? line : `${line.slice(0, longestCell - 1)}…`;
}
