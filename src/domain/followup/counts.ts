import type { Fulfilment, Progress } from './assessment.ts';
import { getDimensionValue, type Dimension } from './dimension.ts';
import type { AssessedInitiative } from './status-round.ts';

/** How many initiatives have each value of a dimension, in the order the values are first met; `null` is "not stated". */
export function countBy(lines: readonly AssessedInitiative[], dimension: Dimension): Map<string | null, number> {
	const counts = new Map<string | null, number>();
	for (const line of lines) {
		const value = getDimensionValue(line, dimension);
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	return counts;
}

/** Number of initiatives per colour; `none` has nothing printed, `text` has words instead of a colour. */
export type ColourCounts = {
	readonly progress: Readonly<Record<Progress | 'none', number>>;
	readonly fulfilment: Readonly<Record<Fulfilment | 'text' | 'none', number>>;
};

/** Counts both colours. Each of the two adds up to the number of lines. */
export function countColours(lines: readonly AssessedInitiative[]): ColourCounts {
	const progress = { green: 0, yellow: 0, red: 0, white: 0, none: 0 };
	const fulfilment = { green: 0, yellow: 0, red: 0, pink: 0, text: 0, none: 0 };
	for (const { assessment } of lines) {
		progress[assessment?.progress ?? 'none'] += 1;
		fulfilment[assessment?.fulfilment ?? (assessment?.fulfilmentText ? 'text' : 'none')] += 1;
	}
	return { progress, fulfilment };
}

/** The colours of the lines that share one value of a dimension. */
export type GroupCounts = ColourCounts & { readonly value: string | null; readonly total: number };

/** Both colours for each value of a dimension, in the order the values are first met. */
export function countColoursBy(lines: readonly AssessedInitiative[], dimension: Dimension): GroupCounts[] {
	const groups = new Map<string | null, AssessedInitiative[]>();
	for (const line of lines) {
		const value = getDimensionValue(line, dimension);
		const group = groups.get(value);
		if (group) group.push(line);
		else groups.set(value, [line]);
	}
	return [...groups].map(([value, group]) => ({ value, total: group.length, ...countColours(group) }));
}
