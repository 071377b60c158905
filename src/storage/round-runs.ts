import { and, desc, eq, getTableColumns } from 'drizzle-orm';
import type { RoundRun } from '#domain/followup/round-run.ts';
import type { RoundStage } from '#domain/followup/round-stage.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import { statusReport } from './schema/published.ts';
import { plan } from './schema/plan.ts';
import { roundRun } from './schema/round.ts';
import { ownTenant, type Statement } from './statements.ts';
import type { ReadTx, WriteTx } from './transactions.ts';
import { findCurrentPlanId, toLegendKey, toPlanRow, type PlanRow } from './plans.ts';
import { checkChanged } from './versions.ts';

// Everything but the tenant, which the caller knows, and when it was changed.
const { municipalityCode: _code, changedAt: _at, ...columns } = getTableColumns(roundRun);
export const runColumns = columns;

/** The rounds of a plan that are run here, newest first. */
export async function listRoundRuns(tx: ReadTx, planId: string): Promise<RoundRun[]> {
	const rows = await tx.db.select().from(roundRun).where(isOfPlan(tx, planId)).orderBy(desc(roundRun.year));
	return rows.map(toRun);
}

type RunOfPlan = { plan: typeof plan.$inferSelect; run: Parameters<typeof toRun>[0] | null };

const runsInForce: Statement<Record<string, never>, RunOfPlan[]> = {
	name: 'rounds of the plan in force',
	build: (db) =>
		db
			.select({ plan, run: runColumns })
			.from(plan)
			.leftJoin(roundRun, and(eq(roundRun.municipalityCode, plan.municipalityCode), eq(roundRun.planId, plan.id)))
			.where(and(eq(plan.municipalityCode, ownTenant), eq(plan.id, findCurrentPlanId(db))))
			.orderBy(desc(roundRun.year)),
};

/** The plan in force with the rounds of it that are run here, newest first, in one question; undefined when there is no plan. */
export async function findPlanWithRuns(tx: ReadTx): Promise<{ readonly plan: PlanRow; readonly runs: readonly RoundRun[] } | undefined> {
	const rows = await tx.ask(runsInForce, {});
	return rows[0] && { plan: toPlanRow(rows[0].plan), runs: rows.flatMap(({ run }) => (run ? [toRun(run)] : [])) };
}

/** The round of a year, when it is run here. */
export async function findRoundRun(tx: ReadTx, planId: string, year: number): Promise<RoundRun | undefined> {
	const [row] = await tx.db
		.select()
		.from(roundRun)
		.where(and(isOfPlan(tx, planId), eq(roundRun.year, year)));
	return row && toRun(row);
}

/** Lets a round that is there be run here. */
export async function addRoundRun(tx: WriteTx, run: Omit<RoundRun, 'version'>, at: Date): Promise<void> {
	await tx.db.insert(roundRun).values({ ...toColumns(run), municipalityCode: tx.tenant, changedAt: at });
}

/** Takes a round to another stage. Throws conflict `round.changed-meanwhile` when it has moved since `run` was read. */
export async function saveRoundStage(tx: WriteTx, run: RoundRun, stage: RoundStage, at: Date): Promise<void> {
	await saveRoundRun(tx, run, { ...run, stage }, at);
}

/** Replaces what a round is run by. Throws conflict `round.changed-meanwhile`. */
export async function saveRoundRun(tx: WriteTx, before: RoundRun, after: Omit<RoundRun, 'version'>, at: Date): Promise<void> {
	const { rowCount } = await tx.db
		.update(roundRun)
		.set({ ...toColumns(after), version: before.version + 1, changedAt: at })
		.where(and(isOfPlan(tx, before.planId), eq(roundRun.year, before.year), eq(roundRun.version, before.version)));
	checkChanged(rowCount, 'round', String(before.year));
}

/** True when a report of the round has been published: its answers are frozen. */
export async function isPublished(tx: ReadTx, planId: string, year: number): Promise<boolean> {
	const own = and(eq(statusReport.municipalityCode, tx.tenant), eq(statusReport.planId, planId), eq(statusReport.year, year));
	return (await tx.db.select({ year: statusReport.year }).from(statusReport).where(own).limit(1)).length > 0;
}

function isOfPlan(tx: ReadTx, planId: string) {
	return and(eq(roundRun.municipalityCode, tx.tenant), eq(roundRun.planId, planId));
}

function toColumns({ planId, year, stage, deadline, legend, askedFields, remarkLimit, contact }: Omit<RoundRun, 'version'>) {
	const guide = { legendId: legend?.id ?? null, legendVersion: legend?.version ?? null };
	return { planId, year, stage, deadline, ...guide, askedFields: [...askedFields], remarkLimit, contact };
}

/** A round that is run here, from its row. */
export function toRun(row: Omit<typeof roundRun.$inferSelect, 'municipalityCode' | 'changedAt'>): RoundRun {
	const { planId, year, stage, deadline, askedFields, remarkLimit, contact, version } = row;
	const legend = toLegendKey(row);
	// The column is a date.
	return { planId, year, stage, deadline: deadline as CalendarDate, legend, askedFields, remarkLimit, contact, version };
}
