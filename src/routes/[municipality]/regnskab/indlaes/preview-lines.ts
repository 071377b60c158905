import { tableProblemCodes } from '#domain/account/account-draft.ts';
import { accountProblemCodes } from '#domain/account/check-account.ts';
import { factorRemarkSentence } from '#text/account-factor.ts';
import { gasReadingSentence } from '#text/account-gases.ts';
import { accountPlace, accountProblemSentence } from '#text/account-problems.ts';
import { formatList, formatNumber } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { nameSome } from '#text/name-some.ts';
import { m } from '#text/paraglide/messages.js';
import { tableProblemSentence } from '#text/table-problem-sentence.ts';
import type { AccountPreview, PreviewedYear } from '#usecases/account/account-import-preview.ts';

/** Something the preview of a file of accounts says; an error keeps it from being stored. */
export type PreviewLine = { readonly text: string; readonly isError: boolean };
type KindOfLine = PreviewLine & { readonly kind: string };

/** As many lines of one kind as say what is wrong; a thousand more would only hide the others. */
const mostOfKind = 10;
/** As many rows as are named of which the same is said. */
const mostRows = 10;

/** What is said of a file before it is stored: of its table, then of each year; of many lines of one kind the first, and how many more. */
export function listPreviewLines(preview: Pick<AccountPreview, 'tableProblems' | 'years'>, locale: Locale): PreviewLine[] {
	const lines: KindOfLine[] = [
		...listTableProblems(preview.tableProblems, locale),
		...listProblems(preview.years, locale),
		...preview.years.flatMap((year) => [
			...listVintageLines(year, locale),
			...listFactorRemarks(year, locale),
			...listCalculated(year, locale),
			...year.gases.map((reading) => ({
				kind: 'gas',
				text: `${year.account.year}: ${gasReadingSentence(reading, locale)}`,
				isError: false,
			})),
		]),
	];
	return [...Map.groupBy(lines, ({ kind }) => kind).values()].flatMap((own) => boundLines(own, locale));
}

/** What is said alike of several rows, as of a sector that nobody knows, is said once with the rows. */
function listTableProblems(problems: AccountPreview['tableProblems'], locale: Locale): KindOfLine[] {
	const found = problems.map((problem) => ({ problem, sentence: tableProblemSentence(problem, locale) }));
	const groups = Map.groupBy(found, ({ problem, sentence }) => `${problem.code} ${problem.row === null} ${sentence}`);
	return [...groups.values()].flatMap((own) => {
		const [first] = own;
		if (!first) return [];
		const rows = [...new Set(own.flatMap(({ problem }) => (problem.row === null ? [] : [String(problem.row)])))];
		const place =
			rows.length === 0 ? [] : [m.account_import_row({ count: rows.length, rows: nameSome(rows, mostRows, locale) }, { locale })];
		return [
			{ kind: first.problem.code, text: [...place, first.sentence].join(': '), isError: tableProblemCodes[first.problem.code] === 'error' },
		];
	});
}

function boundLines(lines: readonly KindOfLine[], locale: Locale): PreviewLine[] {
	const shown = lines.slice(0, mostOfKind).map(({ text, isError }) => ({ text, isError }));
	const more = lines.length - shown.length;
	const number = formatNumber(more, locale);
	return more === 0 ? shown : [...shown, { text: m.account_import_more({ number }, { locale }), isError: shown[0]?.isError ?? false }];
}

/** What the file's release is beside those of the year that are here. */
function listVintageLines({ account, exists, otherReleases, newerRelease }: PreviewedYear, locale: Locale): KindOfLine[] {
	const { year, release } = account;
	if (exists) return [{ kind: 'exists', text: m.account_import_exists({ release, year }, { locale }), isError: true }];
	if (otherReleases.length === 0) return [];
	const beside = `${year}: ${m.account_import_vintage({ releases: formatList(otherReleases, locale) }, { locale })}`;
	const older = newerRelease === null ? [] : [m.account_import_older({ release: newerRelease, year }, { locale })];
	return [beside, ...older].map((text) => ({ kind: 'vintage', text, isError: false }));
}

/** What is wrong with the years; what is said alike of several, as of how a table is set out, is said once with the years. */
function listProblems(years: readonly PreviewedYear[], locale: Locale): KindOfLine[] {
	const found = years.flatMap(({ account, problems }) =>
		problems.map((problem) => ({ account, problem, sentence: accountProblemSentence(problem, locale) })),
	);
	const groups = Map.groupBy(found, (each) => (each.problem.row === null ? each.sentence : each));
	return [...groups.values()].flatMap((own) => {
		const [first] = own;
		if (!first) return [];
		const { problem, sentence } = first;
		const places = own.map(({ account, problem: { row } }) => placeOf(account, row, locale));
		return [
			{ kind: problem.code, text: `${formatList(places, locale)}: ${sentence}`, isError: accountProblemCodes[problem.code] === 'error' },
		];
	});
}

function listFactorRemarks({ account, factorRemarks }: PreviewedYear, locale: Locale): KindOfLine[] {
	return factorRemarks.map((remark) => ({
		kind: `factor ${remark.code}`,
		text: `${placeOf(account, remark.row, locale)}: ${factorRemarkSentence(remark, locale)}`,
		isError: false,
	}));
}

function listCalculated({ account }: PreviewedYear, locale: Locale): KindOfLine[] {
	const count = account.rows.filter(({ origin }) => origin === 'activity x factor').length;
	const words = { count, number: formatNumber(count, locale) };
	return count === 0
		? []
		: [{ kind: 'calculated', text: `${account.year}: ${m.account_import_calculated(words, { locale })}`, isError: false }];
}

function placeOf({ year, rows }: PreviewedYear['account'], row: number | null, locale: Locale): string {
	return accountPlace(year, row === null ? null : rows[row]?.place, locale);
}
