import type { GapStanding, OfferedAt, PathGap } from './path-gap.ts';
import type { PathDocument } from './path-document.ts';
import { weighAddition } from './weigh-addition.ts';

/**
 * The gap with what each measure that was taken in later was offered at, where it counts for something else in its place. Its rows then
 * say why the tonnes are not those it was chosen for.
 */
export function tellOffered(document: PathDocument, gap: PathGap, year: number): PathGap {
	const found = new Map(gap.standings.map((one) => [one.measure, findOffered(document, gap.standings, { one, year })]));
	const tell = (standings: readonly GapStanding[]) =>
		standings.map((one) => {
			const offered = found.get(one.measure);
			return offered ? { ...one, offered } : one;
		});
	const initiatives = gap.initiatives.map((each) => ({ ...each, standings: tell(each.standings) }));
	return { ...gap, standings: tell(gap.standings), initiatives };
}

function findOffered(
	document: PathDocument,
	standings: readonly GapStanding[],
	{ one, year }: { readonly one: GapStanding; readonly year: number },
): OfferedAt | null {
	const measure = document.scenario.measures.find(({ id }) => id === one.measure);
	if (one.takenIn === undefined || one.start === null || !measure) return null;
	const { last, inOrder, path, displaced, standing } = weighAddition(document, measure, { year, standings });
	// Where others no longer count beside it, its tonnes are less theirs: another figure altogether.
	if (standing !== 'counted' || displaced.length > 0 || last === null || inOrder === null || path === null) return null;
	if (Math.abs(inOrder - last) < 0.5) return null;
	return { year, tonnes: last, counts: inOrder, because: path - last >= 0.5 ? 'stated tonnes' : 'order' };
}
