import { appendChanges } from '#storage/changes.ts';
import { saveRoundRun } from '#storage/round-runs.ts';
import { listRounds, saveRound } from '#storage/status-rounds.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { checkOpenForCoordinators, getRunningRound } from './answer-desk.ts';
import type { EditRoundInput } from './inputs.ts';
import { readContact, readDeadline, readStatusDate } from './open-round.ts';

/**
 * Moves the deadline of a round, changes whom to ask, or sets the day that its report describes.
 * @throws DomainError conflict `round.changed-meanwhile`, `round.closed-for-editing`, `round.published`; invalid `round.deadline-form`,
 *   `round.status-date-form`, `round.text-too-long`; not-found `round.unknown`
 */
export async function editRound(context: Context, input: EditRoundInput): Promise<{ readonly version: number }> {
	const { code } = await requireMay(context, 'round.run', input.municipality);
	const deadline = readDeadline(input.deadline);
	const contact = readContact(input.contact);
	const day = input.statusDate === undefined ? undefined : readStatusDate(input.statusDate);
	const [who, at] = [context.actor.id, context.now()];
	return context.database.write(code, async (tx) => {
		const { run } = await getRunningRound(tx, input.year);
		checkOpenForCoordinators(run);
		if (run.version !== input.version) throw new DomainError('conflict', 'round.changed-meanwhile', { name: String(run.year) });
		await saveRoundRun(tx, run, { ...run, deadline, contact }, at);
		// Whom to ask names somebody, and the history is never erased: it says that this changed, and no more.
		const dates = await saveStatusDate(tx, run, day, at);
		const before = { deadline: run.deadline, hasContact: run.contact !== null, ...dates?.before };
		const after = { deadline, hasContact: contact !== null, ...(contact !== run.contact && { isContactChanged: true }), ...dates?.after };
		const key = { planId: run.planId, entityId: String(run.year), year: run.year } as const;
		await appendChanges(tx, { who, at, reason: 'round', note: null, importId: null }, [
			{ ...key, entity: 'round', action: 'changed', before, after },
		]);
		return { version: run.version + 1 };
	});
}

/** Saves the day that the report describes where it is another. Gives both for the history. */
async function saveStatusDate(tx: WriteTx, { planId, year }: RoundRun, statusDate: CalendarDate | null | undefined, at: Date) {
	const round = (await listRounds(tx, planId, { publicOnly: false })).find((row) => row.round.year === year)?.round;
	if (!round || statusDate === undefined || statusDate === round.statusDate) return undefined;
	const { title, source, version } = round;
	await saveRound(tx, planId, { year, version }, { title, source, statusDate }, at);
	return { before: { statusDate: round.statusDate }, after: { statusDate } };
}
