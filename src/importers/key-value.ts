import { compactText, isBlank, oneLine } from './fold.ts';
import { recogniseHeading } from './headings.ts';
import { splitNumber } from './numbers.ts';
import type { Cell, Table, TableRow } from './table.ts';

type Pair = { readonly label: string; readonly value: Cell; readonly row: TableRow };
type Name = { readonly number: string; readonly title: string; readonly row: TableRow };
type Block = { readonly row: TableRow; readonly values: Map<string, Cell> };

/** A form with fewer different known labels is an ordinary list. */
const fewestFields = 3;
/** A form shows itself long before this row; a list of 100,000 rows is not searched for labels. */
const rowsToSample = 300;

/**
 * Turns a form ("one small table per action": field names left, values right) into an ordinary table with one row per form.
 * Null when the table is no form. Forms may stand below each other, or have two pairs side by side.
 */
export function turnKeyValue(table: Table): Table | null {
	if (!isForm(table)) return null;
	const pairs = table.rows.flatMap(readPairs);
	const fields = new Set(pairs.map((pair) => recogniseHeading(pair.label).field).filter((field) => field !== null));
	if (fields.size < fewestFields) return null;
	const blocks = splitBlocks(table, pairs);
	const labels = new Map<string, string>();
	for (const block of blocks)
		for (const label of block.values.keys()) labels.set(compactText(label), labels.get(compactText(label)) ?? label);
	const first = table.rows[0];
	if (!first) return null;
	const header: TableRow = { row: first.row, page: first.page, hidden: false, cells: [...labels.values()].map((text) => ({ text })) };
	const rows = blocks.map((block) => {
		const byLabel = new Map([...block.values].map(([label, cell]) => [compactText(label), cell]));
		return { ...block.row, cells: [...labels.keys()].map((label) => byLabel.get(label) ?? { text: '' }) };
	});
	return { ...table, title: blocks.some((block) => block.values.has(ownTitle)) ? null : table.title, rows: [header, ...rows] };
}

/** The label given to a title that stands over a form and not in it. */
const ownTitle = 'Titel';
const ownNumber = 'Nr.';

/** True when labels stand in the first column all the way down, and no row has more than two labels with their values. */
function isForm(table: Table): boolean {
	const rows = table.rows.slice(0, rowsToSample).filter((row) => row.cells.filter((cell) => cell.text !== '').length > 1);
	const labelled = rows.filter((row) => recogniseHeading(row.cells[0]?.text ?? '').field !== null);
	const wide = rows.filter((row) => row.cells.filter((cell) => cell.text !== '').length > 4);
	return labelled.length >= 2 && labelled.length >= rows.length / 2 && wide.length === 0;
}

function readPairs(row: TableRow): Pair[] {
	const at = (column: number) => row.cells[column] ?? { text: '' };
	const pair = (column: number): Pair[] => {
		const label = oneLine(at(column).text)?.replace(/\s*:$/, '');
		if (!label) return [];
		const valueColumn = row.cells.findIndex((cell, index) => index > column && (cell.text !== '' || cell.fill !== undefined));
		const value = valueColumn < 0 ? { text: '' } : at(valueColumn);
		return [{ label, value: { ...value, row: row.row }, row }];
	};
	const second = row.cells.findIndex((cell, column) => column >= 2 && recogniseHeading(cell.text.replace(/\s*:\s*$/, '')).score === 1);
	if (second < 0) return pair(0);
	const left = { ...row, cells: row.cells.slice(0, second) };
	return [...readPairs(left), ...pair(second)];
}

/** A new form begins where its first label comes again, or at a line over the whole width with the action's number. */
function splitBlocks(table: Table, pairs: readonly Pair[]): Block[] {
	const stated = new Set(pairs.filter((pair) => !isNameOver(pair)).map((pair) => recogniseHeading(pair.label).field));
	const blocks: Block[] = [];
	let block: Block | null = null;
	let name = nameOf(table.title, table.rows[0]);
	for (const pair of pairs) {
		if (isNameOver(pair)) {
			name = nameOf(pair.label, pair.row);
			block = null;
			continue;
		}
		if (!block || beginsAnew(block, pair)) {
			block = { row: name?.row ?? pair.row, values: new Map() };
			blocks.push(block);
			// A form that states its own number and title needs none from the line over it.
			if (name && !stated.has('number')) block.values.set(ownNumber, { text: name.number });
			if (name?.title && !stated.has('title')) block.values.set(ownTitle, { text: name.title });
			name = null;
		}
		const earlier = block.values.get(pair.label);
		const text = [earlier?.text, pair.value.text].filter(Boolean).join('\n');
		block.values.set(pair.label, { ...pair.value, text });
	}
	return blocks;
}

function isNameOver({ label, value }: Pair): boolean {
	return isBlank(value.text) && value.fill === undefined && recogniseHeading(label).score < 1 && splitNumber(label) !== null;
}

function beginsAnew(block: Block, { label }: Pair): boolean {
	const labels = [...block.values.keys()].map(compactText);
	if (!labels.includes(compactText(label))) return false;
	const { field } = recogniseHeading(label);
	return field === 'number' || field === 'title' || labels[0] === compactText(label);
}

function nameOf(text: string | null, row: TableRow | undefined): Name | null {
	const parts = text === null ? null : splitNumber(text);
	return parts && row ? { ...parts, row } : null;
}
