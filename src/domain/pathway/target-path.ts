import type { PathwayTarget, PathwayReference, Scenario, TargetSet } from './model.ts';
import { readRange } from './series.ts';

/** The tonnes a target leaves; `undefined` for a reduction against a reference level that is not stated. */
export function getTargetTonnes({ level }: PathwayTarget, reference: Pick<PathwayReference, 'tonnes'> | null): number | undefined {
	if ('tonnes' in level) return level.tonnes;
	return reference === null ? undefined : readRange(reference.tonnes).mid * (1 - level.reduction);
}

/**
 * Tonnes of the target path (Danish: målsti) in each year: a line from its start through the targets, level after the last. NaN
 * where it says nothing: before it begins, and between the targets when no line is asked for.
 */
export function placeTargetPath({ targets, reference }: Scenario, years: readonly number[]): Float64Array {
	const path = new Float64Array(years.length).fill(Number.NaN);
	if (targets === null) return path;
	const points = listPoints(targets, reference);
	const last = points.at(-1);
	years.forEach((year, at) => {
		const here = points.find((point) => point.year === year);
		if (here) path[at] = here.tonnes;
		else if (targets.between === 'linear') path[at] = last && year > last.year ? last.tonnes : drawBetween(points, year);
	});
	return path;
}

type Point = { readonly year: number; readonly tonnes: number };

function listPoints({ start, targets }: TargetSet, reference: PathwayReference | null): Point[] {
	const reached = targets.flatMap((target) => {
		const tonnes = getTargetTonnes(target, reference);
		return tonnes === undefined ? [] : [{ year: target.year, tonnes }];
	});
	return [...(start === null ? [] : [start]), ...reached].sort((one, two) => one.year - two.year);
}

function drawBetween(points: readonly Point[], year: number): number {
	const after = points.find((point) => point.year > year);
	const before = points.findLast((point) => point.year < year);
	if (!before || !after) return Number.NaN;
	return before.tonnes + ((after.tonnes - before.tonnes) * (year - before.year)) / (after.year - before.year);
}
