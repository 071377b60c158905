import type { Account, AccountSector } from './account.ts';
import { listSeries } from './account-series.ts';

/** Emissions of a year by the climate account of the area: the sectors it has lines for, added up. */
export type AccountPoint = {
	readonly year: number;
	readonly tonnes: number;
	readonly source: string;
	/** Sectors the account has no line for. */
	readonly absent: readonly AccountSector[];
};

/** The sectors that every account here has; others are often left out. */
const mainSectors = ['agriculture', 'energy', 'transport'] as const;

/** The area's total of each year, by its newest vintage. A year in which one of the main sectors is not stated has none. */
export function listAccountPoints(accounts: readonly Account[]): AccountPoint[] {
	const area = listSeries(accounts).find(({ kind }) => kind === 'geographic');
	return (area?.years ?? []).flatMap(({ account: { year, source }, sum: { sectors, total }, absent }) => {
		const isStated = mainSectors.every((main) => sectors.some(({ sector, tonnes }) => sector === main && tonnes !== null));
		return isStated && total.tonnes !== null ? [{ year, tonnes: total.tonnes, source, absent }] : [];
	});
}
