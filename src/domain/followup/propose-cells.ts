import type { Account, AccountRow, AccountSector, Carrier, GwpSet, SubSector } from '../account/account.ts';
import { getGasOfCo2e } from '../account/single-gas.ts';
import { sumRows } from '../account/sum-account.ts';
import { activityUnits, type ActivityUnit } from '../pathway/model.ts';

/** A part of an account as a path begins with it. Names are codes: the sentence for each is in `text/`. */
export type ProposedCell = {
	readonly sector: AccountSector;
	readonly subSector: SubSector | null;
	readonly carrier: Carrier | null;
	readonly unit: ActivityUnit;
	readonly activity: number;
	/** kg CO2e for each unit. */
	readonly factor: number;
	/** The year the factor describes, the account's own; null where it belongs to no year. */
	readonly year: number | null;
	readonly isRemoval: boolean;
	readonly gwpSet: GwpSet | null;
};

// The carbon in these is the same next year; the mix behind every other factor changes, that of petrol and pipeline gas too.
const unchanging: readonly (Carrier | null)[] = ['coal', 'gas oil', 'fuel oil', 'lpg', 'jet fuel'];

/**
 * What a path's baseline begins with: each sector, part and carrier of an account, by activity and factor where the account has both and
 * in tonnes where it has not. Lines without a figure are left out: missing is not zero.
 */
export function proposeCells(account: Pick<Account, 'year' | 'rows' | 'gwpSet'>): ProposedCell[] {
	const rows = account.rows.filter(({ part }) => part !== 'biogenic');
	const groups = Map.groupBy(rows, ({ part, sector, subSector, carrier }) => JSON.stringify([part, sector, subSector, carrier]));
	return [...groups.values()].flatMap((group) => proposeCell(group, account));
}

function proposeCell(rows: readonly AccountRow[], { year: stated, gwpSet }: Pick<Account, 'year' | 'gwpSet'>): ProposedCell[] {
	const [first] = rows;
	const { tonnes } = sumRows(rows, gwpSet, gwpSet);
	if (!first || tonnes === null || tonnes === 0) return [];
	const { sector, subSector, carrier, part } = first;
	// More may be taken up than is emitted, as where forest outweighs the farms: a path knows that as an uptake alone.
	const isRemoval = part === 'removal' || tonnes < 0;
	const activity = findActivity(rows);
	// A declared uptake has a negative factor; what is in tonnes is its own activity.
	const size = activity ?? { unit: 't' as const, amount: round(Math.abs(tonnes)) };
	const factor = activity ? round((tonnes * 1000) / activity.amount) : Math.sign(tonnes) * 1000;
	// A tonne is a tonne in every year.
	const year = activity === undefined || unchanging.includes(carrier) ? null : stated;
	return [{ sector, subSector, carrier, unit: size.unit, activity: size.amount, factor, year, isRemoval, gwpSet }];
}

/** The activity behind some lines; the gases of one fuel state the same activity once each. */
function findActivity(rows: readonly AccountRow[]): { readonly unit: ActivityUnit; readonly amount: number } | undefined {
	const unit = activityUnits.find((each) => each === rows[0]?.activityUnit);
	if (unit === undefined || rows.some((row) => row.activity === null || row.activityUnit !== unit)) return undefined;
	const sums = [...Map.groupBy(rows, (row) => getGasOfCo2e(row) ?? row.gas).values()].map((own) =>
		own.reduce((sum, row) => sum + (row.activity ?? 0), 0),
	);
	const amount = sums[0] ?? 0;
	return amount > 0 && sums.every((sum) => Math.abs(sum - amount) <= amount * 1e-9) ? { unit, amount: round(amount) } : undefined;
}

// An account derived from figures per inhabitant has more decimals than it knows.
function round(value: number): number {
	return Number(value.toPrecision(7));
}
