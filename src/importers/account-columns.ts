import type { TableProblemCode } from '#domain/account/account-draft.ts';
import { parseDanishNumber } from '#domain/shared/danish-number.ts';
import { parseYear } from '#domain/shared/year.ts';
import * as words from './account-words.ts';
import type { Cell, TableRow } from './table.ts';

/** Where a table of accounts has what. */
export type Columns = {
	readonly fields: Readonly<Partial<Record<words.AccountField, number>>>;
	readonly years: ReadonlyMap<number, number>;
	/** What the heading of the tonnes says of them. */
	readonly unit: words.TonneUnit;
};
/** Notes a problem of the table. */
export type Told = (code: TableProblemCode, row: number | null, column: string, text: string) => undefined;

/** Reads the text of a field out of a row; empty where the table has no such column. */
export function textReader({ cells }: TableRow, { fields }: Columns) {
	return (field: words.AccountField) => cells[fields[field] ?? -1]?.text.trim() ?? '';
}

/** Whether a row heads a table of accounts. */
export function isHeader({ fields, years }: Columns): boolean {
	const hasAmount = fields.tonnes !== undefined || (fields.activity !== undefined && fields.factor !== undefined);
	return fields.sector !== undefined && (years.size > 0 || (fields.year !== undefined && hasAmount));
}

/** What the cells of a row are as headings. */
export function readColumns({ cells }: TableRow): Columns {
	const fields: Partial<Record<words.AccountField, number>> = {};
	const years = new Map<number, number>();
	for (const [at, { text }] of cells.entries()) {
		const year = parseYear(text.trim());
		const field = words.readAccountField(text) ?? (words.readTonnesHeading(text) && 'tonnes');
		if (year !== undefined) years.set(year, at);
		else if (field) fields[field] ??= at;
	}
	const unit = years.size === 0 ? words.readTonnesHeading(cells[fields.tonnes ?? -1]?.text ?? '') : undefined;
	return { fields, years, unit: unit ?? { tonnes: 1, isCo2e: false, isOnlyCo2: false, hasSize: false } };
}

/** A number as the spreadsheet holds it; in texts the Danish way. */
export function readFigure(cell: Cell): number | undefined {
	return typeof cell.value === 'number' ? cell.value : parseDanishNumber(cell.text);
}
