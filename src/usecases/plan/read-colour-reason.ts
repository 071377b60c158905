import { breaksGuide } from '#domain/followup/answer-rules.ts';
import type { AssessedInitiative, StatusRound } from '#domain/followup/status-round.ts';
import { getAnswer } from '#storage/answers.ts';
import { findRoundRun } from '#storage/round-runs.ts';
import type { ReadTx } from '#storage/transactions.ts';
import { findRoundLegend } from '../round/answer-desk.ts';

/**
 * Why an initiative's colour of progress is another than the guide's, as it was said with the answer; null where it is not another, nothing
 * was said, or the round came whole from a document.
 */
export async function readColourReason(
	tx: ReadTx,
	{ planId, year }: StatusRound,
	{ initiative, assessment }: AssessedInitiative,
): Promise<string | null> {
	const run = assessment && (await findRoundRun(tx, planId, year));
	if (!run || !breaksGuide({ legend: await findRoundLegend(tx, run), priority: initiative.priority }, assessment)) return null;
	return (await getAnswer(tx, planId, year, initiative.id)).colourReason;
}
