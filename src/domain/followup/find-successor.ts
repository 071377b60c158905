import { getNumberKey } from './import-proposal.ts';
import type { PlanEvent } from './plan-event.ts';

/** What became of a line that has no page under its number any more: the line to go to, null where it went out of the plan. */
export type Successor = { readonly kind: 'renumbered' | 'merged' | 'taken out'; readonly initiativeId: string | null };

type Asked = {
	readonly year: number;
	readonly number: string;
	/** The number of a line as it is now, or was when it went out. */
	readonly numberOf: (initiativeId: string) => string | null;
};

/**
 * What happened in a round to the line that had a number, the latest that did, followed to where it is now; null when nothing did.
 * @param events what happened to the plan's lines, oldest first
 */
export function findSuccessor(events: readonly PlanEvent[], { year, number, numberOf }: Asked): Successor | null {
	const wanted = getNumberKey(number);
	const isWanted = (text: string | null) => text !== null && getNumberKey(text) === wanted;
	const found = events.findLast(
		(event) =>
			event.year === year &&
			(event.kind === 'renumbered' ? isWanted(event.before) : isEnd(event) && isWanted(numberOf(event.initiativeId))),
	);
	if (!found) return null;
	if (isEnd(found)) return { kind: found.kind, initiativeId: follow(events, year, found.otherId) };
	return { kind: 'renumbered', initiativeId: follow(events, year, found.initiativeId) };
}

function isEnd(event: PlanEvent): event is PlanEvent & { readonly kind: 'merged' | 'taken out' } {
	return event.kind === 'merged' || event.kind === 'taken out';
}

/** A line that itself went into another, or out, as often as that happened. */
function follow(events: readonly PlanEvent[], year: number, from: string | null): string | null {
	let id = from;
	for (const event of events) if (id !== null && event.year === year && event.initiativeId === id && isEnd(event)) id = event.otherId;
	return id;
}
