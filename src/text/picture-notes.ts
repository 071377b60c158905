import type { AccountSector } from '#domain/account/account.ts';
import { accountSectorLabel } from './account-labels.ts';
import { formatList } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';
import { formatRoughTonnes } from './path-words.ts';

/** What of a path's picture the notes beside it are about. */
export type NotedPicture = {
	readonly years: readonly number[];
	/** What is taken up, year by year, where the path is less that and the account is not. */
	readonly removals?: readonly (number | null)[] | undefined;
	readonly account: readonly { readonly year: number; readonly missing?: readonly AccountSector[] | undefined }[];
};

/** What is counted otherwise in the path than in the account beside it, and from one year of the account to another. */
export function notePicture({ years, removals, account }: NotedPicture, year: number, locale: Locale): string[] {
	const tonnes = removals?.[years.indexOf(year)] ?? null;
	const removed = { year: String(year), tonnes: tonnes === null ? '–' : formatRoughTonnes(tonnes, locale) };
	return [...(removals ? [m.path_counts_removals(removed, { locale })] : []), ...noteSectors(account, locale)];
}

/** Which dots are lower because the account is without sectors that others have: a sentence for the years that lack the same. */
function noteSectors(account: NotedPicture['account'], locale: Locale): string[] {
	const name = (sector: AccountSector) => accountSectorLabel(sector, locale).toLocaleLowerCase(locale);
	const told = Map.groupBy(account, ({ missing = [] }) => formatList(missing.map(name), locale));
	return [...told].flatMap(([sectors, points]) => {
		const years = formatList(
			points.map((point) => String(point.year)),
			locale,
		);
		return sectors === '' ? [] : [m.path_account_without({ years, sectors, count: points.length }, { locale })];
	});
}
