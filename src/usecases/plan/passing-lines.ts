import { getLeavingId } from '#domain/followup/list-returned.ts';
import { isPutBack, type PlanEvent } from '#domain/followup/plan-event.ts';
import { getNumberKey } from '#domain/plan/number-key.ts';
import type { InitiativeRow } from '#storage/initiatives.ts';
import type { StoredPlan } from './plan-record.ts';

/** A line that came out of another in a round and left the plan again in the same one: no round has it. */
export type PassingLine = { readonly id: string; readonly number: string; readonly title: string; readonly year: number };

/** Whether a line came and went within one round. Its page is for those who work on rounds alone: it never was in a plan that was published. */
export function isPassing({ content: { introducedIn, withdrawnIn } }: InitiativeRow): boolean {
	return withdrawnIn !== null && introducedIn === withdrawnIn;
}

/** The line of a number that came and went within one round, that of `year` where one is asked for: the last one that did. */
export function findPassing({ initiatives }: StoredPlan, number: string, year: number | undefined): InitiativeRow | undefined {
	const found = initiatives.filter(
		(row) =>
			isPassing(row) &&
			getNumberKey(row.content.number) === getNumberKey(number) &&
			(year === undefined || row.content.withdrawnIn === year),
	);
	return found.toSorted((one, other) => Number(other.content.withdrawnIn) - Number(one.content.withdrawnIn))[0];
}

/** What came out of a line, and what it went into, that came and went within one round. */
export function listPassing({ initiatives }: StoredPlan, events: readonly PlanEvent[], id: string): PassingLine[] {
	const become = events.flatMap(({ kind, initiativeId, otherId }) => {
		if (kind === 'split' && otherId === id) return [initiativeId];
		return kind === 'merged' && initiativeId === id && otherId !== null ? [otherId] : [];
	});
	return initiatives.flatMap((row) => {
		const { number, title, withdrawnIn: year } = row.content;
		return isPassing(row) && year !== null && become.includes(row.id) ? [{ id: row.id, number, title, year }] : [];
	});
}

/** What happened to a line and was not taken back. To the plan it comes to nothing where the line came and went within one round. */
export function listOwnSteps(events: readonly PlanEvent[], id: string): PlanEvent[] {
	const isTakenBack = (event: PlanEvent, index: number) =>
		getLeavingId(event) === event.initiativeId &&
		events.slice(index + 1).some((later) => isPutBack(later) && later.initiativeId === event.initiativeId);
	return events.filter(
		(event, index) => (event.initiativeId === id || event.otherId === id) && !isPutBack(event) && !isTakenBack(event, index),
	);
}
