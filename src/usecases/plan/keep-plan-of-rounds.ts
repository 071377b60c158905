import type { PlanFields } from '#storage/initiatives.ts';
import { addRoundLines } from '#storage/round-lines.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { StoredPlan } from './plan-record.ts';

/**
 * Keeps what the plan said in the rounds that a new one leaves behind. `stored` is the plan before anything that comes with the
 * new round. A round newer than all others leaves the newest so far as it is at this moment; a round between or before others
 * is not the plan's newest itself, and takes what the round after it says.
 */
export async function keepPlanOfRounds(tx: WriteTx, stored: StoredPlan, addedYear: number): Promise<void> {
	// Newest first.
	const newest = stored.rounds[0]?.round.year;
	if (newest === undefined) return;
	if (newest < addedYear) return addRoundLines(tx, stored.row.id, newest, listFields(stored, undefined));
	const next = stored.rounds.findLast(({ round }) => round.year > addedYear)?.round.year ?? newest;
	return addRoundLines(tx, stored.row.id, addedYear, listFields(stored, next));
}

function listFields({ initiatives, kept }: StoredPlan, year: number | undefined): Map<string, PlanFields> {
	const lines = year === undefined ? undefined : kept.get(year);
	return new Map(initiatives.map(({ id, content }) => [id, lines?.get(id) ?? content]));
}
