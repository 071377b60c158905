import type { TableProblemCode } from '#domain/account/account-draft.ts';
import { parseDanishNumber } from '#domain/shared/danish-number.ts';
import { textReader, type Columns, type Told } from './account-columns.ts';
import type { FoundAccount } from './account-hidden.ts';
import { isPopulation } from './account-words.ts';
import type { Cell, Table } from './table.ts';

/** `100,000`: a hundred thousand in English, a hundred with three decimals in Danish. */
const groupOrDecimals = /^[-−–+]?[1-9]\d{0,2},\d{3}$/;
/** `13.000` the other way round. */
const pointBeforeThree = /^[-−–+]?[1-9]\d{0,2}(?:\.\d{3})+$/;
const english = /^[-−–+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** With a comma that can be nothing but the decimal comma: `12,5`, `0,125`, `1.234,500`. */
const decimalComma = /^[-−–+]?\d[\d.\s\u00a0]*,\d+$/;

/**
 * The cells whose number would be a thousand times another in English. Where commas stand between the columns it is as likely an English
 * file; elsewhere another number in the column with a comma that can only be a decimal one says that it is Danish.
 * Inhabitants have no decimals in any language, so nothing beside them says so.
 */
export function findUnclear({ rows, delimiter }: Pick<Table, 'rows' | 'delimiter'>, columns: Columns): ReadonlySet<Cell> {
	const cells = placeFigures(columns).map((at) => rows.flatMap((row) => row.cells[at] ?? []));
	const persons = rows.flatMap((row) =>
		isPopulation(textReader(row, columns)('sector')) ? row.cells : (row.cells[columns.fields.population ?? -1] ?? []),
	);
	return new Set([
		...persons.filter((cell) => has(cell, groupOrDecimals)),
		...cells.flatMap((column) => {
			const isDanish = delimiter !== ',' && column.some((cell) => !has(cell, groupOrDecimals) && has(cell, decimalComma));
			return isDanish ? [] : column.filter((cell) => has(cell, groupOrDecimals));
		}),
	]);
}

/** The columns that hold numbers. */
export function placeFigures({ fields, years }: Columns): number[] {
	const { tonnes, activity, factor, population } = fields;
	return [...years.values(), tonnes, activity, factor, population].filter((at) => at !== undefined);
}

/** Whether a text has the form of a number; what a spreadsheet holds as a number has none. */
function has({ text, value }: Cell, form: RegExp): boolean {
	return typeof value !== 'number' && form.test(text.trim());
}

/** A number as the spreadsheet holds it; in texts the Danish way. One that would be another in English is not read. */
export function readFigure(cell: Cell, { unclear }: Pick<Columns, 'unclear'>): number | undefined {
	if (typeof cell.value === 'number') return cell.value;
	return unclear.has(cell) ? undefined : parseDanishNumber(cell.text);
}

/** Why `readFigure` reads no number in a cell. */
export function refuseFigure(cell: Cell, { unclear }: Pick<Columns, 'unclear'>): TableProblemCode {
	if (unclear.has(cell)) return 'cell.number-ambiguous';
	return english.test(cell.text.trim()) ? 'cell.number-english' : 'cell.number-form';
}

/** Tells once of a number that is read the Danish way and would be a thousand times another one in English. */
export function noteDanishFigures(found: readonly FoundAccount[], tell: Told): void {
	for (const { table, header, columns } of found) {
		const form = columns.delimiter === ',' ? pointBeforeThree : groupOrDecimals;
		const places = placeFigures(columns);
		for (const { row, cells } of table.rows.filter((each) => each.row > header.row)) {
			const cell = places.flatMap((at) => cells[at] ?? []).find((each) => !columns.unclear.has(each) && has(each, form));
			if (cell) return tell('number.read-danish', row, '', cell.text.trim());
		}
	}
}
