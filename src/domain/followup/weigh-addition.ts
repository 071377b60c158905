import { applyWhatIf, type WhatIf } from '../pathway/apply-what-if.ts';
import { calculatePathway } from '../pathway/calculate-pathway.ts';
import { compileScenario } from '../pathway/compile-scenario.ts';
import { listReplacements } from '../pathway/list-replacements.ts';
import type { Measure } from '../pathway/model.ts';
import { takeInCandidate } from './edit-measures.ts';
import type { PathDocument } from './path-document.ts';

/** What one measure more saves in a year, told in all ways: null where it cannot be calculated. */
export type AdditionWeight = {
	/** On top of the path as it stands without it: what it is offered at. */
	readonly last: number | null;
	/** In its place in the order: what it is shown at once it is there. Those after it then have less to save from. */
	readonly inOrder: number | null;
	/** What the path falls by. More than `last` where stated tonnes are not made smaller by what comes before them. */
	readonly path: number | null;
};

/** Weighs a candidate, or a measure of the path that was one, as it is given. */
export function weighAddition(
	document: PathDocument,
	measure: Measure,
	{ year, whatIf }: { readonly year: number; readonly whatIf: readonly WhatIf[] },
): AdditionWeight {
	const { scenario } = document;
	const isThere = scenario.measures.some(({ id }) => id === measure.id);
	const without = {
		...scenario,
		measures: scenario.measures.filter(({ id }) => id !== measure.id),
		order: scenario.order?.filter((id) => id !== measure.id) ?? null,
	};
	const others = whatIf.filter((each) => each.measure !== measure.id);
	const offered = listReplacements(without, [measure], { year, whatIf: others }).candidates[0];
	const taken = isThere ? scenario : takeInCandidate(document, measure, null).scenario;
	const { years, measures } = calculatePathway(applyWhatIf(compileScenario(taken), whatIf), { shapley: null });
	const own = measures.find((each) => each.measure === measure.id);
	const read = (how: 'in order' | 'last in') => own?.effects[how]?.[years.indexOf(year)] ?? null;
	return { last: offered?.tonnes ?? null, inOrder: read('in order'), path: read('last in') };
}
