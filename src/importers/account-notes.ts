import { placeFigures } from './account-figure.ts';
import type { FoundAccount } from './account-hidden.ts';
import { textReader, type Columns, type Told } from './account-columns.ts';
import * as words from './account-words.ts';
import type { TableRow } from './table.ts';

/** A table without the rows that are notes, such as "* Foreløbige tal" below the figures: they are told and not read. */
export function withoutNotes(found: FoundAccount, tell: Told): FoundAccount {
	const { table, header, columns } = found;
	const rows = table.rows.filter((row) => {
		if (row.row <= header.row || !isNote(row, columns)) return true;
		tell('row.note', row.row, '', listTexts(row).join(' '));
		return false;
	});
	return { ...found, table: { ...table, rows } };
}

/** Words alone in one cell, which may be merged over several, that are no sector, no total and no inhabitants: nothing of an account. */
function isNote(row: TableRow, columns: Columns): boolean {
	const texts = listTexts(row);
	const [text = ''] = texts;
	if (texts.length !== 1 || !/\p{L}/u.test(text)) return false;
	const hasFigure = placeFigures(columns).some((at) => row.cells[at]?.text.trim()) || textReader(row, columns)('notation') !== '';
	if (hasFigure) return false;
	return words.readSectorAndPart(text) === undefined && words.readTotal(text) === undefined && !words.isPopulation(text);
}

function listTexts({ cells }: TableRow): string[] {
	return cells.map(({ text }) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
}
