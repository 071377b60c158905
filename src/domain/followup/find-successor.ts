import { getNumberKey } from '../plan/number-key.ts';
import type { PlanEvent } from './plan-event.ts';

/** A line of the plan as it is now, with the year of the round in which it went out of it; null while it is in. */
export type LineNow = { readonly id: string; readonly number: string; readonly withdrawnIn: number | null };

/** What became of a line that has no page under a number any more. */
export type Successor = {
	/** The line itself. */
	readonly of: string;
	readonly kind: 'renumbered' | 'merged' | 'split' | 'taken out';
	/** The number to go to; null where it went out of the plan. */
	readonly number: string | null;
	/** Of one that was split: the numbers of what came out of it, where that is now. */
	readonly parts?: readonly string[];
};

/**
 * What happened in the round to the line that has, or had, a number that no line of the plan has now; null when nothing did. A line that
 * is in the plan has only got another number, whatever happened to it before it was brought back.
 * @param events what happened to the plan's lines, oldest first
 */
export function findSuccessor(
	events: readonly PlanEvent[],
	lines: readonly LineNow[],
	{ year, number }: { readonly year: number; readonly number: string },
): Successor | null {
	const wanted = getNumberKey(number);
	const own = events.filter((event) => event.year === year);
	// What went out in an earlier round may have left its number to another.
	const known = lines.filter(({ withdrawnIn }) => withdrawnIn === null || withdrawnIn === year);
	const byId = new Map(known.map((line) => [line.id, line]));
	const renamed = own.findLast(({ kind, before }) => kind === 'renumbered' && before !== null && getNumberKey(before) === wanted);
	const line = known.find((each) => isGone(each) && getNumberKey(each.number) === wanted) ?? byId.get(renamed?.initiativeId ?? '');
	if (!line || (!isGone(line) && getNumberKey(line.number) === wanted)) return null;
	if (!isGone(line)) return { of: line.id, kind: 'renumbered', number: line.number };
	const parts = listParts(own, byId, line);
	if (parts.length > 0) return { of: line.id, kind: 'split', number: null, parts };
	const into = follow(own, byId, line);
	return { of: line.id, kind: into ? 'merged' : 'taken out', number: into?.number ?? null };
}

const isGone = ({ withdrawnIn }: LineNow) => withdrawnIn !== null;

/** The numbers of what came out of a line that was not kept; none where it left the plan in another way. */
function listParts(events: readonly PlanEvent[], byId: ReadonlyMap<string, LineNow>, { id }: LineNow): string[] {
	const end = events.findLast((event) => (event.kind === 'split' && event.otherId === id) || (event.initiativeId === id && isEnd(event)));
	if (end?.kind !== 'split') return [];
	const parts = events.flatMap((event) => {
		const part = event.kind === 'split' && event.otherId === id ? byId.get(event.initiativeId) : undefined;
		return (part && follow(events, byId, part)?.number) ?? [];
	});
	return [...new Set(parts)];
}

const isEnd = ({ kind }: PlanEvent) => kind === 'merged' || kind === 'taken out';

/** The line that a line which is gone went into, as often as that one went on; undefined when none is left in the plan. */
function follow(events: readonly PlanEvent[], byId: ReadonlyMap<string, LineNow>, from: LineNow): LineNow | undefined {
	const passed = new Set<string>();
	let line: LineNow | undefined = from;
	while (line && isGone(line) && !passed.has(line.id)) {
		passed.add(line.id);
		line = byId.get(findInto(events, line.id) ?? '');
	}
	return line && isGone(line) ? undefined : line;
}

/** What a line went into the last time it left the plan; null where it was taken out. */
function findInto(events: readonly PlanEvent[], id: string): string | null {
	const end = events.findLast((event) => event.initiativeId === id && isEnd(event));
	return end?.kind === 'merged' ? end.otherId : null;
}
