import { and, eq, isNull, sql } from 'drizzle-orm';
import { legendSchema } from '#domain/followup/legend-schema.ts';
import type { Legend } from '#domain/followup/legend.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import type { Priority } from '#domain/plan/initiative.ts';
import { hasNumber } from './initiatives.ts';
import { isCurrentPlan, toLegendKey, type PlanRow } from './plans.ts';
import { runColumns, toRun } from './round-runs.ts';
import { legend } from './schema/legend.ts';
import { initiative, plan } from './schema/plan.ts';
import { roundRun } from './schema/round.ts';
import type { ReadTx } from './transactions.ts';

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

/**
 * What decides about one answer of the plan in force, in one question because hundreds may save at once; undefined when there is no such
 * plan, round or initiative.
 */
export async function findAnswerDesk(tx: ReadTx, year: number, number: string): Promise<AnswerDeskRow | undefined> {
	const { municipalityCode } = plan;
	const [row] = await tx.db
		.select({
			plan: { id: plan.id, legendId: plan.legendId, legendVersion: plan.legendVersion },
			run: runColumns,
			initiative: { id: initiative.id, number: initiative.number, priority: initiative.priority },
			guide: legend.guide,
			// The tables' names are in full: a column alone would mean the inner table's.
			personIds: sql<string[]>`array(select asked.person_id::text from assignment asked where asked.municipality_code = ${tx.tenant}
				and asked.plan_id = "plan"."id" and asked.year = ${year} and asked.initiative_id = "initiative"."id" order by asked.person_id)`,
		})
		.from(plan)
		.innerJoin(roundRun, and(eq(roundRun.municipalityCode, municipalityCode), eq(roundRun.planId, plan.id), eq(roundRun.year, year)))
		.innerJoin(
			initiative,
			and(
				eq(initiative.municipalityCode, municipalityCode),
				eq(initiative.planId, plan.id),
				hasNumber(number),
				isNull(initiative.withdrawnIn),
			),
		)
		.leftJoin(
			legend,
			and(eq(legend.municipalityCode, municipalityCode), eq(legend.id, roundRun.legendId), eq(legend.version, roundRun.legendVersion)),
		)
		.where(isCurrentPlan(tx));
	if (!row) return undefined;
	return {
		plan: { id: row.plan.id, legend: toLegendKey(row.plan) },
		run: toRun(row.run),
		initiative: row.initiative,
		legend: row.guide === null ? null : legendSchema.parse(row.guide),
		personIds: row.personIds,
	};
}
