import { isPutBack, type PlanEvent } from './plan-event.ts';

/** Whether a line is in the plan at the end of the round of a year. */
type IsInPlan = (initiativeId: string, year: number) => boolean;

/**
 * What events come to in each round. What was taken back tells nothing, numbers and owners go from the first to the last, and a line
 * that came and went within one round is none: what went into it went where it went, and what came out of it came from where it came.
 */
export function reduceEvents(events: readonly PlanEvent[], isInPlan: IsInPlan): PlanEvent[] {
	const years = [...new Set(events.map(({ year }) => year))];
	const net = years.flatMap((year) =>
		reduceRound(
			events.filter((event) => event.year === year),
			(id) => isInPlan(id, year),
		),
	);
	const keys = net.map(({ year, kind, initiativeId, otherId }) => JSON.stringify([year, kind, initiativeId, otherId]));
	return net.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

type Round = {
	/** All but what was taken back. */
	readonly events: readonly PlanEvent[];
	/** Came in this round. */
	readonly isNew: (id: string) => boolean;
	/** Came in this round and is gone at its end. */
	readonly isPassing: (id: string) => boolean;
	readonly isThere: (id: string) => boolean;
};

const isLeaving = ({ kind }: PlanEvent) => kind === 'taken out' || kind === 'merged';
const isComing = (event: PlanEvent) => event.kind === 'split' || (event.kind === 'added' && !isPutBack(event));

function reduceRound(all: readonly PlanEvent[], isThere: (id: string) => boolean): PlanEvent[] {
	const isLast = (event: PlanEvent, index: number) =>
		!all.slice(index + 1).some((later) => later.initiativeId === event.initiativeId && (isLeaving(later) || isPutBack(later)));
	const events = all.filter((event, index) => {
		if (isPutBack(event)) return false;
		return !isLeaving(event) || (!isThere(event.initiativeId) && isLast(event, index));
	});
	const came = new Set(events.filter(isComing).map(({ initiativeId }) => initiativeId));
	const isNew = (id: string) => came.has(id);
	const round: Round = { events, isNew, isThere, isPassing: (id) => isNew(id) && !isThere(id) };
	return events.flatMap((event) => reduceEvent(round, event));
}

function reduceEvent(round: Round, event: PlanEvent): PlanEvent[] {
	const { initiativeId: id } = event;
	if (event.kind === 'split') return reduceSplit(round, event);
	if (round.isPassing(id)) return [];
	const renumbered = round.events.filter(({ kind, initiativeId }) => kind === 'renumbered' && initiativeId === id);
	switch (event.kind) {
		case 'added':
			return [{ ...event, after: renumbered.at(-1)?.after ?? event.after }];
		case 'taken out':
			return [{ ...event, before: renumbered[0]?.before ?? event.before }];
		case 'merged':
			return reduceMerge(round, { ...event, before: renumbered[0]?.before ?? event.before });
		case 'renumbered':
		case 'new owner':
			return event === findLast(round, event) ? reduceMoves(round, event) : [];
	}
}

function findLast({ events }: Round, { kind, initiativeId }: PlanEvent): PlanEvent | undefined {
	return events.findLast((event) => event.kind === kind && event.initiativeId === initiativeId);
}

/** Several moves of a number or an owner as one; none where the line is new or gone, or all is as it was. */
function reduceMoves({ events, isNew, isThere }: Round, last: PlanEvent): PlanEvent[] {
	if (isNew(last.initiativeId) || !isThere(last.initiativeId)) return [];
	const own = events.filter(({ kind, initiativeId }) => kind === last.kind && initiativeId === last.initiativeId);
	// An owner may change without the plan's words for it.
	const told = own.filter(({ before, after }) => before !== null || after !== null);
	const before = told[0]?.before ?? null;
	const after = told.at(-1)?.after ?? null;
	if (before !== after) return [{ ...last, before, after }];
	return told.length === own.length ? [] : [{ ...last, before: null, after: null }];
}

/** Into what a line went in the end; where that is out of the plan, it was taken out with it. */
function reduceMerge(round: Round, event: PlanEvent): PlanEvent[] {
	const steps = followMerges(round, event.otherId);
	const target = steps.at(-1)?.otherId ?? event.otherId;
	if (target === null || !round.isPassing(target)) return [{ ...event, otherId: target, after: steps.at(-1)?.after ?? event.after }];
	const out = round.events.find(({ kind, initiativeId }) => kind === 'taken out' && initiativeId === target);
	return out ? [{ ...out, initiativeId: event.initiativeId, before: event.before }] : [];
}

/** The mergers by which a line that came and went was passed on, in their order. */
function followMerges({ events, isPassing }: Round, id: string | null): PlanEvent[] {
	const steps: PlanEvent[] = [];
	let next = id;
	while (next !== null && isPassing(next)) {
		const from = next;
		const step = events.find(({ kind, initiativeId }) => kind === 'merged' && initiativeId === from);
		if (!step || steps.includes(step)) break;
		steps.push(step);
		next = step.otherId;
	}
	return steps;
}

/** Where a part came from, told of the line that it is in the end. A part of nothing but new lines is new. */
function reduceSplit(round: Round, event: PlanEvent): PlanEvent[] {
	const steps = followMerges(round, event.initiativeId);
	const part = steps.at(-1)?.otherId ?? event.initiativeId;
	// An initiative that was there before did not come out of another, though a part of it has gone into it.
	if (round.isPassing(part) || !round.isNew(part)) return [];
	const after = findLast(round, { ...event, kind: 'renumbered', initiativeId: part })?.after ?? steps.at(-1)?.after ?? event.after;
	const origins = findOrigins(round, event.otherId, new Set()).filter((id) => id !== part);
	if (event.otherId !== null && origins.length === 0) {
		const isTold = round.events.some(({ kind, initiativeId }) => kind === 'added' && initiativeId === part);
		return isTold || steps.length > 0 ? [] : [{ ...event, kind: 'added', otherId: null, before: null, after }];
	}
	return origins.map((otherId) => {
		const before = otherId === event.otherId ? event.before : null;
		return { ...event, initiativeId: part, otherId, before, after };
	});
}

/** The lines from before the round, or that stay in it, that a line comes from: itself where it is one of them. */
function findOrigins(round: Round, id: string | null, seen: Set<string>): string[] {
	if (id === null || seen.has(id)) return [];
	seen.add(id);
	if (!round.isPassing(id)) return [id];
	return round.events.flatMap(({ kind, initiativeId, otherId }) => {
		if (kind === 'merged' && otherId === id) return findOrigins(round, initiativeId, seen);
		return kind === 'split' && initiativeId === id ? findOrigins(round, otherId, seen) : [];
	});
}
