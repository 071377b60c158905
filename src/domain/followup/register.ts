import { compareNaturally, compareWords } from '../shared/natural-order.ts';
import { dimensions, getDimensionValue, type Dimension } from './dimension.ts';
import type { AssessedInitiative } from './status-round.ts';

/**
 * What a reader wants to see. Values within one dimension widen, dimensions narrow; `null` among the values is "not stated".
 * An empty or absent list does not narrow.
 */
export type RegisterFilter = {
	readonly [dimension in Dimension]?: readonly (string | null)[];
} & {
	/** Ids that a text search found; when left out, no words were searched for. */
	readonly matching?: ReadonlySet<string>;
};

export const sortKeys = [
	'position',
	'number',
	'title',
	'section',
	'sector',
	'startDate',
	'state',
	'priority',
	'progress',
	'fulfilment',
	'responsible',
	'budget',
	'co2Relation',
] as const;
export type SortKey = (typeof sortKeys)[number];
export type RegisterSort = { readonly by: SortKey; readonly descending: boolean };

/** One value of a filter with how many initiatives it would show when the other filters stay as they are. */
export type FacetValue = { readonly value: string | null; readonly count: number; readonly chosen: boolean };
export type Facets = Readonly<Record<Dimension, readonly FacetValue[]>>;

/** The lines that a filter lets through, in the order given. */
export function filterRegister(lines: readonly AssessedInitiative[], filter: RegisterFilter): AssessedInitiative[] {
	return lines.filter((line) => isFound(line, filter) && dimensions.every((dimension) => matches(line, filter, dimension)));
}

/**
 * The values of every filter with their counts: each dimension is counted under the other dimensions' filters and the words,
 * so a count says what choosing that value would show. A value chosen or present anywhere is listed, also when it counts 0.
 * Values are in the order they are met in the register.
 */
export function countFacets(lines: readonly AssessedInitiative[], filter: RegisterFilter): Facets {
	const found = lines.filter((line) => isFound(line, filter));
	const facets = dimensions.map((dimension) => {
		const counts = new Map<string | null, number>(lines.map((line) => [getDimensionValue(line, dimension), 0]));
		for (const value of filter[dimension] ?? []) counts.set(value, 0);
		for (const line of found) {
			if (!dimensions.every((other) => other === dimension || matches(line, filter, other))) continue;
			const value = getDimensionValue(line, dimension);
			counts.set(value, (counts.get(value) ?? 0) + 1);
		}
		const chosen = filter[dimension] ?? [];
		return [dimension, [...counts].map(([value, count]) => ({ value, count, chosen: chosen.includes(value) }))] as const;
	});
	return Object.fromEntries(facets) as Record<Dimension, FacetValue[]>;
}

/**
 * Sorts by a column; equal lines and lines where nothing is stated keep the plan's order, the latter always last.
 * `rank` gives the order of values that have one (a state before another, a section's place); without it words sort as Danish.
 */
export function sortRegister(
	lines: readonly AssessedInitiative[],
	sort: RegisterSort,
	rank?: (value: string) => number | string,
): AssessedInitiative[] {
	const turn = sort.descending ? -1 : 1;
	const order = (left: string, right: string) => turn * compareKeys(sort.by, left, right, rank);
	return lines
		.map((line) => ({ line, key: getSortKey(line, sort.by) }))
		.sort((left, right) => {
			if (left.key === null || right.key === null) return left.key === right.key ? comparePlace(left, right) : left.key === null ? 1 : -1;
			return order(left.key, right.key) || comparePlace(left, right);
		})
		.map(({ line }) => line);
}

type Keyed = { readonly line: AssessedInitiative };

function comparePlace(left: Keyed, right: Keyed): number {
	return left.line.initiative.position - right.line.initiative.position;
}

function compareKeys(by: SortKey, left: string, right: string, rank?: (value: string) => number | string): number {
	if (by === 'number' || by === 'position' || by === 'startDate') return compareNaturally(left, right);
	const one = rank?.(left) ?? left;
	const two = rank?.(right) ?? right;
	return typeof one === 'number' && typeof two === 'number' ? one - two : compareWords(String(one), String(two));
}

function getSortKey(line: AssessedInitiative, by: SortKey): string | null {
	switch (by) {
		case 'position':
			return String(line.initiative.position);
		case 'number':
		case 'title':
		case 'startDate':
		case 'budget':
			return line.initiative[by];
		default:
			return getDimensionValue(line, by);
	}
}

function matches(line: AssessedInitiative, filter: RegisterFilter, dimension: Dimension): boolean {
	const wanted = filter[dimension];
	return !wanted || wanted.length === 0 || wanted.includes(getDimensionValue(line, dimension));
}

function isFound(line: AssessedInitiative, { matching }: RegisterFilter): boolean {
	return matching?.has(line.initiative.id) ?? true;
}
