import { can } from '#domain/access/policy.ts';
import type { PlanEvent } from '#domain/followup/plan-event.ts';
import { listAssignments } from '#storage/assignments.ts';
import { listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import { listPlanEvents } from '#storage/plan-events.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { findOrigins, type Predecessor } from '../plan/initiative-origins.ts';
import { readStoredPlan, type StoredPlan } from '../plan/plan-record.ts';
import type { RoundOfPlan } from './answer-desk.ts';

type About = {
	readonly round: RoundOfPlan;
	readonly initiativeId: string;
	/** What the actor does with answers: of a line that is gone, its answer of this round is told to those who may do it there too. */
	readonly action: 'answer.give' | 'answer.review';
	/** Read where it is needed when the caller does not have it. */
	readonly stored?: StoredPlan | null;
};

/**
 * The lines that an initiative of a round came out of and that went into it, nearest first, with what was said about them before, and
 * for one that left the plan in this round also what was answered about it in the round.
 */
export async function readOrigins(tx: ReadTx, { actor }: Context, about: About): Promise<Predecessor[]> {
	const { plan, run } = about.round;
	const events = (await listPlanEvents(tx, plan.id)).filter(({ year }) => year <= run.year);
	if (!events.some((event) => bringsFrom(event, about.initiativeId))) return [];
	const stored = about.stored ?? (await readStoredPlan(tx, plan, { publicOnly: false }));
	const { predecessors } = findOrigins(stored, events, about.initiativeId, new Set());
	const [asked, units] = await Promise.all([listAssignments(tx, plan.id, run.year), listUnitsOfInitiatives(tx, plan.id)]);
	const round = stored.rounds.find((each) => each.round.year === run.year)?.round;
	return predecessors.map((one) => {
		const line = stored.initiatives.find(({ id }) => id === one.id);
		const answered = { municipalityCode: tx.tenant, personIds: asked.get(one.id) ?? [], unitId: units.get(one.id) ?? null };
		const isToldHere = line?.content.withdrawnIn === run.year && can(actor, about.action, answered);
		const assessment = isToldHere ? stored.assessments.get(run.year)?.get(one.id)?.assessment : undefined;
		return round && assessment ? { ...one, history: [...one.history, { round, assessment }] } : one;
	});
}

const bringsFrom = ({ kind, initiativeId, otherId }: PlanEvent, id: string) =>
	(kind === 'split' && initiativeId === id) || (kind === 'merged' && otherId === id);

/**
 * Of each line the last that was said: what is shown beside an answer that is still to be given. Where the initiative has an earlier
 * answer of its own, only of lines that came to it in this round.
 */
export function listOriginAnswers(origins: readonly Predecessor[], year: number, hasOwn: boolean): OriginAnswer[] {
	return origins.flatMap(({ kind, number, title, history, year: since }) => {
		const assessment = history.at(-1)?.assessment;
		return assessment && (!hasOwn || since === year) ? [{ kind, number, title, assessment }] : [];
	});
}

/** What was said last about a line that an initiative came out of or that went into it. It is about something else: to be read only. */
export type OriginAnswer = Pick<Predecessor, 'kind' | 'number' | 'title'> & {
	readonly assessment: Predecessor['history'][number]['assessment'];
};
