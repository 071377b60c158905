import type { Measure } from '../pathway/model.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { PathStanding } from './path-as-it-stands.ts';

/** Tells of each measure that counts only because an alternative to it is given up which alternatives those are. */
export function tellInstead(
	measures: readonly Measure[],
	standings: readonly PathStanding[],
	{ decided, standing }: { readonly decided: Pathway; readonly standing: Pathway },
): PathStanding[] {
	const read = (path: Pathway, id: string) => path.measures.find(({ measure }) => measure === id)?.standing;
	return standings.map((one) => {
		if (read(decided, one.measure) !== 'alternative' || read(standing, one.measure) !== 'counted') return one;
		const others = measures.filter(
			(other) =>
				areAlternatives(measures, one.measure, other.id) && read(decided, other.id) === 'counted' && read(standing, other.id) === 'dropped',
		);
		return others.length === 0 ? one : { ...one, instead: others.map(({ title }) => title) };
	});
}

/** Either may be the one that says so. */
function areAlternatives(measures: readonly Measure[], one: string, two: string): boolean {
	const says = (id: string, other: string) =>
		measures.some(
			(each) => each.id === id && each.relations.some((relation) => relation.kind === 'alternative to' && relation.measure === other),
		);
	return says(one, two) || says(two, one);
}
