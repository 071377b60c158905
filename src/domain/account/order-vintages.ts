import type { Account } from './account.ts';

/**
 * Puts the vintages of each kind and year into the order they were released in, oldest first, so that the last one is the newest.
 * The stated date decides, whatever was added when. A vintage without one is older than those that have one: nobody has said that it is
 * newer. Those that state the same, or nothing, keep the order they are given in, which is that of their adding.
 */
export function orderVintages<Kept extends Pick<Account, 'kind' | 'year' | 'releaseDate'>>(accounts: readonly Kept[]): Kept[] {
	const byYear = Map.groupBy(accounts, ({ kind, year }) => `${kind} ${year}`);
	// An ISO date sorts as text, and nothing sorts before everything.
	const date = ({ releaseDate }: Kept) => releaseDate ?? '';
	const compare = (one: Kept, two: Kept) => (date(one) === date(two) ? 0 : date(one) < date(two) ? -1 : 1);
	return [...byYear.values()].flatMap((vintages) => vintages.toSorted(compare));
}
