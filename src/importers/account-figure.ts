import type { TableProblemCode } from '#domain/account/account-draft.ts';
import { parseDanishNumber } from '#domain/shared/danish-number.ts';
import type { Columns, Told } from './account-columns.ts';
import type { FoundAccount } from './account-hidden.ts';
import type { Cell } from './table.ts';

/** `100,000`: a hundred thousand in English, a hundred with three decimals in Danish. */
const groupOrDecimals = /^[-−–+]?[1-9]\d{0,2},\d{3}$/;
/** `13.000` the other way round. */
const pointBeforeThree = /^[-−–+]?[1-9]\d{0,2}(?:\.\d{3})+$/;
const english = /^[-−–+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * A number as the spreadsheet holds it; in texts the Danish way. A file with commas between its columns is as likely an English one:
 * a number that would be another there is not read.
 */
export function readFigure(cell: Cell, columns: Pick<Columns, 'delimiter'>): number | undefined {
	if (typeof cell.value === 'number') return cell.value;
	return isAmbiguous(cell, columns) ? undefined : parseDanishNumber(cell.text);
}

/** Why `readFigure` reads no number in a cell. */
export function refuseFigure(cell: Cell, columns: Pick<Columns, 'delimiter'>): TableProblemCode {
	if (isAmbiguous(cell, columns)) return 'cell.number-ambiguous';
	return english.test(cell.text.trim()) ? 'cell.number-english' : 'cell.number-form';
}

function isAmbiguous({ text }: Cell, { delimiter }: Pick<Columns, 'delimiter'>): boolean {
	return delimiter === ',' && groupOrDecimals.test(text.trim());
}

/** Tells once of a number that is read the Danish way and would be a thousand times another one in English. */
export function noteDanishFigures(found: readonly FoundAccount[], tell: Told): void {
	for (const { table, header, columns } of found) {
		const form = columns.delimiter === ',' ? pointBeforeThree : groupOrDecimals;
		const { tonnes, activity, factor } = columns.fields;
		const places = [...columns.years.values(), tonnes, activity, factor].filter((at) => at !== undefined);
		for (const { row, cells } of table.rows.filter((each) => each.row > header.row)) {
			const cell = places.flatMap((at) => cells[at] ?? []).find(({ text, value }) => typeof value !== 'number' && form.test(text.trim()));
			if (cell) return tell('number.read-danish', row, '', cell.text.trim());
		}
	}
}
