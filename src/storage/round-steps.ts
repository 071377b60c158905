import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { RoundStep } from '#domain/followup/round-stage.ts';
import { roundStep } from './schema/round.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** Every step of a round, oldest first. */
export async function listRoundSteps(tx: ReadTx, planId: string, year: number): Promise<RoundStep[]> {
	const rows = await tx.db
		.select()
		.from(roundStep)
		.where(and(isOfPlan(tx, planId), eq(roundStep.year, year)))
		.orderBy(asc(roundStep.id));
	return rows.map(({ fromStage, toStage, who, at, reason, meetingBody, meetingDate, caseNumber }) => ({
		from: fromStage,
		to: toStage,
		who,
		at,
		reason,
		meeting: meetingBody === null ? null : { body: meetingBody, date: meetingDate, caseNumber },
	}));
}

/** Adds a step. In the same transaction as the step itself. */
export async function addRoundStep(tx: WriteTx, planId: string, year: number, step: RoundStep): Promise<void> {
	const { from, to, who, at, reason, meeting } = step;
	await tx.db.insert(roundStep).values({
		municipalityCode: tx.tenant,
		planId,
		year,
		fromStage: from,
		toStage: to,
		who,
		at,
		reason,
		meetingBody: meeting?.body ?? null,
		meetingDate: meeting?.date ?? null,
		caseNumber: meeting?.caseNumber ?? null,
	});
}

/** The year of a round of the plan that was opened here after a time; undefined when none was. */
export async function findRoundOpenedAfter(tx: ReadTx, planId: string, at: Date): Promise<number | undefined> {
	const [row] = await tx.db
		.select({ year: roundStep.year })
		.from(roundStep)
		.where(and(isOfPlan(tx, planId), isNull(roundStep.fromStage), gt(roundStep.at, at)))
		.orderBy(asc(roundStep.id))
		.limit(1);
	return row?.year;
}

function isOfPlan(tx: ReadTx, planId: string) {
	return and(eq(roundStep.municipalityCode, tx.tenant), eq(roundStep.planId, planId));
}
