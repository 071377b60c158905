import type { Account, AccountSector } from './account.ts';
import { listMissingBeside, listSeries } from './account-series.ts';

/** Emissions of a year by the climate account of the area: the sectors it has lines for, added up. */
export type AccountPoint = {
	readonly year: number;
	readonly tonnes: number;
	readonly source: string;
	/** Sectors the account has no line for. */
	readonly absent: readonly AccountSector[];
	/** Those of the absent that other years have: the point is lower, and nobody has emitted less. */
	readonly missing: readonly AccountSector[];
};

/** The sectors that every account here has; others are often left out. */
const mainSectors = ['agriculture', 'energy', 'transport'] as const;

/** The area's total of each year, by its newest vintage. A year in which one of the main sectors is not stated has none. */
export function listAccountPoints(accounts: readonly Account[]): AccountPoint[] {
	const area = listSeries(accounts).find(({ kind }) => kind === 'geographic');
	const years = area?.years ?? [];
	const missing = listMissingBeside(years.map(({ sum, absent }) => ({ sectors: sum.sectors, absent })));
	return years.flatMap(({ account: { year, source }, sum: { sectors, total }, absent }, at) => {
		const isStated = mainSectors.every((main) => sectors.some(({ sector, tonnes }) => sector === main && tonnes !== null));
		return isStated && total.tonnes !== null ? [{ year, tonnes: total.tonnes, source, absent, missing: missing[at] ?? [] }] : [];
	});
}
