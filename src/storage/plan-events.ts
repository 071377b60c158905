import { and, asc, eq } from 'drizzle-orm';
import type { PlanEvent } from '#domain/followup/plan-event.ts';
import { planEvent } from './schema/round.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** What happened to a plan's lines in its rounds, oldest first. */
export async function listPlanEvents(tx: ReadTx, planId: string): Promise<PlanEvent[]> {
	const { year, kind, initiativeId, otherId, before, after, decision, caseNumber, who, at } = planEvent;
	return tx.db
		.select({ year, kind, initiativeId, otherId, before, after, decision, caseNumber, who, at })
		.from(planEvent)
		.where(and(eq(planEvent.municipalityCode, tx.tenant), eq(planEvent.planId, planId)))
		.orderBy(asc(planEvent.id));
}

/** Adds what happened. In the same transaction as the change itself. */
export async function appendPlanEvents(tx: WriteTx, planId: string, events: readonly PlanEvent[]): Promise<void> {
	if (events.length > 0) await tx.db.insert(planEvent).values(events.map((event) => ({ ...event, municipalityCode: tx.tenant, planId })));
}
