import type { Legend } from '#domain/followup/legend.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import { findLegend } from '#storage/legends.ts';
import type { PlanRow } from '#storage/plans.ts';
import type { ReadTx } from '#storage/transactions.ts';

/**
 * The reading guide that a round is judged by: the one it was opened with where it is run here, also where that is none, else the plan's
 * as it is now. Null when there is none.
 */
export function findJudgingLegend(
	tx: ReadTx,
	plan: Pick<PlanRow, 'legend'>,
	run: Pick<RoundRun, 'legend'> | undefined,
): Promise<Legend | null> {
	return findLegend(tx, run ? run.legend : plan.legend);
}
