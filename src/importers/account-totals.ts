import type { StatedTotal } from '#domain/account/account.ts';

/** A printed total with what else its row says: what may tell it from another of the same name. */
export type ReadTotal = { readonly total: StatedTotal; readonly beside: string };

/**
 * The totals of one year under names that differ. klimaregnskabet.dk prints two called "Samlet": such are told apart by what else their
 * rows say, and else numbered in the order of the source, so that a person can choose either.
 */
export function nameApart(read: readonly ReadTotal[]): StatedTotal[] {
	const byLabel = Map.groupBy(read, ({ total }) => total.label);
	const taken = new Set<string>();
	const apart = read.map((one) => {
		const same = byLabel.get(one.total.label) ?? [];
		if (same.length === 1) return one.total;
		const isTold = new Set(same.map(({ beside }) => beside)).size === same.length;
		const words = isTold ? one.beside : String(same.indexOf(one) + 1);
		return words === '' ? one.total : { ...one.total, label: `${one.total.label} (${words})` };
	});
	// A source may itself print "Samlet (1)".
	return apart.map((total) => {
		let label = total.label;
		for (let number = 2; taken.has(label); number++) label = `${total.label} (${number})`;
		taken.add(label);
		return { ...total, label };
	});
}
