import type { AccountRow } from '#domain/account/account.ts';
import { getRowKey } from '#domain/account/check-account.ts';
import { readCarrier } from './account-words.ts';

/** A line with what the source calls the part of its sector, empty where it names none. */
export type ReadRow = { readonly row: AccountRow; readonly part: string };

/**
 * The lines of one year, where lines of one part that the source calls by different carriers ("El" and "Fjernvarme" are both the supply)
 * are of those carriers. Lines that differ in other words stay alike, and are then refused as stated twice.
 */
export function keepCarriersApart(read: readonly ReadRow[]): AccountRow[] {
	const byKey = Map.groupBy(read, ({ row }) => getRowKey(row));
	return read.map(({ row, part }) => {
		const same = byKey.get(getRowKey(row)) ?? [];
		const carriers = same.flatMap((each) => readCarrier(each.part) ?? []);
		const isApart = same.length > 1 && carriers.length === same.length && new Set(carriers).size === same.length;
		return isApart && row.carrier === null ? { ...row, carrier: readCarrier(part) ?? null } : row;
	});
}
