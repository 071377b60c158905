import type { TableProblemCode } from '#domain/account/account-draft.ts';
import * as words from './account-words.ts';
import type { Cell, TableRow } from './table.ts';
import { readYearHeading } from './year-heading.ts';

/** Where a table of accounts has what. */
export type Columns = {
	readonly fields: Readonly<Partial<Record<words.AccountField, number>>>;
	readonly years: ReadonlyMap<number, number>;
	/** What the heading of the tonnes says of them. */
	readonly unit: words.TonneUnit;
	/** What stands between the columns of separated values; null in a workbook. */
	readonly delimiter: string | null;
	/** Cells whose number is another in English and in Danish, with nothing beside them that says which it is. */
	readonly unclear: ReadonlySet<Cell>;
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
export function readColumns({ cells }: TableRow, delimiter: string | null = null): Columns {
	const fields: Partial<Record<words.AccountField, number>> = {};
	const years = new Map<number, number>();
	for (const [at, { text }] of cells.entries()) {
		const field = readField(text);
		const found = field ? undefined : readYearHeading(text);
		if (field) fields[field] ??= at;
		else if (typeof found === 'object' && !years.has(found.year)) years.set(found.year, at);
	}
	const unit = years.size === 0 ? words.readTonnesHeading(cells[fields.tonnes ?? -1]?.text ?? '') : undefined;
	return { fields, years, unit: unit ?? { tonnes: 1, isCo2e: false, isOnlyCo2: false, hasSize: false }, delimiter, unclear: new Set() };
}

function readField(text: string): words.AccountField | undefined {
	return words.readAccountField(text) ?? (words.isPopulation(text) ? 'population' : words.readTonnesHeading(text) && 'tonnes');
}

/** Tells how headings with a year in them were taken, so that no column of figures is left out unseen. */
export function tellYearHeadings({ row, cells }: TableRow, { years }: Columns, tell: Told): void {
	for (const [at, { text }] of cells.entries()) {
		const field = readField(text);
		if (field === 'population' && years.size > 0) tell('population.column-not-read', row, '', text);
		const found = field ? undefined : readYearHeading(text);
		if (found === undefined) continue;
		if (found === 'unclear') tell('year.heading-unclear', row, '', text);
		else if (found === 'inside') tell('column.not-read', row, '', text);
		else if (years.get(found.year) !== at) tell('year.heading-twice', row, String(found.year), text);
		else if (!found.isPlain) tell('year.heading-read', row, String(found.year), text);
	}
}

/** The year in a cell of the column of years: what may stand beside it is what may stand in a heading. */
export function readYearCell(text: string): number | undefined {
	const found = readYearHeading(text);
	return typeof found === 'object' ? found.year : undefined;
}

/** What of a row says which line of an account it is: of two of one sector, one may be of gas and one of coal. */
const lineFields = ['sector', 'subSector', 'carrier', 'gas', 'gasOfCo2e', 'part', 'scope'] as const satisfies readonly words.AccountField[];

/**
 * Tells once of each text that was taken as a year and says more than the year. A line whose year is spelled in two ways is likely stated
 * twice, and must not be added up; `spellings` holds those of the whole file.
 */
export function tellYearCells(rows: readonly TableRow[], columns: Columns, spellings: Map<string, string>, tell: Told): void {
	const told = new Set<string>();
	for (const row of columns.years.size > 0 ? [] : rows) {
		const text = textReader(row, columns)('year');
		const found = readYearHeading(text);
		if (typeof found !== 'object') continue;
		const line = [...lineFields.map((field) => textReader(row, columns)(field).toLowerCase()), found.year].join('|');
		if ((spellings.get(line) ?? text) !== text) tell('year.spelled-twice', row.row, String(found.year), text);
		else spellings.set(line, text);
		if (found.isPlain || told.has(text)) continue;
		told.add(text);
		tell('year.cell-read', row.row, String(found.year), text);
	}
}
