import { and, eq, sql } from 'drizzle-orm';
import { legendSchema } from '#domain/followup/legend-schema.ts';
import type { Legend } from '#domain/followup/legend.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import type { Priority } from '#domain/plan/initiative.ts';
import { findNumberedId } from './initiatives.ts';
import { findCurrentPlanId, toLegendKey, type PlanRow } from './plans.ts';
import { runColumns, toRun } from './round-runs.ts';
import { legend } from './schema/legend.ts';
import { initiative, plan } from './schema/plan.ts';
import { roundRun } from './schema/round.ts';
import { ownTenant, type Statement } from './statements.ts';
import type { ReadTx } from './transactions.ts';

type DeskRow = {
	plan: Pick<typeof plan.$inferSelect, 'id' | 'legendId' | 'legendVersion'>;
	run: Omit<typeof roundRun.$inferSelect, 'municipalityCode' | 'changedAt'>;
	initiative: Pick<typeof initiative.$inferSelect, 'id' | 'number' | 'priority'>;
	guide: unknown;
	personIds: string[];
};

/** What decides about an answer, apart from the answer itself. */
export type AnswerDeskRow = {
	readonly plan: Pick<PlanRow, 'id' | 'legend'>;
	readonly run: RoundRun;
	readonly initiative: { readonly id: string; readonly number: string; readonly priority: Priority | null };
	/** The reading guide of the round; null when it has none. */
	readonly legend: Legend | null;
	/** Who is asked. */
	readonly personIds: readonly string[];
};

const desk: Statement<{ year: number; number: string }, DeskRow[]> = {
	name: 'answer desk',
	build: (db, value) =>
		db
			.select({
				plan: { id: plan.id, legendId: plan.legendId, legendVersion: plan.legendVersion },
				run: runColumns,
				initiative: { id: initiative.id, number: initiative.number, priority: initiative.priority },
				guide: legend.guide,
				// The tables' names are in full: a column alone would mean the inner table's.
				personIds: sql<string[]>`array(select asked.person_id::text from assignment asked where asked.municipality_code = ${ownTenant}
				and asked.plan_id = "plan"."id" and asked.year = "round_run"."year" and asked.initiative_id = "initiative"."id" order by asked.person_id)`,
			})
			.from(plan)
			.innerJoin(
				roundRun,
				and(eq(roundRun.municipalityCode, plan.municipalityCode), eq(roundRun.planId, plan.id), eq(roundRun.year, value('year'))),
			)
			.innerJoin(
				initiative,
				and(
					eq(initiative.municipalityCode, plan.municipalityCode),
					eq(initiative.planId, plan.id),
					eq(initiative.id, findNumberedId(db, value('number'))),
				),
			)
			.leftJoin(
				legend,
				and(
					eq(legend.municipalityCode, plan.municipalityCode),
					eq(legend.id, roundRun.legendId),
					eq(legend.version, roundRun.legendVersion),
				),
			)
			.where(and(eq(plan.municipalityCode, ownTenant), eq(plan.id, findCurrentPlanId(db)))),
};

/**
 * What decides about one answer of the plan in force, in one question because hundreds may save at once; undefined when there is no such
 * plan, round or initiative.
 */
export async function findAnswerDesk(tx: ReadTx, year: number, number: string): Promise<AnswerDeskRow | undefined> {
	const [row] = await tx.ask(desk, { year, number });
	if (!row) return undefined;
	return {
		plan: { id: row.plan.id, legend: toLegendKey(row.plan) },
		run: toRun(row.run),
		initiative: row.initiative,
		legend: row.guide === null ? null : legendSchema.parse(row.guide),
		personIds: row.personIds,
	};
}
