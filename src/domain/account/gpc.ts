import type { Account, AccountRow, AccountSector, Carrier, GwpSet, SubSector } from './account.ts';
import { sumRows, sumSectors, type RowSum, type SectorSum } from './sum-account.ts';

/** BASIC and BASIC+ are GPC's two totals; `territorial` is reported and part of neither (power to the grid, imported waste). */
export const gpcLevels = ['BASIC', 'BASIC+', 'territorial'] as const;
export type GpcLevel = (typeof gpcLevels)[number];

/** How energy reaches its use: GPC's .1 (fuel), .2 (electricity, heat) and .3 (losses). */
export const gpcSupplies = ['fuel', 'grid', 'losses'] as const;
export type GpcSupply = (typeof gpcSupplies)[number];

/** One line of the mapping in `reference/gpc-mapping.csv`. Null fits anything; a line that says more wins. */
export type GpcMapping = {
	readonly sector: AccountSector;
	readonly subSector: SubSector | null;
	readonly supply: GpcSupply | null;
	readonly reference: string;
	readonly level: GpcLevel;
	/** The line is of a whole sector that GPC divides, so the level is an assumption. */
	readonly isCoarse: boolean;
};

/** One of GPC's two totals, with the sectors it is the sum of. */
export type GpcTotal = RowSum & { readonly sectors: readonly SectorSum[] };

/** The account under GPC's references, with its two totals. Rows no line fits are in neither, and counted. */
export type GpcReport = {
	readonly references: readonly (RowSum & { readonly reference: string; readonly level: GpcLevel; readonly isCoarse: boolean })[];
	readonly basic: GpcTotal;
	readonly basicPlus: GpcTotal;
	readonly unmapped: readonly number[];
};

/** The line of the mapping for a row; undefined when there is none. */
export function findGpc(row: Pick<AccountRow, 'sector' | 'subSector' | 'carrier'>, mapping: readonly GpcMapping[]): GpcMapping | undefined {
	const supply = getSupply(row.carrier);
	const fits = (line: GpcMapping) =>
		line.sector === row.sector &&
		(line.subSector === null || line.subSector === row.subSector) &&
		(line.supply === null || line.supply === supply);
	const says = (line: GpcMapping) => (line.subSector === null ? 0 : 2) + (line.supply === null ? 0 : 1);
	return mapping.filter(fits).toSorted((one, two) => says(two) - says(one))[0];
}

/** An account of the geographic area under GPC's references. Removals and biogenic CO2 stay outside. */
export function reportGpc(account: Pick<Account, 'rows' | 'gwpSet'>, mapping: readonly GpcMapping[], gwpSet: GwpSet | null): GpcReport {
	const emissions = account.rows.map((row, at) => ({ row, at, line: findGpc(row, mapping) })).filter(({ row }) => row.part === 'emission');
	const list = (keep: (line: GpcMapping) => boolean) => emissions.filter(({ line }) => line && keep(line)).map(({ row }) => row);
	const sum = (keep: (line: GpcMapping) => boolean) => sumRows(list(keep), account.gwpSet, gwpSet);
	const total = (keep: (line: GpcMapping) => boolean) => ({ ...sum(keep), sectors: sumSectors(list(keep), account.gwpSet, gwpSet) });
	const used = mapping.filter(({ reference }, at) => mapping.findIndex((line) => line.reference === reference) === at);
	return {
		references: used
			.filter(({ reference }) => emissions.some(({ line }) => line?.reference === reference))
			.map((used) => ({ ...sum((line) => line.reference === used.reference), ...used })),
		basic: total(({ level }) => level === 'BASIC'),
		basicPlus: total(({ level }) => level !== 'territorial'),
		unmapped: emissions.flatMap(({ line, at }) => (line ? [] : [at])),
	};
}

function getSupply(carrier: Carrier | null): GpcSupply | null {
	if (carrier === null) return null;
	if (carrier === 'grid losses') return 'losses';
	return carrier === 'electricity' || carrier === 'district heat' ? 'grid' : 'fuel';
}
