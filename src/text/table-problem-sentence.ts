import type { TableProblem, TableProblemCode } from '#domain/account/account-draft.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

type Sentence = (parts: { readonly text: string; readonly column: string }, options: { locale: Locale }) => string;

const sentences: Record<TableProblemCode, Sentence> = {
	'sheet.hidden': m.account_table_sheet_hidden,
	'rows.hidden': m.account_table_rows_hidden,
	'columns.hidden': m.account_table_columns_hidden,
	'cell.empty': m.account_table_cell_empty,
	'cell.number-form': m.account_table_number,
	'cell.too-large': m.account_table_too_large,
	'word.sector-unknown': m.account_table_sector,
	'word.sub-sector-unknown': m.account_table_sub_sector,
	'word.carrier-unknown': m.account_table_carrier,
	'word.gas-unknown': m.account_table_gas,
	'word.part-unknown': m.account_table_part,
	'unit.unknown': m.account_table_unit,
	'product.unit-unknown': m.account_table_product_unit,
	'product.other-kind': m.account_table_product_kind,
	'product.other-gas': m.account_table_product_gas,
	'year.form': m.account_table_year,
	'population.form': m.account_table_population,
	'population.several': m.account_table_population_several,
	'account.several': m.account_table_several,
	'account.other-kind': m.account_table_other_kind,
};

/** What the reader of a table of accounts met, as a sentence. */
export function tableProblemSentence({ code, text, column }: TableProblem, locale: Locale): string {
	return sentences[code]({ text, column: columnLabel(column, locale) }, { locale });
}

const columns: Readonly<Record<string, (inputs: Record<string, never>, options: { locale: Locale }) => string>> = {
	scope: m.account_column_scope,
	part: m.account_column_part,
	activity: m.account_column_activity,
	factor: m.account_column_factor,
	tonnes: m.account_column_tonnes,
	activityQuality: m.account_column_activity_quality,
	factorQuality: m.account_column_factor_quality,
};

/** A column by the heading that the page lists; a year is its own heading. */
function columnLabel(column: string, locale: Locale): string {
	return columns[column]?.({}, { locale }) ?? column;
}
