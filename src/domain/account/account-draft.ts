import type { Account, AccountKind, AccountRow, StatedTotal } from './account.ts';

/** The lines and printed totals of one year, as a file was understood and before anybody has accepted them. */
export type AccountDraft = {
	readonly year: number;
	readonly rows: readonly AccountRow[];
	readonly totals: readonly StatedTotal[];
	/** Inhabitants that the file itself states for the year; null where it states none. */
	readonly population: number | null;
};

/**
 * What a person says of a file of accounts: it holds for every year in it, but for the inhabitants, which are those of one year
 * (`placePopulation`).
 */
export type AccountHead = Pick<
	Account,
	'kind' | 'release' | 'releaseDate' | 'methodVersion' | 'source' | 'gwpSet' | 'population' | 'populationYear'
> & {
	/** Which printed total holds in which years, by its label. A year with one total needs none. */
	readonly chosenTotals: readonly ChosenTotal[];
};

/** A choice between printed totals: it holds for the years that have totals of the same names. */
export type ChosenTotal = { readonly years: readonly number[]; readonly label: string };

/** What the reader of a table can meet. A `note` is told; an `error` keeps the file from being stored. */
export const tableProblemCodes = {
	'sheet.hidden': 'note',
	'rows.hidden': 'note',
	'columns.hidden': 'note',
	'cell.empty': 'note',
	'row.note': 'note',
	'number.read-danish': 'note',
	'year.heading-read': 'note',
	'year.cell-read': 'note',
	'column.not-read': 'note',
	'population.column-not-read': 'note',
	'year.heading-unclear': 'error',
	'year.heading-twice': 'error',
	'row.too-long': 'error',
	'cell.number-form': 'error',
	'cell.number-ambiguous': 'error',
	'cell.number-english': 'error',
	'cell.too-large': 'error',
	'word.sector-unknown': 'error',
	'word.sub-sector-unknown': 'error',
	'word.carrier-unknown': 'error',
	'word.gas-unknown': 'error',
	'word.part-unknown': 'error',
	'unit.unknown': 'error',
	'unit.of-activity': 'error',
	'product.unit-unknown': 'error',
	'product.other-kind': 'error',
	'product.other-gas': 'error',
	'year.form': 'error',
	'year.spelled-twice': 'error',
	'population.form': 'error',
	'population.several': 'error',
	'account.several': 'error',
	'account.other-kind': 'error',
} as const;
export type TableProblemCode = keyof typeof tableProblemCodes;

/** A problem of a table, with its row and the cell's own text; without a row it is of a whole sheet, which stands as its column. */
export type TableProblem = { readonly code: TableProblemCode; readonly row: number | null; readonly column: string; readonly text: string };

/** A file of accounts as it was read, by year. */
export type AccountTable = {
	readonly drafts: readonly AccountDraft[];
	readonly problems: readonly TableProblem[];
	/** The kind that a file says it is of; null where it does not say. */
	readonly kind: AccountKind | null;
};
