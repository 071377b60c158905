import { listReportColumns, type ColumnValue } from './report-columns.ts';
import type { StatusReport } from './report-content.ts';

/** Separated values as a Danish Excel opens them: semicolons, CRLF, UTF-8 with its mark. */
export function renderCsv(report: StatusReport): Uint8Array {
	const columns = listReportColumns(report);
	const rows = report.sections.flatMap((section) => section.rows);
	const lines = [columns.map(({ heading }) => heading), ...rows.map((row) => columns.map(({ read }) => writeValue(read(row), report)))];
	const body = lines.map((line) => line.map(writeField).join(';')).join('\r\n');
	return new TextEncoder().encode(`\uFEFF${body}\r\n`);
}

// Danish Excel takes `01-07-2021` for a day; elsewhere only the year first is safe from being turned round.
function writeValue({ text, date }: ColumnValue, { locale }: StatusReport): string {
	return date && locale === 'da' ? date.split('-').toReversed().join('-') : (text ?? '');
}

/**
 * A spreadsheet would run a text that begins like a formula. An apostrophe before it stops that; a text that already begins
 * with apostrophes and then such a sign gets one more, so that taking one away always gives the text back.
 */
export function guardFormula(text: string): string {
	return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function writeField(text: string): string {
	const guarded = guardFormula(text);
	return /[;"\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
