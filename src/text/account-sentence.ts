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
	/** Those of the absent that other years have (`listMissingBeside`). */
	readonly missing: readonly AccountSector[];
};

/** What an account says of its year; where the source lacks sectors, or a sector lacks figures, that it is not the whole. */
export function describeAccount(total: AccountTotal, locale: Locale): string {
	const lacking = total.tonnes === null ? null : writeLacking(total.sectors, locale);
	const isTold = total.tonnes === null || isPartial(total);
	return [
		describeSum(total, locale),
		...(lacking === null ? [] : [m.account_sentence_lacks({ sectors: lacking }, { locale })]),
		...(isTold || total.missing.length === 0 ? [] : [m.account_sentence_without({ sectors: list(total.missing, locale) }, { locale })]),
	].join(' ');
}

/** The sectors a sum lacks figures from, and why: "affald (ikke opgjort, NE)". Null where it lacks none. */
export function writeLacking(sectors: readonly Omit<LackingSector, 'tonnes'>[], locale: Locale): string | null {
	const parts = listLacking(sectors).map(({ sector, keys }) => {
		const reasons = keys.map((key) => `${notationLabel(key, locale).toLocaleLowerCase(locale)}, ${key}`);
		return `${lowerLabel(sector, locale)} (${reasons.join('; ')})`;
	});
	return parts.length === 0 ? null : formatList(parts, locale);
}

/** The sectors of a sum, and those it is without that other years have (`listMissingBeside`). */
export type SumSectors = {
	readonly sectors: readonly Omit<LackingSector, 'tonnes'>[];
	readonly missing?: readonly AccountSector[] | undefined;
};

/** What stands beside a sum that is not of all that others are of. Null where there is nothing to say. */
export function writeSumMark({ sectors, missing = [] }: SumSectors, locale: Locale): string | null {
	const lacking = writeLacking(sectors, locale);
	const parts = [
		...(lacking === null ? [] : [m.account_sum_lacks({ sectors: lacking }, { locale })]),
		...(missing.length === 0 ? [] : [m.account_sum_without({ sectors: list(missing, locale) }, { locale })]),
	];
	return parts.length === 0 ? null : parts.join('; ');
}

/** The star at a figure that comes of such a sum, which `noteLacking` explains. Nothing where there is nothing to say. */
export function writeSumStar(sum: SumSectors, locale: Locale): '*' | '' {
	return writeSumMark(sum, locale) === null ? '' : '*';
}

type LackingYear = SumSectors & { readonly year: number; readonly total: number | null };

/** What stands at a year's bar: its total, with a star where that is not of all that others are of. */
export function writeBarTotal(year: LackingYear, locale: Locale): string {
	if (year.total === null) return m.account_not_stated({}, { locale });
	return `${m.account_chart_total({ tonnes: formatNumber(year.total, locale, 0) }, { locale })}${writeSumStar(year, locale)}`;
}

/**
 * Which sectors the totals with a star lack figures from, and which they are without that other years have: a line for the years of
 * which the same is said. `mark` is the star of the bars, and nothing where there are none.
 */
export function noteLacking(years: readonly LackingYear[], locale: Locale, mark: '* ' | '' = '* '): string[] {
	const summed = years.filter(({ total }) => total !== null);
	const say = (sentence: typeof m.account_chart_lacks | typeof m.account_chart_without, find: (year: LackingYear) => string | null) =>
		[...Map.groupBy(summed, find)].flatMap(([sectors, own]) => {
			const names = own.map(({ year }) => String(year));
			return sectors === null ? [] : [sentence({ mark, years: formatList(names, locale), sectors }, { locale })];
		});
	return [
		...say(m.account_chart_lacks, ({ sectors }) => writeLacking(sectors, locale)),
		...say(m.account_chart_without, ({ missing = [] }) => (missing.length === 0 ? null : list(missing, locale))),
	];
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

/** A source of the area without all its sectors: then those it has are what is said. */
function isPartial({ kind, absent }: AccountTotal): boolean {
	return absent.length > 0 && kind === 'geographic';
}

function describeSum(total: AccountTotal, locale: Locale): string {
	const { year, tonnes, population, sectors, absent } = total;
	if (tonnes === null) return m.account_sentence_none({ year }, { locale });
	const words = { year, tonnes: formatNumber(tonnes, locale, 0) };
	const stated = sectors.filter((each) => each.tonnes !== null).map(({ sector }) => sector);
	if (isPartial(total)) {
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
