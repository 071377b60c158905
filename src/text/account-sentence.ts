import type { AccountKind, AccountSector } from '#domain/account/account.ts';
import { listLacking, perInhabitant, type SectorSum } from '#domain/account/sum-account.ts';
import { accountSectorLabel, notationLabel } from './account-labels.ts';
import { formatList, formatNumber, formatShare } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

type LackingSector = Pick<SectorSum, 'sector' | 'tonnes' | 'notations'>;

export type AccountTotal = {
	readonly kind: AccountKind;
	readonly year: number;
	readonly tonnes: number | null;
	readonly population: number | null;
	/** Sectors the source has lines for, and those it has none for. */
	readonly sectors: readonly LackingSector[];
	readonly absent: readonly AccountSector[];
};

/** What an account says of its year; where the source lacks sectors, or a sector lacks figures, that it is not the whole. */
export function describeAccount(total: AccountTotal, locale: Locale): string {
	const lacking = total.tonnes === null ? null : writeLacking(total.sectors, locale);
	const sentence = describeSum(total, locale);
	return lacking === null ? sentence : `${sentence} ${m.account_sentence_lacks({ sectors: lacking }, { locale })}`;
}

/** The sectors a sum lacks figures from, and why: "affald (ikke opgjort, NE)". Null where it lacks none. */
export function writeLacking(sectors: readonly Omit<LackingSector, 'tonnes'>[], locale: Locale): string | null {
	const parts = listLacking(sectors).map(({ sector, keys }) => {
		const reasons = keys.map((key) => `${notationLabel(key, locale).toLocaleLowerCase(locale)}, ${key}`);
		return `${lowerLabel(sector, locale)} (${reasons.join('; ')})`;
	});
	return parts.length === 0 ? null : formatList(parts, locale);
}

type LackingYear = { readonly year: number; readonly total: number | null; readonly sectors: readonly Omit<LackingSector, 'tonnes'>[] };

/** What stands at a year's bar: its total, with a star where that lacks figures, which `noteLacking` explains. */
export function writeBarTotal({ total, sectors }: LackingYear, locale: Locale): string {
	if (total === null) return m.account_not_stated({}, { locale });
	const tonnes = formatNumber(total, locale, 0);
	const isLacking = writeLacking(sectors, locale) !== null;
	return isLacking ? m.account_chart_total_lacks({ tonnes }, { locale }) : m.account_chart_total({ tonnes }, { locale });
}

/**
 * Which sectors the totals with a star lack figures from, a line for the years that lack the same. `mark` is the star of the bars, and
 * nothing where there are none.
 */
export function noteLacking(years: readonly LackingYear[], locale: Locale, mark: '* ' | '' = '* '): string[] {
	const groups = Map.groupBy(years, ({ total, sectors }) => (total === null ? null : writeLacking(sectors, locale)));
	return [...groups].flatMap(([sectors, own]) => {
		if (sectors === null) return [];
		const names = own.map(({ year }) => String(year));
		return [m.account_chart_lacks({ mark, years: formatList(names, locale), sectors }, { locale })];
	});
}

type Shared = { readonly year: number; readonly share: number | null };
type Lacked = readonly Omit<LackingSector, 'tonnes'>[];

/**
 * The municipality's own share of what its area emits, and what either sum lacks: then it is no share of the whole. Null where there is
 * none. `own` and `area` are the sectors of the two accounts.
 */
export function describeShare({ year, share }: Shared, both: { own: Lacked; area: Lacked }, locale: Locale): string | null {
	if (share === null) return null;
	const [ofOwn, ofArea] = [writeLacking(both.own, locale), writeLacking(both.area, locale)];
	return [
		m.account_share({ share: formatShare(share, locale), year }, { locale }),
		...(ofArea === null ? [] : [m.account_share_lacks_area({ sectors: ofArea }, { locale })]),
		...(ofOwn === null ? [] : [m.account_share_lacks_own({ sectors: ofOwn }, { locale })]),
	].join(' ');
}

function describeSum({ kind, year, tonnes, population, sectors, absent }: AccountTotal, locale: Locale): string {
	if (tonnes === null) return m.account_sentence_none({ year }, { locale });
	const words = { year, tonnes: formatNumber(tonnes, locale, 0) };
	const stated = sectors.filter((each) => each.tonnes !== null).map(({ sector }) => sector);
	if (absent.length > 0 && kind === 'geographic') {
		return m.account_sentence_partial({ ...words, sectors: list(stated, locale), absent: list(absent, locale) }, { locale });
	}
	const each = perInhabitant(tonnes, population);
	if (each === null) return m.account_sentence_tonnes(words, { locale });
	return m.account_sentence({ ...words, each: formatNumber(each, locale, Math.abs(each) < 1 ? 2 : 1) }, { locale });
}

function list(sectors: readonly AccountSector[], locale: Locale): string {
	return formatList(
		sectors.map((sector) => lowerLabel(sector, locale)),
		locale,
	);
}

function lowerLabel(sector: AccountSector, locale: Locale): string {
	return accountSectorLabel(sector, locale).toLocaleLowerCase(locale);
}
