import type { Assessment } from '#domain/followup/assessment.ts';
import { listReturned, type Returned } from '#domain/followup/list-returned.ts';
import { reduceEvents } from '#domain/followup/net-events.ts';
import type { PlanEvent, PlanEventKind } from '#domain/followup/plan-event.ts';
import type { StatusRound } from '#domain/followup/status-round.ts';
import { isPassing, listOwnSteps } from './passing-lines.ts';
import type { StoredPlan } from './plan-record.ts';

/** What was said about an initiative in every round that assessed it, oldest first. */
export type InitiativeHistory = readonly { readonly round: StatusRound; readonly assessment: Assessment }[];

/** A line that went into an initiative, or that it came out of, with what was said about it before. */
export type Predecessor = {
	readonly id: string;
	readonly kind: 'merged' | 'split';
	/** Year of the round in which it happened. */
	readonly year: number;
	readonly number: string;
	readonly title: string;
	readonly decision: string | null;
	readonly caseNumber: string | null;
	/** The one that others came out of was put back in the plan, where they stand still. */
	readonly isBack: boolean;
	readonly history: InitiativeHistory;
};

/** A line that an initiative went into, or that came out of it. */
export type Successor = Omit<Predecessor, 'history'>;

/** What happened to the line itself, without who did it. */
export type LineEvent = {
	readonly kind: PlanEventKind;
	readonly year: number;
	readonly before: string | null;
	readonly after: string | null;
	readonly decision: string | null;
	readonly caseNumber: string | null;
	readonly at: Date;
};

export type InitiativeOrigins = {
	/** Nearest first, those before them included. */
	readonly predecessors: readonly Predecessor[];
	readonly successors: readonly Successor[];
	/** Oldest first. */
	readonly events: readonly LineEvent[];
};

type Past = {
	readonly stored: StoredPlan;
	/** What the events come to. */
	readonly events: readonly PlanEvent[];
	readonly returned: readonly Returned[];
};

/** Where an initiative came from and went to, without what was taken back. `hidden` are years of rounds that the reader may not see yet. */
export function findOrigins(stored: StoredPlan, all: readonly PlanEvent[], id: string, hidden: ReadonlySet<number>): InitiativeOrigins {
	const leftIn = new Map(stored.initiatives.map((row) => [row.id, row.content.withdrawnIn]));
	const isInPlan = (one: string, year: number) => {
		const left = leftIn.get(one);
		return left === null || (left !== undefined && left > year);
	};
	const told = all.filter(({ year }) => !hidden.has(year));
	const reduced = reduceEvents(told, isInPlan);
	const isGoneAgain = stored.initiatives.some((row) => row.id === id && isPassing(row));
	const past: Past = {
		stored,
		// The page of a line that came and went within one round is there to tell just that.
		events: isGoneAgain ? [...listOwnSteps(told, id), ...reduced] : reduced,
		returned: listReturnedOfYears(told, isInPlan),
	};
	const { events } = past;
	return {
		predecessors: listPredecessors(past, id, new Set([id])),
		successors: events.flatMap((event) => {
			const next = getSuccessorId(event, id);
			return next === undefined ? [] : [describe(past, event, next)];
		}),
		events: events
			.filter((event) => event.initiativeId === id)
			.map(({ kind, year, before, after, decision, caseNumber, at }) => ({ kind, year, before, after, decision, caseNumber, at })),
	};
}

function listReturnedOfYears(events: readonly PlanEvent[], isInPlan: (id: string, year: number) => boolean): Returned[] {
	const years = [...new Set(events.map(({ year }) => year))];
	return years.flatMap((year) =>
		listReturned(
			events.filter((event) => event.year === year),
			(id) => isInPlan(id, year),
		),
	);
}

/** What was said about a line in the rounds that are stored. An answer of a round in which it left the plan is none of the round's. */
export function listHistory(stored: StoredPlan, id: string): InitiativeHistory {
	const leftIn = stored.initiatives.find((row) => row.id === id)?.content.withdrawnIn ?? null;
	return stored.rounds.toReversed().flatMap(({ round }) => {
		const assessment = stored.assessments.get(round.year)?.get(id)?.assessment;
		return assessment && (leftIn === null || round.year < leftIn) ? [{ round, assessment }] : [];
	});
}

function listPredecessors(past: Past, id: string, seen: Set<string>): Predecessor[] {
	const { stored, events } = past;
	const nearest = events.flatMap((event) => {
		const before = getPredecessorId(event, id);
		if (before === undefined || seen.has(before)) return [];
		seen.add(before);
		// From then on each says what it says itself, also a line that others were split from and that is still there.
		const history = listHistory(stored, before).filter(({ round }) => round.year < event.year);
		return [{ id: before, told: { ...describe(past, event, before), history } }];
	});
	return [...nearest.map(({ told }) => told), ...nearest.flatMap((one) => listPredecessors(past, one.id, seen))];
}

function getPredecessorId({ kind, initiativeId, otherId }: PlanEvent, id: string): string | undefined {
	if (kind === 'merged' && otherId === id) return initiativeId;
	if (kind === 'split' && initiativeId === id) return otherId ?? undefined;
	return undefined;
}

function getSuccessorId({ kind, initiativeId, otherId }: PlanEvent, id: string): string | undefined {
	if (kind === 'merged' && initiativeId === id) return otherId ?? undefined;
	if (kind === 'split' && otherId === id) return initiativeId;
	return undefined;
}

function describe({ stored, returned }: Past, event: PlanEvent, id: string): Successor {
	const { kind, year, decision, caseNumber, initiativeId, otherId } = event;
	const content = stored.initiatives.find((row) => row.id === id)?.content;
	const how = kind === 'merged' ? 'merged' : 'split';
	const isBack = returned.some(({ by, beside }) => by.year === year && by.initiativeId === otherId && beside.includes(initiativeId));
	return { id, kind: how, year, number: content?.number ?? '', title: content?.title ?? '', decision, caseNumber, isBack };
}
