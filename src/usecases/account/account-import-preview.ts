import { createHash } from 'node:crypto';
import type { AccountDraft, AccountHead, AccountTable } from '#domain/account/account-draft.ts';
import { tableProblemCodes } from '#domain/account/account-draft.ts';
import { checkAccount, isStorable, type AccountProblem } from '#domain/account/check-account.ts';
import { orderVintages } from '#domain/account/order-vintages.ts';
import { checkFactorUse, type FactorRemark } from '#domain/account/check-factor-use.ts';
import { putOwnFactors, type FactorInForce } from '#domain/account/emission-factor.ts';
import { isInhabitants, placePopulation } from '#domain/account/place-population.ts';
import { listGasReadings, type GasReading } from '#domain/account/single-gas.ts';
import { sumAccount, type AccountSum } from '#domain/account/sum-account.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { isYear } from '#domain/shared/year.ts';
import { readAccountTable } from '#importers/read-account-table.ts';
import { listAccounts, type NewAccount, type StoredAccount } from '#storage/accounts.ts';
import { listFactorOverrides } from '#storage/factor-overrides.ts';
import type { ReadTx } from '#storage/transactions.ts';
import { getShippedFactors } from './reference-tables.ts';

/** A file of accounts and what a person said of it. */
export type AccountFile = { readonly fileName: string; readonly bytes: Uint8Array; readonly head: AccountHead };

/** One year of the file: what would be stored, what is wrong with it, and what it adds up to. */
export type PreviewedYear = {
	readonly account: NewAccount;
	readonly problems: readonly AccountProblem[];
	/** What is remarked on the factors that lines name, by the line's position. */
	readonly factorRemarks: readonly (FactorRemark & { readonly row: number })[];
	readonly sum: AccountSum;
	/** What the tonnes of single gases were taken for. */
	readonly gases: readonly GasReading[];
	/** This release of the year is here already. */
	readonly exists: boolean;
	/** Other vintages of the year that are here. */
	readonly otherReleases: readonly string[];
	/** Of those the one that stays the newest, by its date, so that this one is not what is shown first; null where this becomes it. */
	readonly newerRelease: string | null;
};
/** Years whose totals have the same names, which one choice holds for; with what each total is in each of them. */
export type TotalChoice = {
	readonly years: readonly number[];
	readonly totals: readonly { readonly label: string; readonly tonnes: readonly number[] }[];
	readonly chosen: string | null;
};
export type AccountPreview = {
	readonly fileName: string;
	readonly head: AccountHead;
	readonly sha256: string;
	readonly years: readonly PreviewedYear[];
	readonly tableProblems: AccountTable['problems'];
	/** Where the file prints more than one total of the whole account, a person chooses. */
	readonly totalChoices: readonly TotalChoice[];
	readonly isStorable: boolean;
};

/** What a file of accounts is held against. */
export type AccountGround = { readonly stored: readonly StoredAccount[]; readonly factors: readonly FactorInForce[] };

/** The municipality's accounts, and the factors as it uses them. */
export async function readAccountGround(tx: ReadTx): Promise<AccountGround> {
	return { stored: await listAccounts(tx), factors: putOwnFactors(await getShippedFactors(), await listFactorOverrides(tx)) };
}

/** Reads a file and holds it against what is stored. Throws what `readAccountTable` does, and invalid `account-import.head-…`. */
export async function makeAccountPreview(file: AccountFile, ground: AccountGround): Promise<AccountPreview> {
	const { fileName, bytes, head } = file;
	checkHead(head);
	const { drafts, kind, ...table } = await readAccountTable(fileName, bytes);
	const isOther = kind !== null && kind !== head.kind;
	const problems = isOther
		? [...table.problems, { code: 'account.other-kind', row: 1, column: 'kind', text: kind } as const]
		: table.problems;
	const population = placePopulation(drafts, head);
	const years = drafts.map((draft) => previewYear(draft, { ...head, ...population.get(draft.year) }, ground));
	const isReadable = problems.every(({ code }) => tableProblemCodes[code] !== 'error');
	return {
		fileName,
		head,
		sha256: createHash('sha256').update(bytes).digest('hex'),
		years,
		tableProblems: problems,
		totalChoices: listTotalChoices(years),
		isStorable: isReadable && years.length > 0 && years.every(({ exists, problems }) => !exists && isStorable(problems)),
	};
}

function previewYear(
	{ year, rows, totals }: AccountDraft,
	{ chosenTotals, ...head }: AccountHead,
	{ stored, factors }: AccountGround,
): PreviewedYear {
	const chosen = chosenTotals.find(({ years, label }) => years.includes(year) && totals.some((total) => total.label === label));
	const account: NewAccount = { ...head, chosenTotal: chosen?.label ?? null, year, rows, totals, keyFigures: [] };
	const same = stored.filter((each) => each.kind === head.kind && each.year === year);
	const newest = orderVintages([...same, account]).at(-1);
	return {
		account,
		problems: checkAccount(account),
		factorRemarks: rows.flatMap((row, at) => checkFactorUse(row, year, factors).map((remark) => ({ ...remark, row: at }))),
		sum: sumAccount(account),
		gases: listGasReadings(account),
		exists: same.some(({ release }) => release === head.release),
		otherReleases: same.flatMap(({ release }) => (release === head.release ? [] : [release])),
		newerRelease: newest && newest !== account ? newest.release : null,
	};
}

function listTotalChoices(years: readonly PreviewedYear[]): TotalChoice[] {
	const printed = years
		.map(({ account: { year, totals, chosenTotal } }) => ({ year, chosenTotal, whole: totals.filter(({ sector }) => sector === null) }))
		.filter(({ whole }) => whole.length > 1);
	const byNames = Map.groupBy(printed, ({ whole }) => JSON.stringify(whole.map(({ label }) => label)));
	return [...byNames.values()].map((own) => ({
		years: own.map(({ year }) => year),
		totals: (own[0]?.whole ?? []).map(({ label }, at) => ({ label, tonnes: own.flatMap(({ whole }) => whole[at]?.tonnes ?? []) })),
		chosen: own[0]?.chosenTotal ?? null,
	}));
}

function checkHead({ release, source, population, populationYear }: AccountHead): void {
	if (!release.trim()) throw new DomainError('invalid', 'account-import.release-missing');
	if (!source.trim()) throw new DomainError('invalid', 'account-import.source-missing');
	if ((population !== null && !isInhabitants(population)) || (populationYear !== null && !isYear(populationYear)))
		throw new DomainError('invalid', 'account-import.population-form');
}
