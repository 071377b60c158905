import type { Database, TenantRevision } from './database.ts';

export type RevisionCacheOptions<View> = {
	/** How heavy a view is, in any unit. */
	readonly weigh: (view: View) => number;
	/** The sum of weights that is kept; the longest unused go first. */
	readonly maxWeight: number;
};

type Entry<View> = { readonly revision: number; readonly view: Promise<View>; weight: number };

/**
 * Remembers a view of each municipality for as long as the municipality's revision stands still. The caller has read the
 * revision in the same request, and the revision moves in the same transaction as any change, in this process or another:
 * so what is remembered is never older than the last commit the request can know of.
 */
export function rememberByRevision<View>(
	compute: (database: Database, tenant: string) => Promise<View>,
	{ weigh, maxWeight }: RevisionCacheOptions<View>,
): (database: Database, at: TenantRevision) => Promise<View> {
	const caches = new WeakMap<Database, Map<string, Entry<View>>>();
	return async (database, { code, revision }) => {
		const cache = caches.get(database) ?? new Map<string, Entry<View>>();
		caches.set(database, cache);
		const kept = cache.get(code);
		if (kept?.revision === revision) {
			// Taken out and put back: a Map keeps the order, so the longest unused stand first.
			cache.delete(code);
			cache.set(code, kept);
			return kept.view;
		}
		const entry: Entry<View> = { revision, view: compute(database, code), weight: 0 };
		cache.set(code, entry);
		try {
			const view = await entry.view;
			entry.weight = weigh(view);
			removeUnused(cache, maxWeight);
			return view;
		} catch (error) {
			if (cache.get(code) === entry) cache.delete(code);
			throw error;
		}
	};
}

function removeUnused<View>(cache: Map<string, Entry<View>>, maxWeight: number): void {
	let weight = 0;
	for (const entry of cache.values()) weight += entry.weight;
	for (const [code, entry] of cache) {
		if (weight <= maxWeight) return;
		cache.delete(code);
		weight -= entry.weight;
	}
}
