import type { AccountKind, AccountSector } from '#domain/account/account.ts';
import { listLacking, perInhabitant, type SectorSum } from '#domain/account/sum-account.ts';
import { accountSectorLabel, notationLabel } from './account-labels.ts';
import { formatList, formatNumber } from './format.ts';
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

function describeSum({ kind, year, tonnes, population, sectors, absent }: AccountTotal, locale: Locale): string {
	if (tonnes === null) return m.account_sentence_none({ year }, { locale });
	const words = { year, tonnes: formatNumber(tonnes, locale, 0) };
	const stated = sectors.filter((each) => each.tonnes !== null).map(({ sector }) => sector);
	if (absent.length > 0 && kind === 'geographic') {
		return m.account_sentence_partial({ ...words, sectors: list(stated, locale), absent: list(absent, locale) }, { locale });
	}
	const each = perInhabitant(tonnes, population);
	const written = each === null ? m.account_not_stated({}, { locale }) : formatNumber(each, locale, Math.abs(each) < 1 ? 2 : 1);
	return m.account_sentence({ ...words, each: written }, { locale });
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
