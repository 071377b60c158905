import { parseCalendarDate } from '#domain/shared/calendar-date.ts';
import { readSerialDate } from '../dates.ts';
import type { NewProblem } from '../problem-list.ts';
import type { Cell, TableRow } from '../table.ts';
import type { CellStyle } from './xlsx-styles.ts';
import { readXml, type XmlAttributes } from './xml.ts';

/** What a sheet's cells refer to. */
export type Workbook = { readonly strings: readonly string[]; readonly styles: readonly CellStyle[]; readonly dateSystem: 1900 | 1904 };
export type SheetRows = { readonly rows: TableRow[]; readonly hiddenColumns: readonly number[]; readonly problems: readonly NewProblem[] };

type Row = { row: number; page: null; hidden: boolean; cells: Cell[] };
type Open = { column: number; type: string; style: CellStyle | undefined; formula: string | null; value: string };
type State = {
	readonly sheet: string;
	readonly workbook: Workbook;
	readonly rows: Row[];
	readonly merges: Merge[];
	readonly hiddenColumns: Set<number>;
	readonly problems: NewProblem[];
	row: Row | null;
	cell: Open | null;
	inside: 'v' | 't' | 'f' | null;
	phonetic: boolean;
	/** True once a text further right than is read was met. */
	cut: boolean;
	readonly shared: Map<string, Map<string, Cell>>;
};
type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** Columns further right are not read: a table has some tens of them. */
const mostColumns = 256;
const mostMerges = 100_000;
const mostShared = 10_000;
const longestShared = 100;
const empty: Cell = { text: '' };

/** Reads one worksheet row by row. Formulas are never run: a cell's value is the one stored with it. */
export async function readSheet(file: string, sheet: string, chunks: AsyncIterable<string>, workbook: Workbook): Promise<SheetRows> {
	const state: State = {
		sheet,
		workbook,
		rows: [],
		merges: [],
		hiddenColumns: new Set(),
		problems: [],
		row: null,
		cell: null,
		inside: null,
		phonetic: false,
		cut: false,
		shared: new Map(),
	};
	await readXml(file, chunks, {
		open: (name, attributes) => openElement(state, name, attributes),
		text: (text) => {
			if (!state.cell || !state.inside) return;
			if (state.inside === 'f') state.cell.formula += text;
			else state.cell.value += text;
		},
		close: (name) => closeElement(state, name),
	});
	const { rows, hiddenColumns, problems } = state;
	if (state.cut)
		problems.push({ severity: 'note', code: 'sheet.columns-cut', action: 'column-not-used', sheet, value: String(mostColumns) });
	applyMerges(rows, state.merges);
	return { rows, hiddenColumns: [...hiddenColumns], problems };
}

function openElement(state: State, name: string, attributes: XmlAttributes): void {
	const { cell, row, rows } = state;
	if (name === 'c') state.cell = openCell(attributes, row, state.workbook);
	else if (name === 'v' || name === 't') state.inside = state.phonetic ? null : name;
	else if (name === 'f' && cell) {
		state.inside = 'f';
		cell.formula = '';
	} else if (name === 'rPh') state.phonetic = true;
	else if (name === 'row')
		state.row = { row: Number(attributes.r) || (rows.at(-1)?.row ?? 0) + 1, page: null, hidden: isOn(attributes.hidden), cells: [] };
	else if (name === 'col' && isOn(attributes.hidden)) {
		// What a file says of its columns is not trusted to begin at the first of them.
		const last = Math.min(Number(attributes.max), mostColumns);
		for (let column = Math.max(1, Number(attributes.min)); column <= last; column++) state.hiddenColumns.add(column - 1);
	} else if (name === 'mergeCell' && state.merges.length < mostMerges) state.merges.push(...readRange(attributes.ref ?? ''));
}

function closeElement(state: State, name: string): void {
	const { cell, row } = state;
	if (name === 'v' || name === 't' || name === 'f') state.inside = null;
	else if (name === 'rPh') state.phonetic = false;
	else if (name === 'c' && cell && row) {
		if (cell.formula !== null && cell.value === '') {
			state.problems.push({
				severity: 'note',
				code: 'formula.no-value',
				action: 'left-empty',
				sheet: state.sheet,
				row: row.row,
				text: `=${cell.formula}`,
			});
		}
		if (cell.column < mostColumns) putCell(row.cells, cell.column, shareCell(state.shared, closeCell(cell, state.workbook)));
		else if (cell.value !== '') state.cut = true;
		state.cell = null;
	} else if (name === 'row' && row) {
		if (row.cells.some((each) => each.text !== '')) state.rows.push(row);
		state.row = null;
	}
}

/** A column repeats a handful of texts: one cell stands for all that are the same, which halves the memory of a large sheet. */
function shareCell(shared: Map<string, Map<string, Cell>>, cell: Cell): Cell {
	if (cell.value !== undefined || cell.text.length > longestShared) return cell;
	const fill = cell.fill ?? '';
	let byText = shared.get(fill);
	if (!byText) shared.set(fill, (byText = new Map()));
	const same = byText.get(cell.text);
	if (same || byText.size > mostShared) return same ?? cell;
	byText.set(cell.text, cell);
	return cell;
}

function openCell(attributes: XmlAttributes, row: Row | null, workbook: Workbook): Open {
	const column = attributes.r ? columnOf(attributes.r) : (row?.cells.length ?? 0);
	return { column, type: attributes.t ?? 'n', style: workbook.styles[Number(attributes.s ?? 0)], formula: null, value: '' };
}

function closeCell({ type, style, formula, value }: Open, workbook: Workbook): Cell {
	const fill = style?.fill;
	if (value === '') return fill === undefined ? empty : { text: '', fill };
	const read = readValue(type, value, style, workbook);
	const cell = formula === null ? read : { ...read, value: read.value ?? read.text, kind: 'formula' as const };
	return fill === undefined ? cell : { ...cell, fill };
}

function readValue(type: string, value: string, style: CellStyle | undefined, workbook: Workbook): Cell {
	if (type === 's') return { text: workbook.strings[Number(value)] ?? '' };
	if (type === 'str' || type === 'inlineStr') return { text: cleanText(value) };
	if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', value: value === '1' };
	if (type === 'e') return { text: value, kind: 'text' };
	if (type === 'd') return toDateCell(value.slice(0, 10)) ?? { text: value };
	const number = Number(value);
	if (!Number.isFinite(number)) return { text: value };
	const date = style?.isDate ? readSerialDate(number, workbook.dateSystem) : undefined;
	return (
		(date && toDateCell(date)) ?? {
			text: style?.isPercent ? `${plainNumber(number * 100)} %` : `${plainNumber(number)}${style?.after ?? ''}`,
			value: number,
			kind: 'number',
		}
	);
}

function toDateCell(text: string): Cell | undefined {
	const date = parseCalendarDate(text);
	return date ? { text: date, value: new Date(`${date}T00:00:00Z`), kind: 'date' } : undefined;
}

/** As few digits as say the same: spreadsheets count with 15. */
function plainNumber(number: number): string {
	return String(Number(number.toPrecision(15)));
}

/** Undoes the escapes of the format (`_x000D_`) and gives every line break the same form. */
export function cleanText(text: string): string {
	const unescaped = text.includes('_x')
		? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
		: text;
	return unescaped.replace(/\r\n?/g, '\n').trim();
}

function putCell(cells: Cell[], column: number, cell: Cell): void {
	// Cells that come after an empty stretch: the row is filled up so that each stands at its column.
	while (cells.length < column) cells.push(empty);
	cells[column] = cell;
}

function applyMerges(rows: readonly Row[], merges: readonly Merge[]): void {
	if (merges.length === 0) return;
	const byNumber = new Map(rows.map((row) => [row.row, row]));
	for (const { top, left, bottom, right } of merges) {
		const origin = byNumber.get(top)?.cells[left];
		if (!origin) continue;
		const merged = right > left ? { ...origin, columnSpan: right - left + 1 } : origin;
		const above = { ...merged, fromAbove: true };
		// A merge may be stated over the whole sheet; only rows that hold something are touched.
		const below =
			bottom - top < 1000
				? range(top + 1, bottom).map((number) => byNumber.get(number))
				: rows.filter((row) => row.row > top && row.row <= bottom);
		for (const row of below) {
			if (!row || left >= mostColumns) continue;
			putCell(row.cells, left, above);
			for (let column = left + 1; column <= Math.min(right, row.cells.length - 1); column++) row.cells[column] = empty;
		}
		const first = byNumber.get(top);
		if (!first || right === left) continue;
		for (let column = left + 1; column <= Math.min(right, first.cells.length - 1); column++) first.cells[column] = empty;
		first.cells[left] = merged;
	}
}

function range(from: number, to: number): number[] {
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

function readRange(ref: string): Merge[] {
	const parts = /^([A-Z]{1,3}\d+):([A-Z]{1,3}\d+)$/.exec(ref.replaceAll('$', ''));
	if (!parts?.[1] || !parts[2]) return [];
	const [first, last] = [parts[1], parts[2]];
	return [{ top: rowOf(first), left: columnOf(first), bottom: rowOf(last), right: columnOf(last) }];
}

/** `B7` is column 1, counted from 0. */
function columnOf(reference: string): number {
	let column = 0;
	for (let at = 0; at < reference.length; at++) {
		const code = reference.charCodeAt(at) - 64;
		if (code < 1 || code > 26) break;
		column = column * 26 + code;
	}
	return column - 1;
}

function rowOf(reference: string): number {
	return Number(/\d+/.exec(reference)?.[0] ?? 0);
}

function isOn(attribute: string | undefined): boolean {
	return attribute === '1' || attribute === 'true';
}
