import type { Assessment } from '#domain/followup/assessment.ts';
import type { Legend } from '#domain/followup/legend.ts';
import type { EarlierAnswer } from '#domain/followup/unchanged-answer.ts';
import type { Initiative } from '#domain/plan/initiative.ts';
import { getAnswer, listAnswers } from '#storage/answers.ts';
import { listAssessments, listAssessmentsOf } from '#storage/assessments.ts';
import { findRoundLine, listRoundLines } from '#storage/round-lines.ts';
import { findRoundRun, listRoundRuns } from '#storage/round-runs.ts';
import type { ReadTx } from '#storage/transactions.ts';
import { findJudgingLegend } from '../plan/find-judging-legend.ts';
import type { RunningRound } from './answer-desk.ts';

type Rated = Pick<Initiative, 'id' | 'priority'>;

/** What was answered in the last round before this one that assessed the initiative, and by what it was held against; null for the first time. */
export async function findEarlierAnswer(
	tx: ReadTx,
	{ plan, run, initiative }: RunningRound & { readonly initiative: Rated },
): Promise<EarlierAnswer | null> {
	const rows = await listAssessmentsOf(tx, plan.id, initiative.id);
	const last = rows.findLast(({ assessment }) => assessment.year < run.year)?.assessment;
	if (!last) return null;
	const { year } = last;
	const [earlierRun, said, answer] = await Promise.all([
		findRoundRun(tx, plan.id, year),
		findRoundLine(tx, plan.id, year, initiative.id),
		getAnswer(tx, plan.id, year, initiative.id),
	]);
	return makeEarlier(last, {
		colourReason: earlierRun ? answer.colourReason : null,
		priority: said ? said.priority : initiative.priority,
		legend: await findJudgingLegend(tx, plan, earlierRun),
	});
}

/** The same for work on many initiatives: everything is read at once, round by round, because others wait meanwhile. */
export async function readEarlierAnswers(tx: ReadTx, { plan, run }: RunningRound): Promise<(initiative: Rated) => EarlierAnswer | null> {
	const last = new Map<string, Assessment>();
	for (const { assessment } of await listAssessments(tx, plan.id)) {
		if (assessment.year < run.year) last.set(assessment.initiativeId, assessment);
	}
	const runs = new Map((await listRoundRuns(tx, plan.id)).map((each) => [each.year, each]));
	const lines = await listRoundLines(tx, plan.id);
	const rounds = new Map<number, { readonly answers: Awaited<ReturnType<typeof listAnswers>> | null; readonly legend: Legend | null }>();
	for (const year of new Set([...last.values()].map((each) => each.year))) {
		const earlierRun = runs.get(year);
		const answers = earlierRun ? await listAnswers(tx, plan.id, year) : null;
		rounds.set(year, { answers, legend: await findJudgingLegend(tx, plan, earlierRun) });
	}
	return ({ id, priority }) => {
		const assessment = last.get(id);
		if (!assessment) return null;
		const said = lines.get(assessment.year)?.get(id);
		const round = rounds.get(assessment.year);
		return makeEarlier(assessment, {
			colourReason: round?.answers?.get(id)?.colourReason ?? null,
			priority: said ? said.priority : priority,
			legend: round?.legend ?? null,
		});
	};
}

function makeEarlier(
	{ year, state, stateText, progress, fulfilment, fulfilmentText, remark }: Assessment,
	around: Pick<EarlierAnswer, 'colourReason' | 'priority' | 'legend'>,
): EarlierAnswer {
	return { year, content: { state, stateText, progress, fulfilment, fulfilmentText, remark }, ...around };
}
