import { answerFields } from '#domain/followup/answer.ts';
import { remarkLimits } from '#domain/followup/round-run.ts';
import { proposeStatusDate } from '#domain/followup/status-date.ts';
import { addDays, getDanishDay } from '#domain/shared/danish-day.ts';
import { listRoundRuns } from '#storage/round-runs.ts';
import type { Context } from '../context.ts';
import { readPlanRecord } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';
import { getPlanToFollowUp, proposeAssignments } from './open-round.ts';
import type { RoundProposal } from './views.ts';

/** Days from opening to deadline that are proposed. */
const usualDays = 42;

/** What a new round would be opened with: as the last one was, a year later. Throws not-found `plan.unknown`, conflict `round.no-initiatives`. */
export async function proposeRound(context: Context, input: { readonly municipality: string }): Promise<RoundProposal> {
	const { code } = await requireMay(context, 'round.run', input.municipality);
	const today = getDanishDay(context.now()).day;
	return context.database.read(code, async (tx) => {
		const record = await readPlanRecord(tx, { publicOnly: false });
		const stored = getPlanToFollowUp(record);
		const takenYears = stored.rounds.map(({ round }) => round.year);
		const year = takenYears[0] === undefined ? Number(today.slice(0, 4)) : takenYears[0] + 1;
		const deadline = addDays(today, usualDays);
		const [last] = await listRoundRuns(tx, stored.row.id);
		const total = stored.initiatives.filter(({ content }) => content.withdrawnIn === null).length;
		return {
			municipality: record.municipality,
			planTitle: stored.row.title,
			year,
			deadline,
			...proposeStatusDate(stored.rounds[0]?.round, year, deadline),
			askedFields: last?.askedFields ?? answerFields,
			remarkLimit: last?.remarkLimit ?? remarkLimits.usual,
			contact: last?.contact ?? null,
			legend: stored.legend,
			takenYears,
			total,
			unassigned: total - (await proposeAssignments(tx, stored, year)).size,
		};
	});
}
