import { DomainError } from '#domain/shared/domain-error.ts';
import { appendChanges } from '#storage/changes.ts';
import { listRounds, saveRound } from '#storage/status-rounds.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { readPlanRecord } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';
import { readStatusDate } from './read-settings.ts';

export type SetStatusDateInput = { readonly municipality: string; readonly year: number; readonly statusDate: string | null };

/**
 * Sets the day that a round's report describes, in every stage until it is published: it is seen to be wrong when the report is read.
 * @throws DomainError invalid `round.status-date-form`; conflict `round.published`; not-found `round.unknown`
 */
export async function setStatusDate(context: Context, input: SetStatusDateInput): Promise<void> {
	const { code } = await requireMay(context, 'round.run', input.municipality);
	const day = readStatusDate(input.statusDate);
	const [who, at] = [context.actor.id, context.now()];
	await context.database.write(code, async (tx) => {
		const { stored, municipality } = await readPlanRecord(tx, { publicOnly: false });
		const { year } = input;
		if (!stored?.rounds.some(({ round }) => round.year === year)) {
			throw new DomainError('not-found', 'round.unknown', { municipality: municipality.name, year });
		}
		if (stored.reports.some((report) => report.year === year)) throw new DomainError('conflict', 'round.published', { year });
		const key = { planId: stored.row.id, year };
		const dates = await saveStatusDate(tx, key, day, at);
		if (!dates) return;
		await appendChanges(tx, { who, at, reason: 'round', note: null, importId: null }, [
			{ ...key, entity: 'round', action: 'changed', entityId: String(year), ...dates },
		]);
	});
}

type Dates = { readonly statusDate: string | null };

/** Saves the day that a round's report describes where it is another. Gives both for the history; undefined when nothing changed. */
export async function saveStatusDate(
	tx: WriteTx,
	{ planId, year }: { readonly planId: string; readonly year: number },
	statusDate: string | null,
	at: Date,
): Promise<{ readonly before: Dates; readonly after: Dates } | undefined> {
	const round = (await listRounds(tx, planId, { publicOnly: false })).find((row) => row.round.year === year)?.round;
	if (!round || statusDate === round.statusDate) return undefined;
	const { title, source, version } = round;
	await saveRound(tx, planId, { year, version }, { title, source, statusDate }, at);
	return { before: { statusDate: round.statusDate }, after: { statusDate } };
}
