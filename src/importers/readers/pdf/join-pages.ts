import type { Cell, Table, TableRow } from '#importers/table.ts';
import type { LineHabits } from './cell-text.ts';
import { joinCellLines, learnHabits } from './cell-text.ts';
import type { Grid, GridCell, GridRow } from './fill-cells.ts';

/** A grid with its rows filled, and what stands above it. */
export type FilledGrid = { readonly grid: Grid; readonly rows: readonly GridRow[]; readonly title: string | null };

type Part = { readonly columns: readonly number[]; readonly rows: GridRow[]; readonly title: string | null; readonly page: number };

/** Edges of a table move less than this between two pages, in points. */
const sameEdge = 4;
/** So many rows at the top of a table may be printed again on each page. */
const mostHeadingRows = 4;

/** Makes tables of the grids of all pages: a table goes on over pages, its headings are printed again, its rows may be cut in two. */
export function joinPages(file: string, grids: readonly FilledGrid[]): Table[] {
	const parts: Part[] = [];
	for (const { grid, rows, title } of grids) {
		const last = parts.at(-1);
		const page = grid.page;
		const goesOn = last !== undefined && (grid.begins === undefined ? last.rows.at(-1)?.page !== page : !grid.begins);
		const columns = goesOn ? mergeColumns(last.columns, grid.columns) : undefined;
		if (!last || !columns) {
			parts.push({ columns: grid.columns, rows: [...rows], title, page });
			continue;
		}
		const fitted = last.rows.map((row) => fitRow(row, last.columns, columns));
		const added = dropRepeated(
			rows.map((row) => fitRow(row, grid.columns, columns)),
			fitted,
		);
		parts[parts.length - 1] = { ...last, columns, rows: continueRows(fitted, added) };
	}
	const habits = learnHabits(grids.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ lines }) => lines))));
	return parts.map(({ columns, rows, title, page }) => ({
		place: { file, sheet: null, page },
		title,
		rows: rows.map((row) => placeRow(row, columns.length - 1, habits)),
	}));
}

/** All edges of both, when the outer ones are the same and the fewer are among the more. */
function mergeColumns(first: readonly number[], second: readonly number[]): readonly number[] | undefined {
	const [more, fewer] = first.length >= second.length ? [first, second] : [second, first];
	const isKnown = (x: number): boolean => more.some((other) => Math.abs(other - x) <= sameEdge);
	const ends = [0, -1].every((end) => Math.abs((more.at(end) ?? 0) - (fewer.at(end) ?? Infinity)) <= sameEdge);
	return ends && fewer.every(isKnown) ? more : undefined;
}

function fitRow(row: GridRow, own: readonly number[], columns: readonly number[]): GridRow {
	if (own.length === columns.length) return row;
	const place = (edge: number): number => {
		const x = own[edge] ?? 0;
		return columns.reduce((best, other, index) => (Math.abs(other - x) < Math.abs((columns[best] ?? Infinity) - x) ? index : best), 0);
	};
	const cells = row.cells.map((cell) => ({
		...cell,
		column: place(cell.column),
		span: place(cell.column + cell.span) - place(cell.column),
	}));
	return { ...row, cells };
}

function dropRepeated(rows: readonly GridRow[], above: readonly GridRow[]): readonly GridRow[] {
	const headings = above.slice(0, mostHeadingRows).map(textOf);
	let start = 0;
	while (start < rows.length) {
		const row = rows[start];
		if (!row || /^\|*$/u.test(textOf(row)) || !headings.includes(textOf(row))) break;
		start += 1;
	}
	return rows.slice(start);
}

function textOf({ cells }: GridRow): string {
	return cells.map(({ lines }) => lines.map(({ text }) => text.replace(/\s/gu, '')).join('')).join('|');
}

/** A first row that lacks what every other row has, its number, is the rest of the row before the page break. */
function continueRows(above: readonly GridRow[], below: readonly GridRow[]): GridRow[] {
	const [next, ...others] = below;
	const last = above.at(-1);
	const key = findKeyColumn(above);
	const isRest = next && last && key !== undefined && next.cells.length > 1 && isEmpty(next, key) && !isEmpty(last, key);
	if (!isRest) return [...above, ...below];
	const cells = last.cells.map((cell): GridCell => {
		const rest = next.cells.find(({ column }) => column === cell.column);
		return rest ? { ...cell, lines: [...cell.lines, ...rest.lines], fill: cell.fill ?? rest.fill } : cell;
	});
	return [...above.slice(0, -1), { ...last, cells }, ...others];
}

/** The first column that nearly every row of several cells writes in. */
function findKeyColumn(rows: readonly GridRow[]): number | undefined {
	const whole = rows.filter(({ cells }) => cells.length > 1 && !cells.some(({ fromAbove }) => fromAbove));
	const columns = whole.reduce((most, { cells }) => Math.max(most, cells.length), 0);
	return Array.from({ length: columns }, (_, column) => column).find(
		// The number column may have no heading, which is why one row may lack it.
		(column) => whole.filter((row) => isEmpty(row, column)).length <= Math.max(1, whole.length * 0.1),
	);
}

function isEmpty({ cells }: GridRow, column: number): boolean {
	return !cells.some((cell) => cell.column === column && cell.lines.length > 0);
}

function placeRow({ page, row, cells }: GridRow, columns: number, habits: LineHabits): TableRow {
	const placed: Cell[] = Array.from({ length: columns }, () => ({ text: '' }));
	for (const { column, span, lines, fill, fromAbove } of cells) {
		placed[column] = {
			text: joinCellLines(lines, habits),
			...(fill === undefined ? {} : { fill }),
			...(span > 1 ? { columnSpan: span } : {}),
			...(fromAbove ? { fromAbove } : {}),
		};
	}
	return { page, row, hidden: false, cells: placed };
}
