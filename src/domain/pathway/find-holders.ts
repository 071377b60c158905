import type { Measure } from './model.ts';

export type Holder = {
	/** Places of the measures it is still counted inside. */
	readonly holders: readonly number[];
	/** Places of those it was counted inside and that are given up. */
	readonly left: readonly number[];
};

/**
 * Which measures each is counted inside (Danish: talt med i) as they stand. One that is given up counts nothing for what is inside it,
 * but what it was inside itself still does: the tonnes of a whole have all its parts in them.
 */
export function findHolders(measures: readonly Measure[], isGivenUp: readonly boolean[]): Holder[] {
	const places = new Map(measures.map(({ id }, place) => [id, place]));
	const inside = measures.map(({ relations }) =>
		relations.flatMap((each) => (each.kind === 'counted inside' ? (places.get(each.measure) ?? []) : [])),
	);
	return inside.map((direct) => {
		const found = new Set<number>();
		const waiting = [...direct];
		for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
			if (found.has(place)) continue;
			found.add(place);
			if (isGivenUp[place]) waiting.push(...(inside[place] ?? []));
		}
		const all = [...found].sort((one, two) => one - two);
		return { holders: all.filter((place) => !isGivenUp[place]), left: all.filter((place) => isGivenUp[place]) };
	});
}
