import type { Pause } from '../pathway/apply-what-if.ts';
import { isBegun, type State } from './assessment.ts';

/** What was known of an initiative after a round: its state, `gone` where it was taken out, null where no state was ever said. */
export type Said = { readonly year: number; readonly state: State | 'gone' | null };

/** The years in which an initiative's measure has effect, as far as the rounds know. */
export type Course = {
	/** First year with effect; null when it has none. */
	readonly start: number | null;
	/** Years without effect after that. The last may go on. */
	readonly pauses: readonly Pause[];
};

/**
 * Lays out when a measure has effect by what all rounds said (oldest first), so that no later round brings effect into a year that an
 * earlier one said had none. Not begun in a round: none up to and including its year. On hold or taken out: none from that year until
 * the first round that says it is under way again, and none at all before where no round had said that it had begun.
 * @param getPlanned first year with effect by the dates that were known in a year
 */
export function findCourse(said: readonly Said[], getPlanned: (year: number) => number): Course {
	const newest = said.at(-1)?.year ?? 0;
	return layCourse(readStops(said), (year) => getPlanned(Math.min(year, newest)));
}

type Stops = { readonly notBefore: number; readonly pauses: readonly Pause[] };

/** Stops that nothing begun was before reach back without end. */
function readStops(said: readonly Said[]): Stops {
	let notBefore = -Infinity;
	let pauses: Pause[] = [];
	let hasBegun = false;
	for (const { year, state } of said) {
		const open = pauses.at(-1)?.to === null;
		if (state === 'not started' || state === 'planning') [notBefore, pauses, hasBegun] = [year + 1, [], false];
		else if (state !== 'on hold' && state !== 'gone') {
			if (open) pauses = pauses.map((each) => (each.to === null ? { ...each, to: year - 1 } : each));
			hasBegun ||= isBegun(state);
		} else if (!open) pauses.push({ from: hasBegun ? year : -Infinity, to: null });
	}
	return { notBefore, pauses };
}

function layCourse({ notBefore, pauses }: Stops, getPlanned: (year: number) => number): Course {
	const [first, ...later] = pauses;
	// What was in effect stays in effect: dates that moved because it stopped, or since, are those of the way back.
	const start = Math.max(getPlanned(first ? first.from - 1 : Infinity), notBefore);
	if (!first || start < first.from) return { start, pauses };
	if (first.to === null) return { start: null, pauses: [] };
	return layCourse({ notBefore: Math.max(notBefore, first.to + 1), pauses: later }, getPlanned);
}
