import { isStopped } from '../pathway/apply-what-if.ts';
import type { CompiledScenario } from '../pathway/compiled.ts';
import type { Measure } from '../pathway/model.ts';
import { tellGone, type PathStanding } from './path-as-it-stands.ts';

/**
 * Tells of each measure that counts only because an alternative to it is given up which alternatives those are. Both models are of one
 * scenario, as decided and as it stands.
 */
export function tellInstead(
	standings: readonly PathStanding[],
	{ decided, standing }: { readonly decided: CompiledScenario; readonly standing: CompiledScenario },
): PathStanding[] {
	const { measures } = decided.scenario;
	const read = (model: CompiledScenario, id: string) => model.measures.find(({ measure }) => measure.id === id)?.standing;
	const isGone = (id: string) =>
		read(standing, id) === 'dropped' || standings.some(({ measure, whatIf }) => measure === id && isStopped(whatIf));
	return standings.map((one) => {
		if (read(decided, one.measure) !== 'alternative' || read(standing, one.measure) !== 'counted') return one;
		const others = measures.filter(
			(other) => areAlternatives(measures, one.measure, other.id) && read(decided, other.id) === 'counted' && isGone(other.id),
		);
		return others.length === 0 ? one : tellGone(one, 'instead', { others, standings });
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
