import { isPutBack, type PlanEvent } from './plan-event.ts';

/** A line that was put back in the plan, and lines that it had become and that stand in the plan beside it: the same matter twice. */
export type Returned = {
	/** What put it back. */
	readonly by: PlanEvent;
	/** How it had left the plan. */
	readonly kind: 'split' | 'merged';
	readonly beside: readonly string[];
};

type IsInPlan = (initiativeId: string) => boolean;

/**
 * The lines that were put back in a round while what they had become stands still: what came out of them, or the new line that they went
 * into. A line that was in the plan before they went into it has a place of its own there.
 * @param events one round's, oldest first
 */
export function listReturned(events: readonly PlanEvent[], isInPlan: IsInPlan): Returned[] {
	return events.flatMap((event, index) => {
		const { initiativeId: id } = event;
		const isLast = !events.slice(index + 1).some((later) => isPutBack(later) && later.initiativeId === id);
		if (!isPutBack(event) || !isLast || !isInPlan(id)) return [];
		const end = findEnd(events.slice(0, index), id);
		if (end?.kind !== 'split' && end?.kind !== 'merged') return [];
		const beside = listStanding(events, isInPlan, listBecome(events, end), new Set([id]));
		return beside.length > 0 ? [{ by: event, kind: end.kind, beside }] : [];
	});
}

/** The line that an event may have let leave the plan: one that others came out of may have stayed. */
export function getLeavingId({ kind, initiativeId, otherId }: PlanEvent): string | null {
	if (kind === 'split') return otherId;
	return kind === 'taken out' || kind === 'merged' ? initiativeId : null;
}

function findEnd(events: readonly PlanEvent[], id: string): PlanEvent | undefined {
	return events.findLast((event) => getLeavingId(event) === id);
}

/** What a line became when it left. All that one step does is done at one time. */
function listBecome(events: readonly PlanEvent[], end: PlanEvent): string[] {
	const step = events.filter(({ at }) => at.getTime() === end.at.getTime());
	if (end.kind === 'split') return step.flatMap((event) => (getLeavingId(event) === end.otherId ? event.initiativeId : []));
	const isNew = step.some(({ kind, initiativeId }) => kind === 'added' && initiativeId === end.otherId);
	return end.kind === 'merged' && end.otherId !== null && isNew ? [end.otherId] : [];
}

/** Those of the lines that are in the plan, and of the others what they became in their turn. */
function listStanding(events: readonly PlanEvent[], isInPlan: IsInPlan, ids: readonly string[], seen: Set<string>): string[] {
	return ids.flatMap((id) => {
		if (seen.has(id)) return [];
		seen.add(id);
		if (isInPlan(id)) return [id];
		const end = findEnd(events, id);
		return end ? listStanding(events, isInPlan, listBecome(events, end), seen) : [];
	});
}
