import type { Scenario } from './model.ts';
import { createFinding, type PathwayFinding } from './pathway-finding.ts';
import { isInOrder } from './series.ts';

/** Targets that cannot be held against the path as they stand. */
export function checkTargets({ targets, reference, gwpSet, firstYear, lastYear }: Scenario): PathwayFinding[] {
	const list = targets?.targets ?? [];
	const years = list.map(({ year }) => year);
	const set = reference?.gwpSet ?? null;
	return [
		...(set !== null && set !== gwpSet ? [createFinding('mixed-gwp', { details: { set, expected: gwpSet } })] : []),
		...(reference !== null && !isInOrder(reference.tonnes) ? [createFinding('range-order', { details: { what: 'reference' } })] : []),
		...list.flatMap(({ id, year, level }, place) => [
			...(year < firstYear || year > lastYear ? [createFinding('target-year-outside', { details: { id, year } })] : []),
			...('reduction' in level && reference === null ? [createFinding('target-without-reference', { details: { id, year } })] : []),
			...(years.indexOf(year) !== place ? [createFinding('target-same-year', { details: { id, year } })] : []),
		]),
	];
}
