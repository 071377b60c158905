import type { TableProblem, TableProblemCode } from '#domain/account/account-draft.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

type Sentence = (parts: Record<'text' | 'column' | 'digits' | 'danish' | 'decimals', string>, options: { locale: Locale }) => string;

const sentences: Record<TableProblemCode, Sentence> = {
	'sheet.hidden': m.account_table_sheet_hidden,
	'rows.hidden': m.account_table_rows_hidden,
	'columns.hidden': m.account_table_columns_hidden,
	'cell.empty': m.account_table_cell_empty,
	'row.note': m.account_table_note,
	'number.read-danish': m.account_table_read_danish,
	'year.heading-read': m.account_table_heading_read,
	'year.cell-read': m.account_table_year_read,
	'column.not-read': m.account_table_column_not_read,
	'year.heading-unclear': m.account_table_heading_unclear,
	'year.heading-twice': m.account_table_heading_twice,
	'row.too-long': m.account_table_too_long,
	'cell.number-form': m.account_table_number,
	'cell.number-ambiguous': m.account_table_number_ambiguous,
	'cell.number-english': m.account_table_number_english,
	'cell.too-large': m.account_table_too_large,
	'word.sector-unknown': m.account_table_sector,
	'word.sub-sector-unknown': m.account_table_sub_sector,
	'word.carrier-unknown': m.account_table_carrier,
	'word.gas-unknown': m.account_table_gas,
	'word.part-unknown': m.account_table_part,
	'unit.unknown': m.account_table_unit,
	'unit.of-activity': m.account_table_unit_of_activity,
	'product.unit-unknown': m.account_table_product_unit,
	'product.other-kind': m.account_table_product_kind,
	'product.other-gas': m.account_table_product_gas,
	'year.form': m.account_table_year,
	'year.spelled-twice': m.account_table_year_spelled_twice,
	'population.column-not-read': m.account_table_population_column,
	'population.form': m.account_table_population,
	'population.several': m.account_table_population_several,
	'account.several': m.account_table_several,
	'account.other-kind': m.account_table_other_kind,
};

/** What the reader of a table of accounts met, as a sentence. */
export function tableProblemSentence({ code, text, column }: TableProblem, locale: Locale): string {
	// An English number without its commas, and the same written the Danish way.
	const digits = text.replaceAll(',', '');
	const danish = digits.replace('.', ',');
	return sentences[code]({ text, column: columnLabel(column, locale), digits, danish, decimals: writeDecimals(text) }, { locale });
}

/** Three decimals as any other number of them, which can be read in one way only: `100,000` as `100`, `12,345` as `12,3450`. */
function writeDecimals(text: string): string {
	const short = text.trim().replace(/,?0+$/, '');
	return /,\d{3}$/.test(short) ? `${short}0` : short;
}

const columns: Readonly<Record<string, (inputs: Record<string, never>, options: { locale: Locale }) => string>> = {
	scope: m.account_column_scope,
	part: m.account_column_part,
	activity: m.account_column_activity,
	factor: m.account_column_factor,
	tonnes: m.account_column_tonnes,
	population: m.account_column_population,
	activityQuality: m.account_column_activity_quality,
	factorQuality: m.account_column_factor_quality,
};

/** A column by the heading that the page lists; a year is its own heading. */
function columnLabel(column: string, locale: Locale): string {
	return columns[column]?.({}, { locale }) ?? column;
}
