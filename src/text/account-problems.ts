import type { AccountProblem, AccountProblemCode } from '#domain/account/check-account.ts';
import { accountSectorLabel } from './account-labels.ts';
import { formatNumber } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

type Parts = {
	readonly label: string;
	readonly other: string;
	readonly sector: string;
	readonly stated: string;
	readonly expected: string;
};
type Sentence = (parts: Parts, options: { locale: Locale }) => string;

const sentences: Record<AccountProblemCode, Sentence> = {
	'row.sub-sector-of-another': m.account_problem_sub_sector,
	'row.tonnes-and-notation': m.account_problem_tonnes_and_notation,
	'row.nothing-stated': m.account_problem_nothing,
	'row.reason-missing': m.account_problem_reason,
	'row.removal-positive': m.account_problem_removal,
	'row.emission-of-biogenic': m.account_problem_biogenic,
	'row.twice': (parts, options) =>
		parts.other === '' ? m.account_problem_twice({}, options) : m.account_problem_read_as_one(parts, options),
	'row.product-differs': m.account_problem_product,
	'row.units-of-two-kinds': m.account_problem_units,
	'row.emission-negative': m.account_problem_negative,
	'sector.whole-and-parts': m.account_problem_whole_and_parts,
	'sector.land-use-apart': m.account_problem_land_use_apart,
	'total.differs-from-sectors': m.account_problem_total_differs,
	'total.sector-differs': m.account_problem_sector_differs,
	'total.not-chosen': m.account_problem_total_choice,
	'gwp.set-missing': m.account_problem_set_missing,
};

/** What is wrong with an account, as a sentence. */
export function accountProblemSentence({ code, label, other, sector, stated, expected }: AccountProblem, locale: Locale): string {
	// Decimals that come of multiplying say nothing, unless they are what tells the two apart.
	const decimals = Math.abs((stated ?? 0) - (expected ?? 0)) >= 1 ? 0 : undefined;
	const write = (value: number | null) =>
		value === null ? '–' : formatNumber(value, locale, Math.abs(value) >= 1000 ? decimals : undefined);
	const parts: Parts = {
		label: label ?? '',
		other: other ?? '',
		sector: sector === null ? '' : accountSectorLabel(sector, locale),
		stated: write(stated),
		expected: write(expected),
	};
	return sentences[code](parts, { locale });
}

/** Which year, and which row of the file where it is about one: "2020, række 10". A sheet's name keeps its own letters. */
export function accountPlace(year: number, row: string | null | undefined, locale: Locale): string {
	return row ? m.account_import_year_row({ year, row }, { locale }) : String(year);
}

/** A printed total to choose, with what it is in each year: "Samlet (1): 119.225 ton". Two of one name are told apart by their tonnes. */
export function totalChoiceLabel(
	{ label, years, tonnes }: { readonly label: string; readonly years: readonly number[]; readonly tonnes: readonly number[] },
	locale: Locale,
): string {
	const write = (value: number) => m.account_chart_total({ tonnes: formatNumber(value, locale, 0) }, { locale });
	const each = tonnes.map((value, at) => (years.length === 1 ? write(value) : `${years[at]} ${write(value)}`));
	return `${label}: ${each.join('; ')}`;
}
