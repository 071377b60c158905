import { compactText, isBlank, oneLine } from './fold.ts';
import { recogniseHeading } from './headings.ts';
import { splitNumber } from './numbers.ts';
import type { Cell, Table, TableRow } from './table.ts';

type Pair = { readonly label: string; readonly value: Cell; readonly row: TableRow };
type Block = { readonly row: TableRow; readonly values: Map<string, Cell> };

/** A form with fewer different known labels is an ordinary list. */
const fewestFields = 3;

/**
 * Turns a form ("one small table per action": field names left, values right) into an ordinary table with one row per form.
 * Null when the table is no form. Forms may stand below each other, or have two pairs side by side.
 */
export function turnKeyValue(table: Table): Table | null {
	const pairs = table.rows.flatMap(readPairs);
	const fields = new Set(pairs.map((pair) => recogniseHeading(pair.label).field).filter((field) => field !== null));
	if (fields.size < fewestFields || !isForm(table)) return null;
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
	const rows = table.rows.filter((row) => row.cells.filter((cell) => cell.text !== '').length > 1);
	const labelled = rows.filter((row) => recogniseHeading(row.cells[0]?.text ?? '').field !== null);
	const wide = rows.filter((row) => row.cells.filter((cell) => cell.text !== '').length > 4);
	return labelled.length >= fewestFields && labelled.length >= rows.length / 2 && wide.length === 0;
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
	const blocks: Block[] = [];
	let block: Block | null = null;
	let heading: { number: string; title: string; row: TableRow } | null = headingOf(table.title, table.rows[0]);
	for (const { label, value, row } of pairs) {
		const field = recogniseHeading(label).field;
		const over = isBlank(value.text) && field === null ? headingOf(label, row) : null;
		if (over) {
			heading = over;
			block = null;
			continue;
		}
		const repeats = block && [...block.values.keys()].some((own) => compactText(own) === compactText(label));
		if (
			!block ||
			(repeats && (field === 'number' || field === 'title' || compactText([...block.values.keys()][0] ?? '') === compactText(label)))
		) {
			block = { row: heading?.row ?? row, values: new Map() };
			blocks.push(block);
		}
		// A label without a value in a form's own second line of headings ("Felt | Værdi") says nothing.
		const earlier = block.values.get(label);
		block.values.set(label, earlier && earlier.text !== '' ? { ...earlier, text: `${earlier.text}\n${value.text}` } : value);
		if (heading) nameBlock(block, heading, pairs);
		heading = null;
	}
	return blocks;
}

function headingOf(text: string | null, row: TableRow | undefined) {
	const parts = text === null ? null : splitNumber(text);
	return parts && row ? { ...parts, row } : null;
}

/** Gives the form the number and title over it, unless the form states its own. */
function nameBlock(block: Block, heading: { number: string; title: string }, pairs: readonly Pair[]): void {
	const states = (wanted: 'number' | 'title') => pairs.some((pair) => recogniseHeading(pair.label).field === wanted);
	if (!states('number')) block.values.set(ownNumber, { text: heading.number });
	if (!states('title') && heading.title) block.values.set(ownTitle, { text: heading.title });
}
