import { isDeepStrictEqual } from 'node:util';
import { breaksGuide } from '#domain/followup/answer-rules.ts';
import { followDeadline } from '#domain/followup/status-date.ts';
import { isOpenForSettings } from '#domain/followup/answer-stage.ts';
import type { Legend } from '#domain/followup/legend.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import { getDanishDay } from '#domain/shared/danish-day.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listAssessments } from '#storage/assessments.ts';
import { appendChanges, type ChangeContent } from '#storage/changes.ts';
import { saveRoundRun } from '#storage/round-runs.ts';
import { listRounds } from '#storage/status-rounds.ts';
import type { ReadTx, WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { checkOpenForCoordinators, findRoundLegend, getRunningRound, type RoundOfPlan } from './answer-desk.ts';
import type { EditRoundInput } from './inputs.ts';
import { listRoundLinesOf } from './own-lines.ts';
import { readSettings, readStatusDate } from './read-settings.ts';
import { saveStatusDate } from './set-status-date.ts';

export type EditedRound = {
	readonly version: number;
	/** The status date that it got with the deadline, though it was not typed; null where it is as it was sent. */
	readonly movedTo: string | null;
	/** Numbers of those whose colour is another than the guide's now and was not before; null where the guide stays. */
	readonly deviating: readonly string[] | null;
};

type Questions = Pick<RoundRun, 'askedFields' | 'remarkLimit' | 'legend'>;

/**
 * Moves the deadline of a round, changes whom to ask, or sets the day that its report describes; until the answers are gone through also
 * what is asked for, how long a remark may be and the reading guide. Answers that are given stay as they are: the board shows those that
 * now lack something.
 * @throws DomainError conflict `round.changed-meanwhile`, `round.closed-for-editing`, `round.published`, `round.questions-fixed`; invalid
 *   `round.deadline-form`, `round.deadline-past`, `round.status-date-form`, `round.fields-missing`, `round.remark-limit`,
 *   `round.text-too-long`; not-found `round.unknown`
 */
export async function editRound(context: Context, input: EditRoundInput): Promise<EditedRound> {
	const { code } = await requireMay(context, 'round.run', input.municipality);
	const typed = input.statusDate === undefined ? undefined : readStatusDate(input.statusDate);
	const [who, at] = [context.actor.id, context.now()];
	return context.database.write(code, async (tx) => {
		const round = await getRunningRound(tx, input.year);
		const { run } = round;
		checkOpenForCoordinators(run);
		if (run.version !== input.version) throw new DomainError('conflict', 'round.changed-meanwhile', { name: String(run.year) });
		const settings = readSettings(input, getDanishDay(at).day, run.deadline);
		const after: RoundRun = { ...run, ...settings, legend: chooseGuide(round, input.guide) };
		const isSame = isDeepStrictEqual(pickQuestions(run), pickQuestions(after));
		if (!isSame && !isOpenForSettings(run.stage)) throw new DomainError('conflict', 'round.questions-fixed');
		await saveRoundRun(tx, run, after, at);
		const day = typed && (await followMoved(tx, run, settings.deadline, typed));
		const dates = day === undefined ? undefined : await saveStatusDate(tx, run, day, at);
		const key = { planId: run.planId, entityId: String(run.year), year: run.year } as const;
		// Whom to ask names somebody, and the history is never erased: it says that this changed, and no more.
		const isContactChanged = after.contact !== run.contact && { isContactChanged: true };
		await appendChanges(tx, { who, at, reason: 'round', note: null, importId: null }, [
			{
				...{ ...key, entity: 'round', action: 'changed' },
				before: { ...describe(run), ...dates?.before },
				after: { ...describe(after), ...isContactChanged, ...dates?.after },
			},
		]);
		const movedTo = typed && day !== typed ? (day ?? null) : null;
		const isGuideKept = isDeepStrictEqual(run.legend, after.legend);
		return { version: run.version + 1, movedTo, deviating: isGuideKept ? null : await listDeviating(tx, round, after) };
	});
}

async function listDeviating(tx: ReadTx, { plan, run }: RoundOfPlan, after: RoundRun): Promise<string[]> {
	const [old, legend] = [await findRoundLegend(tx, run), await findRoundLegend(tx, after)];
	const assessments = (await listAssessments(tx, plan.id)).filter(({ assessment }) => assessment.year === run.year);
	const said = new Map(assessments.map(({ assessment }) => [assessment.initiativeId, assessment]));
	const lines = await listRoundLinesOf(tx, { plan, run });
	return lines.flatMap(({ initiative: { id, number, priority } }) => {
		const assessment = said.get(id);
		const deviates = (guide: Legend | null) => assessment !== undefined && breaksGuide({ legend: guide, priority }, assessment);
		return deviates(legend) && !deviates(old) ? [number] : [];
	});
}

/** A status date that is left as it was, and was no later than the deadline, comes no later than the deadline that is set. */
async function followMoved(tx: WriteTx, run: RoundRun, deadline: string, typed: string): Promise<string> {
	const round = (await listRounds(tx, run.planId, { publicOnly: false })).find((row) => row.round.year === run.year)?.round;
	const stored = round?.statusDate ?? null;
	return stored !== null && stored <= run.deadline ? followDeadline(stored, { deadline, statusDate: typed }) : typed;
}

function chooseGuide({ plan, run }: RoundOfPlan, guide: EditRoundInput['guide']): RoundRun['legend'] {
	if (guide === 'none') return null;
	return guide === 'plan' ? plan.legend : run.legend;
}

function pickQuestions({ askedFields, remarkLimit, legend }: Questions): Questions {
	return { askedFields, remarkLimit, legend };
}

function describe(run: RoundRun): ChangeContent {
	return { deadline: run.deadline, hasContact: run.contact !== null, ...pickQuestions(run) };
}
