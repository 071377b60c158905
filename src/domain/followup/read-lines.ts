import { getNumberKey } from '../plan/number-key.ts';
import type { State } from './assessment.ts';
import type { Said } from './find-course.ts';
import type { AssessedInitiative } from './status-round.ts';

/** What the rounds tell of one measure's initiative. */
export type Lines = {
	/** What each round said, oldest first. */
	readonly said: readonly Said[];
	/** The state last said of it, and in which round. */
	readonly known: { readonly state: State; readonly year: number } | null;
	/** Years by which its dates, as they were known in a year, came later. */
	readonly countMoved: (year: number) => number;
};

type Round = { readonly round: { readonly year: number }; readonly lines: readonly AssessedInitiative[] };
type Followed = { readonly number: string | null; readonly ids: readonly string[] | undefined; readonly since: number | undefined };

/**
 * What the rounds (newest first) said of an initiative; undefined where none knows it. It keeps its id when it gets another number, and a measure that is tied to `ids` goes on with
 * what its initiative went into. What was taken in after the round `since` was planned from the dates of that round.
 */
export function readLines(rounds: readonly Round[], { number, ids, since }: Followed): Lines | undefined {
	const isNamed = ({ initiative }: AssessedInitiative) => number !== null && getNumberKey(initiative.number) === getNumberKey(number);
	const named = ids ?? rounds.flatMap(({ lines }) => lines.find(isNamed)?.initiative.id ?? []).slice(0, 1);
	const find = ({ lines }: Round) => named.flatMap((id) => lines.find(({ initiative }) => initiative.id === id) ?? [])[0] ?? null;
	const all = rounds.map((each) => ({ year: each.round.year, line: find(each) }));
	const newest = all.find(({ line }) => line)?.line;
	if (!newest) return undefined;
	const known = all.flatMap(({ line, year }) => (line?.assessment?.state ? { state: line.assessment.state, year } : []));
	// Before it was first there it was not taken out.
	const there = all.slice(0, all.findLastIndex(({ line }) => line) + 1).reverse();
	const said = there.map(({ line, year }): Said => {
		const state = known.find((each) => each.year <= year)?.state ?? null;
		// What is done is done, also when the plan no longer has a line for it.
		return { year, state: line || state === 'completed' ? state : 'gone' };
	});
	// Dates are held against those of the same initiative: another's were other dates all along.
	const dated = all.flatMap(({ line, year }) => (line?.initiative.id === newest.initiative.id ? { line, year } : []));
	const first = dated.findLast(({ year }) => since === undefined || year >= since) ?? dated.at(-1);
	const countMoved = (year: number) => {
		const now = dated.find((each) => each.year <= year);
		// What is completed came when it came.
		const isDone = said.findLast((each) => each.year <= year)?.state === 'completed';
		return first && now && !isDone ? countYearsMoved(first.line, now.line) : 0;
	};
	return { said, known: known[0] ?? null, countMoved };
}

/** Years by which the start or the deadline, whichever moved most, came later. A date that is not stated has not moved. */
function countYearsMoved({ initiative: first }: AssessedInitiative, { initiative: now }: AssessedInitiative): number {
	const between = (before: string | null, after: string | null) =>
		before === null || after === null ? 0 : Number(after.slice(0, 4)) - Number(before.slice(0, 4));
	return Math.max(0, between(first.startDate, now.startDate), between(first.deadline, now.deadline));
}
