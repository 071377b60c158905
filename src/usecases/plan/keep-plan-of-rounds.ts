import type { InitiativeTags } from '#storage/initiative-tags.ts';
import type { PlanFields } from '#storage/initiatives.ts';
import { addRoundLines } from '#storage/round-lines.ts';
import type { WriteTx } from '#storage/transactions.ts';
import { getTags, type StoredPlan } from './plan-record.ts';

/**
 * Keeps what the plan said in the rounds that a new one leaves behind. `stored` is the plan before anything that comes with the
 * new round. A round newer than all others leaves the newest so far as it is at this moment; a round between or before others
 * is not the plan's newest itself, and takes what the round after it says.
 */
export async function keepPlanOfRounds(tx: WriteTx, stored: StoredPlan, addedYear: number): Promise<void> {
	// Newest first.
	const newest = stored.rounds[0]?.round.year;
	if (newest === undefined) return;
	if (newest < addedYear) return addRoundLines(tx, stored.row.id, newest, listKept(stored, null));
	const next = stored.rounds.findLast(({ round }) => round.year > addedYear)?.round.year ?? newest;
	return addRoundLines(tx, stored.row.id, addedYear, listKept(stored, next));
}

function listKept(stored: StoredPlan, year: number | null): { lines: Map<string, PlanFields>; tags: InitiativeTags } {
	const kept = year === null ? undefined : stored.kept.get(year);
	const lines = new Map(stored.initiatives.map(({ id, content }) => [id, kept?.get(id) ?? content]));
	return { lines, tags: getTags(stored, year) };
}
