import { applyWhatIf } from '../pathway/apply-what-if.ts';
import { calculatePathway } from '../pathway/calculate-pathway.ts';
import type { MeasureStanding } from '../pathway/compiled.ts';
import { compileScenario } from '../pathway/compile-scenario.ts';
import { listReplacements } from '../pathway/list-replacements.ts';
import type { Measure, Scenario } from '../pathway/model.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { takeInCandidate } from './edit-measures.ts';
import { listWhatIfs, type PathStanding } from './path-as-it-stands.ts';
import type { PathDocument } from './path-document.ts';

/** What one measure more saves in a year, told in all ways: null where it cannot be calculated. */
export type AdditionWeight = {
	/** On top of the path as it stands without it: what it is offered at. Of one without effect now, what it would save with it. */
	readonly last: number | null;
	/** In its place in the order: what it is shown at once it is there. Those after it then have less to save from. */
	readonly inOrder: number | null;
	/** What the path falls by when it is taken in; negative where it rises. More than `last` where stated tonnes are not made smaller by what comes before them. */
	readonly path: number | null;
	/** Titles of the measures that no longer count themselves beside it: its alternatives, and what is counted inside it. */
	readonly displaced: readonly string[];
	readonly standing: MeasureStanding;
	/** How it stands where that leaves it without effect, as while its initiative is on hold; null otherwise. */
	readonly without: PathStanding | null;
};

/**
 * Weighs a candidate, or a measure of the path that was one, as it is given.
 * @param standings how all measures stand once it is taken in, itself too; none before the first round
 */
export function weighAddition(
	document: PathDocument,
	measure: Measure,
	{ year, standings }: { readonly year: number; readonly standings: readonly PathStanding[] },
): AdditionWeight {
	const { scenario } = document;
	const isOwn = (each: { readonly measure: string }) => each.measure === measure.id;
	const before = {
		...scenario,
		measures: scenario.measures.filter(({ id }) => id !== measure.id),
		order: scenario.order?.filter((id) => id !== measure.id) ?? null,
	};
	const after = before.measures.length < scenario.measures.length ? scenario : takeInCandidate(document, measure, null).scenario;
	const whatIf = listWhatIfs(standings);
	const others = whatIf.filter((each) => !isOwn(each));
	const calculate = (of: Scenario, told: typeof whatIf) => calculatePathway(applyWhatIf(compileScenario(of), told), { shapley: null });
	const [without, taken] = [calculate(before, others), calculate(after, whatIf)];
	const read = (figures: Pathway['pathway']['net'] | null | undefined) => figures?.[taken.years.indexOf(year)] ?? null;
	const [from, to] = [read(without.pathway.net), read(taken.pathway.net)];
	const own = taken.measures.find(isOwn);
	const offered = listReplacements(before, [measure], { year, whatIf: whatIf.filter((each) => !(isOwn(each) && each.isDropped)) });
	return {
		last: offered.candidates[0]?.tonnes ?? null,
		inOrder: read(own?.effects['in order']),
		path: own?.standing === 'not calculated' || from === null || to === null ? null : from - to,
		displaced: listCounted(without).filter((title) => !listCounted(taken).includes(title)),
		standing: own?.standing ?? 'not calculated',
		without: standings.find((each) => isOwn(each) && each.start === null) ?? null,
	};
}

function listCounted({ measures }: Pathway): string[] {
	return measures.filter(({ standing }) => standing === 'counted').map(({ title }) => title);
}
