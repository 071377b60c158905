import { CsvError, parse } from 'csv-parse/sync';
import { findHeader } from '../find-header.ts';
import type { NewProblem } from '../problem-list.ts';
import type { Table } from '../table.ts';

/** A table of separated values, and whether its quotes were left open. */
export type CsvAnswer = { readonly table: Table; readonly problem: NewProblem | null };

const delimiters = [';', '\t', ',', '|'] as const;
/** Enough to see the headings below any title. */
const sampleLength = 65_536;
/** Excel puts the delimiter on a first line of its own. */
const ownDelimiter = /^sep=(.)\r?\n/i;

/**
 * Reads separated values when some delimiter gives recognisable headings; null when none does, as in text from a PDF.
 * Row numbers are those a spreadsheet shows: a line break inside quotes starts no new row.
 */
export function readCsv(file: string, text: string): CsvAnswer | null {
	const stated = ownDelimiter.exec(text);
	const body = stated ? text.slice(stated[0].length) : text;
	const firstRow = stated ? 2 : 1;
	const delimiter = stated?.[1] ?? findDelimiter(file, body);
	if (!delimiter) return null;
	const { records, open } = parseRecords(body, delimiter);
	const problem: NewProblem | null = open ? { severity: 'question', code: 'quotes.not-closed', action: 'kept-as-text', row: open } : null;
	return { table: { ...toTable(file, records, firstRow), delimiter }, problem };
}

function findDelimiter(file: string, text: string): string | null {
	const sample = text.slice(0, sampleLength);
	const rated = delimiters.map((delimiter) => {
		const header = findHeader(toTable(file, parseRecords(sample, delimiter).records, 1), undefined);
		return { delimiter, fields: header?.fields ?? 0 };
	});
	const best = rated.reduce((first, next) => (next.fields > first.fields ? next : first));
	return best.fields > 0 ? best.delimiter : findForm(sample);
}

/** A form, or a table with unknown headings: every line has the same delimiter in it. */
function findForm(sample: string): string | null {
	const lines = sample.split(/\r?\n/).slice(0, 40).filter(Boolean);
	return delimiters.find((delimiter) => lines.length >= 3 && lines.every((line) => line.includes(delimiter))) ?? null;
}

function parseRecords(text: string, delimiter: string): { records: string[][]; open: number | null } {
	const options = { delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false } as const;
	try {
		return { records: parse(text, options), open: null };
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		// A quote that is never closed swallows the rest of the file: quotes are then ordinary letters.
		const records: string[][] = parse(text, { ...options, quote: null });
		return { records, open: Number(error.lines) || 1 };
	}
}

function toTable(file: string, records: readonly (readonly string[])[], firstRow: number): Table {
	const rows = records.map((record, at) => ({
		row: at + firstRow,
		page: null,
		hidden: false,
		cells: record.map((text) => ({ text: withoutGuard(text.replace(/\r\n?/g, '\n').trim()) })),
	}));
	return { place: { file, sheet: null, page: null }, title: null, rows: rows.filter((row) => row.cells.some((cell) => cell.text !== '')) };
}

/**
 * Programs that write separated values put an apostrophe before a text that a spreadsheet would otherwise run as a formula
 * (our own report does): one is taken away again, and only there.
 */
function withoutGuard(text: string): string {
	return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
