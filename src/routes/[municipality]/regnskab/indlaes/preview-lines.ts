import { tableProblemCodes } from '#domain/account/account-draft.ts';
import { accountProblemCodes } from '#domain/account/check-account.ts';
import { factorRemarkSentence } from '#text/account-factor.ts';
import { gasReadingSentence } from '#text/account-gases.ts';
import { accountPlace, accountProblemSentence } from '#text/account-problems.ts';
import { formatList, formatNumber } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { tableProblemSentence } from '#text/table-problem-sentence.ts';
import type { AccountPreview, PreviewedYear } from '#usecases/account/account-import-preview.ts';

/** Something the preview of a file of accounts says; an error keeps it from being stored. */
export type PreviewLine = { readonly text: string; readonly isError: boolean };

/** Everything that is said of a file before it is stored: of its table, then of each year. */
export function listPreviewLines(preview: Pick<AccountPreview, 'tableProblems' | 'years'>, locale: Locale): PreviewLine[] {
	return [
		...preview.tableProblems.map((problem) => ({
			text: `${m.account_import_row({ row: String(problem.row) }, { locale })}: ${tableProblemSentence(problem, locale)}`,
			isError: tableProblemCodes[problem.code] === 'error',
		})),
		...preview.years.flatMap((year) => [
			...listVintageLines(year, locale),
			...listProblems(year, locale),
			...listFactorRemarks(year, locale),
			...listCalculated(year, locale),
			...year.gases.map((reading) => ({ text: `${year.account.year}: ${gasReadingSentence(reading, locale)}`, isError: false })),
		]),
	];
}

/** What the file's release is beside those of the year that are here. */
function listVintageLines({ account, exists, otherReleases, newerRelease }: PreviewedYear, locale: Locale): PreviewLine[] {
	const { year, release } = account;
	if (exists) return [{ text: m.account_import_exists({ release, year }, { locale }), isError: true }];
	if (otherReleases.length === 0) return [];
	const beside = `${year}: ${m.account_import_vintage({ releases: formatList(otherReleases, locale) }, { locale })}`;
	const older = newerRelease === null ? [] : [m.account_import_older({ release: newerRelease, year }, { locale })];
	return [beside, ...older].map((text) => ({ text, isError: false }));
}

function listProblems({ account, problems }: PreviewedYear, locale: Locale): PreviewLine[] {
	return problems.map((problem) => ({
		text: `${placeOf(account, problem.row, locale)}: ${accountProblemSentence(problem, locale)}`,
		isError: accountProblemCodes[problem.code] === 'error',
	}));
}

function listFactorRemarks({ account, factorRemarks }: PreviewedYear, locale: Locale): PreviewLine[] {
	return factorRemarks.map((remark) => ({
		text: `${placeOf(account, remark.row, locale)}: ${factorRemarkSentence(remark, locale)}`,
		isError: false,
	}));
}

function listCalculated({ account }: PreviewedYear, locale: Locale): PreviewLine[] {
	const count = account.rows.filter(({ origin }) => origin === 'activity x factor').length;
	const words = { count, number: formatNumber(count, locale) };
	return count === 0 ? [] : [{ text: `${account.year}: ${m.account_import_calculated(words, { locale })}`, isError: false }];
}

function placeOf({ year, rows }: PreviewedYear['account'], row: number | null, locale: Locale): string {
	return accountPlace(year, row === null ? null : rows[row]?.place, locale);
}
