import type { Account, StatedTotal } from './account.ts';
import { findChosenTotal } from './check-account.ts';
import { matchTotal } from './match-total.ts';

/** A total the source prints beside what its lines add up to. `difference` is printed less added up; null where nothing can be added. */
export type ReconciledTotal = StatedTotal & {
	readonly sum: number | null;
	readonly difference: number | null;
	/** What is in it beside the emissions, where that explains it to the tonne. */
	readonly includes: ReturnType<typeof matchTotal>['includes'];
	/** The one a person chose of several. */
	readonly isChosen: boolean;
};

/**
 * Every printed total against the lines, a difference that rounding explains too: what is small enough to store is still said.
 * Biogenic CO2 and removals are in a sum only where they make it what is printed.
 */
export function reconcileTotals(account: Pick<Account, 'rows' | 'totals' | 'chosenTotal' | 'gwpSet'>): ReconciledTotal[] {
	const chosen = findChosenTotal(account);
	const isChoice = account.totals.filter(({ sector }) => sector === null).length > 1;
	return account.totals.map((stated) => {
		const { sum, includes } = matchTotal(account, stated);
		return { ...stated, sum, includes, difference: sum === null ? null : stated.tonnes - sum, isChosen: isChoice && stated === chosen };
	});
}
