import { accountKinds, accountSectors, type Account, type AccountKind, type AccountSector } from './account.ts';
import { bridgeVintages, type VintageBridge } from './bridge-vintages.ts';
import { ownShare, sumAccount, type AccountSum, type SectorSum } from './sum-account.ts';

/** A year of a series: its newest vintage, the earlier ones, and what became of the figure since the one before. */
export type AccountYear<Kept extends Account = Account> = {
	readonly account: Kept;
	readonly sum: AccountSum;
	/** Sectors that the account has no line for: its sum is then none of the whole municipality. */
	readonly absent: readonly AccountSector[];
	/** Earlier vintages of the year, oldest first, with what each added up to. */
	readonly earlier: readonly { readonly account: Kept; readonly sum: AccountSum }[];
	/** From the vintage before; null where there is none. */
	readonly bridge: VintageBridge | null;
	/** The enterprise's share of the area's emissions in the same year; null unless both are known in one GWP set. */
	readonly share: number | null;
};

/** The accounts of one kind by year. */
export type AccountSeries<Kept extends Account = Account> = { readonly kind: AccountKind; readonly years: readonly AccountYear<Kept>[] };

/** Orders accounts (each year's vintages as `orderVintages` has them) into a series for each kind that has any. */
export function listSeries<Kept extends Account>(accounts: readonly Kept[]): AccountSeries<Kept>[] {
	return accountKinds.flatMap((kind) => {
		const byYear = Map.groupBy(
			accounts.filter((account) => account.kind === kind),
			({ year }) => year,
		);
		const years = [...byYear].sort(([one], [two]) => one - two);
		return years.length === 0 ? [] : [{ kind, years: years.flatMap(([, vintages]) => describeYear(vintages, accounts)) }];
	});
}

/** What of a year says which sectors its sum is of. */
type YearSectors = { readonly sectors: readonly Pick<SectorSum, 'sector' | 'tonnes'>[]; readonly absent: readonly AccountSector[] };

/**
 * For each year the sectors it has no line for and another of the years has tonnes of: beside that year its sum is smaller, and nobody
 * has emitted less.
 */
export function listMissingBeside(years: readonly YearSectors[]): AccountSector[][] {
	const stated = new Set(years.flatMap(({ sectors }) => sectors.flatMap(({ sector, tonnes }) => (tonnes === null ? [] : [sector]))));
	return years.map(({ absent }) => absent.filter((sector) => stated.has(sector)));
}

function describeYear<Kept extends Account>(vintages: readonly Kept[], all: readonly Kept[]): AccountYear<Kept>[] {
	const account = vintages.at(-1);
	if (!account) return [];
	const sum = sumAccount(account);
	const before = vintages.at(-2);
	const canBridge = before !== undefined && before.rows.length > 0 && account.rows.length > 0;
	return [
		{
			account,
			sum,
			absent: accountSectors.filter((sector) => !sum.sectors.some((each) => each.sector === sector)),
			earlier: vintages.slice(0, -1).map((each) => ({ account: each, sum: sumAccount(each) })),
			bridge: canBridge ? bridgeVintages(before, account) : null,
			share: findShare(account, sum, all),
		},
	];
}

function findShare(account: Account, sum: AccountSum, all: readonly Account[]): number | null {
	const area = all.findLast(({ kind, year }) => kind === 'geographic' && year === account.year);
	if (account.kind !== 'enterprise' || !area || area.gwpSet !== account.gwpSet) return null;
	const whole = sumAccount(area);
	return whole.sectors.length === accountSectors.length ? ownShare(sum.total, whole.total) : null;
}
