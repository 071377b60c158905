import type { EarlierAnswer } from '#domain/followup/unchanged-answer.ts';
import type { Initiative } from '#domain/plan/initiative.ts';
import { getAnswer } from '#storage/answers.ts';
import { listAssessmentsOf } from '#storage/assessments.ts';
import { findLegend } from '#storage/legends.ts';
import { findRoundLine } from '#storage/round-lines.ts';
import { findRoundRun } from '#storage/round-runs.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { RunningRound } from './answer-desk.ts';

/** What was answered in the last round before this one that assessed the initiative, and by what it was held against; null for the first time. */
export async function findEarlierAnswer(
	tx: ReadTx,
	{ plan, run, initiative }: RunningRound & { readonly initiative: Pick<Initiative, 'id' | 'priority'> },
): Promise<EarlierAnswer | null> {
	const rows = await listAssessmentsOf(tx, plan.id, initiative.id);
	const last = rows.findLast(({ assessment }) => assessment.year < run.year)?.assessment;
	if (!last) return null;
	const { year, state, stateText, progress, fulfilment, fulfilmentText, remark } = last;
	const [earlierRun, said, answer] = await Promise.all([
		findRoundRun(tx, plan.id, year),
		findRoundLine(tx, plan.id, year, initiative.id),
		getAnswer(tx, plan.id, year, initiative.id),
	]);
	const key = earlierRun ? earlierRun.legend : plan.legend;
	return {
		year,
		content: { state, stateText, progress, fulfilment, fulfilmentText, remark },
		colourReason: earlierRun ? answer.colourReason : null,
		priority: said ? said.priority : initiative.priority,
		legend: key && ((await findLegend(tx, key)) ?? null),
	};
}
