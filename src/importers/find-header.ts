import type { ColumnMapping, DraftField } from '#domain/followup/draft-initiative.ts';
import { compactText, oneLine } from './fold.ts';
import { recogniseHeading } from './headings.ts';
import type { Cell, Table, TableRow } from './table.ts';

/** Where a table's headings stand and what they are. `first` and `last` are places in `table.rows`, not row numbers. */
export type Header = {
	readonly first: number;
	readonly last: number;
	/** One heading per column, group headings before the column's own ("Status - Fremdrift"); empty where none stands. */
	readonly headings: readonly string[];
	/** How many different fields the headings name. */
	readonly fields: number;
};

/** Titles and reading guides stand above a table, never this many rows of them. */
const rowsToLookAt = 60;
const mostHeaderRows = 3;
/** A line that is longer than any heading. */
const longestHeading = 160;

/**
 * Finds the row or rows of headings: those that name the most fields, the fewest rows winning a tie.
 * Two fields are the least, one of them the number or the title (three when neither is named).
 * Headings a person has mapped count as known. Null when the table has none.
 */
export function findHeader(table: Table, mapping: ColumnMapping | undefined): Header | null {
	const mapped = new Map(mapping?.columns.map((column) => [compactText(column.heading), column.field]));
	let best: (Header & { score: number }) | null = null;
	const end = Math.min(table.rows.length, rowsToLookAt);
	for (let first = 0; first < end; first++) {
		for (let count = 1; count <= mostHeaderRows && first + count <= end; count++) {
			const rows = table.rows.slice(first, first + count);
			if (!rows.every(canBeHeading)) break;
			const headings = combineHeadings(rows);
			const { score, fields, named } = rateHeadings(headings, mapped);
			if (fields < (named ? 2 : 3) && !(mapped.size > 0 && fields > 0)) continue;
			// One more row must earn its place.
			const total = score - (count - 1) * 0.3;
			if (!best || total > best.score + 0.001) best = { first, last: first + count - 1, headings, fields, score: total };
		}
	}
	return best;
}

/** True for a row that repeats the table's headings, as on the top of a page. */
export function isRepeatedHeader(row: TableRow, header: Header, headerRows: readonly TableRow[]): boolean {
	const texts = row.cells.filter((cell) => cell.text !== '').length;
	if (texts < 2) return false;
	const same = (other: (column: number) => string | undefined) =>
		row.cells.every((cell, column) => cell.text === '' || compactText(cell.text) === compactText(other(column) ?? ''));
	return same((column) => header.headings[column]) || headerRows.some((headerRow) => same((column) => headerRow.cells[column]?.text));
}

function canBeHeading(row: TableRow): boolean {
	const filled = row.cells.filter((cell) => cell.text !== '');
	return filled.length > 0 && filled.every((cell) => cell.text.length <= longestHeading && cell.kind !== 'date' && cell.kind !== 'number');
}

function combineHeadings(rows: readonly TableRow[]): string[] {
	const width = Math.max(...rows.map((row) => row.cells.length));
	const parts: string[][] = Array.from({ length: width }, () => []);
	rows.forEach((row, at) => {
		row.cells.forEach((cell, column) => {
			const text = cell.fromAbove && at > 0 ? null : oneLine(cell.text);
			// A heading belongs to every column it covers: "Status" over two colours, "Indsats" over number and title.
			const span = cell.columnSpan ?? 1;
			if (text) for (let under = column; under < Math.min(column + span, width); under++) parts[under]?.push(text);
		});
	});
	return parts.map((texts) => texts.join(' - '));
}

function rateHeadings(headings: readonly string[], mapped: ReadonlyMap<string, DraftField | null>) {
	const best = new Map<DraftField, number>();
	for (const heading of headings) {
		if (heading === '') continue;
		const chosen = mapped.get(compactText(heading));
		const { field, score } = chosen ? { field: chosen, score: 1 } : readHeading(heading);
		if (field) best.set(field, Math.max(best.get(field) ?? 0, score));
	}
	const score = [...best.values()].reduce((sum, each) => sum + each, 0);
	return { score, fields: best.size, named: best.has('number') || best.has('title') };
}

/** What a heading says as a whole, or by its lowest part when the group above it says nothing. */
export function readHeading(heading: string): ReturnType<typeof recogniseHeading> {
	const whole = recogniseHeading(heading);
	const lowest = heading.includes(' - ') ? recogniseHeading(heading.slice(heading.lastIndexOf(' - ') + 3)) : whole;
	return whole.score >= lowest.score * 0.95 ? whole : lowest;
}

/** The person's mapping for this sheet, or for the whole document. */
export function findMapping(mappings: readonly ColumnMapping[], sheet: string | null): ColumnMapping | undefined {
	return mappings.find((mapping) => mapping.sheet === sheet) ?? mappings.find((mapping) => mapping.sheet === null);
}

/** The cell, or an empty one where the row is shorter than the table. */
export function cellAt(row: TableRow, column: number): Cell {
	return row.cells[column] ?? emptyCell;
}

const emptyCell: Cell = { text: '' };
