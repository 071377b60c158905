import type { TableProblem, TableProblemCode } from '#domain/account/account-draft.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

type Sentence = (parts: { readonly text: string; readonly column: string }, options: { locale: Locale }) => string;

const sentences: Record<TableProblemCode, Sentence> = {
	'cell.empty': m.account_table_cell_empty,
	'cell.number-form': m.account_table_number,
	'cell.too-large': m.account_table_too_large,
	'word.sector-unknown': m.account_table_sector,
	'word.sub-sector-unknown': m.account_table_sub_sector,
	'word.carrier-unknown': m.account_table_carrier,
	'word.gas-unknown': m.account_table_gas,
	'word.part-unknown': m.account_table_part,
	'unit.unknown': m.account_table_unit,
	'year.form': m.account_table_year,
};

/** What the reader of a table of accounts met, as a sentence. */
export function tableProblemSentence({ code, text, column }: TableProblem, locale: Locale): string {
	return sentences[code]({ text, column }, { locale });
}
