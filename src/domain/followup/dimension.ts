import type { AssessedInitiative } from './status-round.ts';

/** What a register can be filtered, counted and grouped by. */
export const dimensions = ['section', 'sector', 'state', 'priority', 'progress', 'fulfilment', 'responsible', 'co2Relation'] as const;
export type Dimension = (typeof dimensions)[number];

/**
 * The value of one initiative in one dimension; `null` is "not stated", which is a value one can count and filter by.
 * Sections are given by id. Fulfilment written as prose is `text`.
 */
export function getDimensionValue(line: AssessedInitiative, dimension: Dimension): string | null {
	const { initiative, assessment } = line;
	switch (dimension) {
		case 'section':
			return initiative.sectionId;
		case 'sector':
			return initiative.sector;
		case 'priority':
			return initiative.priority;
		case 'responsible':
			return initiative.responsible;
		case 'co2Relation':
			return initiative.co2Relation;
		case 'state':
			return assessment?.state ?? null;
		case 'progress':
			return assessment?.progress ?? null;
		case 'fulfilment':
			return assessment?.fulfilment ?? (assessment?.fulfilmentText ? 'text' : null);
	}
}
