import { breaksGuide } from '#domain/followup/answer-rules.ts';
import { countAnswers, isOverTime } from '#domain/followup/round-numbers.ts';
import { getDanishDay } from '#domain/shared/danish-day.ts';
import { listRoundRuns as listStoredRuns } from '#storage/round-runs.ts';
import { findCurrentPlan } from '#storage/plans.ts';
import { listAssessments } from '#storage/assessments.ts';
import { listRounds } from '#storage/status-rounds.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { findRoundLegend } from './answer-desk.ts';
import { listRoundLinesOf } from './own-lines.ts';
import type { RoundRunView } from './views.ts';

/** The rounds that are run here, newest first, with their numbers; none where no plan is. */
export async function listRoundRuns(context: Context, input: { readonly municipality: string }): Promise<RoundRunView[]> {
	const { code } = await requireMay(context, 'round.run', input.municipality);
	const today = getDanishDay(context.now()).day;
	return context.database.read(code, async (tx) => {
		const plan = await findCurrentPlan(tx, { publicOnly: false });
		if (!plan) return [];
		const rounds = await listRounds(tx, plan.id, { publicOnly: false });
		const assessments = await listAssessments(tx, plan.id);
		const views: RoundRunView[] = [];
		for (const run of await listStoredRuns(tx, plan.id)) {
			const legend = await findRoundLegend(tx, run);
			const said = new Map(
				assessments.filter(({ assessment }) => assessment.year === run.year).map(({ assessment }) => [assessment.initiativeId, assessment]),
			);
			const lines = await listRoundLinesOf(tx, { plan, run });
			const numbers = countAnswers(
				lines.map(({ initiative, answer, personIds }) => {
					const assessment = said.get(initiative.id);
					return {
						status: answer.status,
						breaksGuide: assessment !== undefined && breaksGuide({ legend, priority: initiative.priority }, assessment),
						isOverTime: isOverTime(answer.status, run.deadline, today),
						persons: personIds,
					};
				}),
			);
			views.push({ run, title: rounds.find(({ round }) => round.year === run.year)?.round.title ?? '', numbers });
		}
		return views;
	});
}
