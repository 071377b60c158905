import { checkStep } from '#domain/followup/round-stage.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { appendChanges } from '#storage/changes.ts';
import { saveRoundStage } from '#storage/round-runs.ts';
import { addRoundStep } from '#storage/round-steps.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { getRunningRound } from './answer-desk.ts';
import type { StepRoundInput } from './inputs.ts';
import { readMeeting, readRoundText } from './read-meeting.ts';

/**
 * Takes a round a step forward, or back with a reason. The last step, publishing, is taken by `publishRound`, which freezes the report
 * in the same transaction.
 * @throws DomainError conflict `round.changed-meanwhile`, `round.step-not-possible`; invalid `round.reason-missing`,
 *   `round.meeting-missing`, `round.meeting-date-form`, `round.text-too-long`; not-found `round.unknown`
 */
export async function stepRound(context: Context, input: StepRoundInput): Promise<{ readonly version: number }> {
	const { code } = await requireMay(context, 'round.run', input.municipality);
	if (input.to === 'published') throw new DomainError('conflict', 'round.step-not-possible', { from: '', to: input.to });
	return context.database.write(code, async (tx) => {
		const { run } = await getRunningRound(tx, input.year);
		if (run.version !== input.version) throw new DomainError('conflict', 'round.changed-meanwhile', { name: String(run.year) });
		return takeStep(context, tx, run, input);
	});
}

/** Takes a step in the transaction given, with its history. Throws as `stepRound` does. */
export async function takeStep(
	{ actor, now }: Pick<Context, 'actor' | 'now'>,
	tx: WriteTx,
	run: RoundRun,
	input: Pick<StepRoundInput, 'to' | 'reason' | 'meeting'>,
): Promise<{ readonly version: number }> {
	const reason = readRoundText(input.reason);
	const meeting = readMeeting(input.meeting ?? null);
	checkStep(run.stage, input.to, { reason, meeting });
	const [who, at] = [actor.id, now()];
	await saveRoundStage(tx, run, input.to, at);
	await addRoundStep(tx, run.planId, run.year, { from: run.stage, to: input.to, who, at, reason, meeting });
	await appendChanges(tx, { who, at, reason: 'round', note: reason, importId: null }, [
		{
			entity: 'round',
			action: 'changed',
			planId: run.planId,
			entityId: String(run.year),
			year: run.year,
			before: { stage: run.stage },
			after: { stage: input.to, ...(meeting ? { meeting } : {}) },
		},
	]);
	return { version: run.version + 1 };
}
