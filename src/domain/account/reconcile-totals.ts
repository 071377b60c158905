import type { Account, StatedTotal } from './account.ts';
import { findChosenTotal } from './check-account.ts';
import { sumAccount } from './sum-account.ts';

/** A total the source prints beside what its lines add up to. `difference` is printed less added up; null where nothing can be added. */
export type ReconciledTotal = StatedTotal & {
	readonly sum: number | null;
	readonly difference: number | null;
	/** The one a person chose of several. */
	readonly isChosen: boolean;
};

/**
 * Every printed total against the lines, a difference that rounding explains too: what is small enough to store is still said.
 * Biogenic CO2 and removals are in no sum.
 */
export function reconcileTotals(account: Pick<Account, 'rows' | 'totals' | 'chosenTotal' | 'gwpSet'>): ReconciledTotal[] {
	const { total, sectors } = sumAccount(account);
	const chosen = findChosenTotal(account);
	const isChoice = account.totals.filter(({ sector }) => sector === null).length > 1;
	return account.totals.map((stated) => {
		const sum = stated.sector === null ? total.tonnes : (sectors.find(({ sector }) => sector === stated.sector)?.tonnes ?? null);
		return { ...stated, sum, difference: sum === null ? null : stated.tonnes - sum, isChosen: isChoice && stated === chosen };
	});
}
