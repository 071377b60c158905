import { oneLine } from '../fold.ts';
import type { Cell, ReadTables, Table, TableRow } from '../table.ts';
import type { Archive } from './archive.ts';
import { readXml, type XmlAttributes } from './xml.ts';

type OpenCell = { text: string; fill?: string; span: number; fromAbove: boolean; paragraphs: number };
type OpenTable = { readonly title: string | null; readonly rows: TableRow[]; cells: Cell[]; cell: OpenCell | null };
type Paragraph = { text: string; style: string };
type State = {
	readonly file: string;
	readonly tables: Table[];
	readonly open: OpenTable[];
	/** Rows are counted through all tables of the document: it has no other row numbers. */
	rows: number;
	paragraph: Paragraph;
	title: string | null;
	heading: string | null;
	/** The line straight above, when it is short enough to name a table. */
	above: string | null;
	/** Depth inside parts whose text is not the document's own: deleted, moved away, or there for old programs. */
	skipped: number;
	inText: boolean;
};

const skippedParts = new Set(['del', 'moveFrom', 'Fallback']);
const titleStyle = /^(?:title|titel|tittel)$/i;
const headingStyle = /^(?:heading|overskrift|rubrik)\d$/i;
const longestName = 80;

/**
 * Reads the tables of a Word document with the shading of their cells, which is where a colour often stands.
 * The heading above a table is its title. Text that is marked as deleted is left out.
 */
export async function readDocx(file: string, archive: Archive): Promise<ReadTables> {
	const state: State = {
		file,
		tables: [],
		open: [],
		rows: 0,
		paragraph: { text: '', style: '' },
		title: null,
		heading: null,
		above: null,
		skipped: 0,
		inText: false,
	};
	await readXml(file, archive.readPart(archive.main), {
		open: (name, attributes) => openElement(state, name, attributes),
		text: (text) => {
			if (state.inText && state.skipped === 0) addText(state, text);
		},
		close: (name) => closeElement(state, name),
	});
	return { tables: state.tables, problems: [], title: state.title };
}

function openElement(state: State, name: string, attributes: XmlAttributes): void {
	const table = state.open.at(-1);
	const cell = table?.cell;
	if (skippedParts.has(name)) state.skipped++;
	else if (name === 'tbl') state.open.push({ title: state.above ?? state.heading, rows: [], cells: [], cell: null });
	else if (name === 'tr' && table) table.cells = [];
	else if (name === 'gridBefore' && table) addEmpty(table.cells, Number(attributes.val));
	else if (name === 'tc' && table) table.cell = { text: '', span: 1, fromAbove: false, paragraphs: 0 };
	else if (name === 'gridSpan' && cell) cell.span = Math.min(Number(attributes.val) || 1, 256);
	else if (name === 'vMerge' && cell) cell.fromAbove = attributes.val !== 'restart';
	else if (name === 'shd' && cell) cell.fill ??= readShading(attributes);
	else if (name === 'p') openParagraph(state, cell);
	else if (name === 'pStyle') state.paragraph.style = attributes.val ?? '';
	else if (name === 't') state.inText = true;
	else if ((name === 'br' || name === 'cr') && state.skipped === 0) addText(state, '\n');
	else if (name === 'tab' && state.skipped === 0) addText(state, ' ');
	else if (name === 'noBreakHyphen' && state.skipped === 0) addText(state, '-');
}

function closeElement(state: State, name: string): void {
	const table = state.open.at(-1);
	if (skippedParts.has(name)) state.skipped--;
	else if (name === 't') state.inText = false;
	else if (name === 'p' && !table) closeParagraph(state);
	else if (name === 'tc' && table?.cell) closeCell(table, table.cell);
	else if (name === 'tr' && table) closeRow(state, table);
	else if (name === 'tbl' && table) {
		state.open.pop();
		state.above = null;
		if (table.rows.length > 0)
			state.tables.push({ place: { file: state.file, sheet: null, page: null }, title: table.title, rows: table.rows });
	}
}

function openParagraph(state: State, cell: OpenCell | null | undefined): void {
	if (!cell) state.paragraph = { text: '', style: '' };
	else if (cell.paragraphs++ > 0) cell.text += '\n';
}

function addText(state: State, text: string): void {
	const cell = state.open.at(-1)?.cell;
	if (cell) cell.text += text;
	else state.paragraph.text += text;
}

function closeParagraph(state: State): void {
	const { style } = state.paragraph;
	const text = oneLine(state.paragraph.text);
	if (text === null) return;
	const isHeading = headingStyle.test(style);
	if (titleStyle.test(style) || (isHeading && state.title === null)) state.title ??= text;
	if (isHeading) state.heading = text;
	state.above = text.length <= longestName && !/[.:;,]$/.test(text) ? text : null;
}

function closeCell(table: OpenTable, { text, fill, span, fromAbove }: OpenCell): void {
	const column = table.cells.length;
	const above = fromAbove ? table.rows.at(-1)?.cells[column] : undefined;
	const own: Cell = { text: text.trim(), ...(fill ? { fill } : {}), ...(span > 1 ? { columnSpan: span } : {}) };
	table.cells.push(above ? { ...above, fromAbove: true } : own);
	addEmpty(table.cells, span - 1);
	table.cell = null;
}

function closeRow(state: State, table: OpenTable): void {
	state.rows++;
	if (table.cells.some((cell) => cell.text !== '')) table.rows.push({ row: state.rows, page: null, hidden: false, cells: table.cells });
}

function addEmpty(cells: Cell[], count: number): void {
	for (let at = 0; at < count && at < 256; at++) cells.push({ text: '' });
}

/** A solid pattern shows its own colour, every other one the colour behind it. */
function readShading({ val, fill, color }: XmlAttributes): string | undefined {
	const shown = (val === 'solid' ? color : fill)?.toUpperCase();
	return shown && /^[0-9A-F]{6}$/.test(shown) ? shown : undefined;
}
