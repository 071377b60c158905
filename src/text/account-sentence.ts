import type { AccountKind, AccountSector } from '#domain/account/account.ts';
import { perInhabitant } from '#domain/account/sum-account.ts';
import { accountSectorLabel } from './account-labels.ts';
import { formatList, formatNumber } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

export type AccountTotal = {
	readonly kind: AccountKind;
	readonly year: number;
	readonly tonnes: number | null;
	readonly population: number | null;
	/** Sectors with a figure, and sectors the source has no line for. */
	readonly stated: readonly AccountSector[];
	readonly absent: readonly AccountSector[];
};

/** What an account says of its year, in one sentence; where the source lacks sectors, that it is not the whole. */
export function describeAccount({ kind, year, tonnes, population, stated, absent }: AccountTotal, locale: Locale): string {
	if (tonnes === null) return m.account_sentence_none({ year }, { locale });
	const words = { year, tonnes: formatNumber(tonnes, locale, 0) };
	if (absent.length > 0 && kind === 'geographic') {
		return m.account_sentence_partial({ ...words, sectors: list(stated, locale), absent: list(absent, locale) }, { locale });
	}
	const each = perInhabitant(tonnes, population);
	const written = each === null ? m.account_not_stated({}, { locale }) : formatNumber(each, locale, Math.abs(each) < 1 ? 2 : 1);
	return m.account_sentence({ ...words, each: written }, { locale });
}

function list(sectors: readonly AccountSector[], locale: Locale): string {
	return formatList(
		sectors.map((sector) => accountSectorLabel(sector, locale).toLocaleLowerCase(locale)),
		locale,
	);
}
