import { isDeepStrictEqual } from 'node:util';
import { can } from '#domain/access/policy.ts';
import { isOpenForCoordinators, isOpenForReview } from '#domain/followup/answer-stage.ts';
import { isChangedAfter, listBulkSteps, listChangesBetween, listLastBefore, type Change } from '#storage/changes.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { getRunningRound } from './answer-desk.ts';
import { findStep, type Step } from './undo-step.ts';
import { writeUndo } from './undo-word.ts';
import type { Board, LastBulk } from './views.ts';

/** So far back a step is looked for that can still be taken back. */
const mostSteps = 5;
/** More than several initiatives have entries for. */
const mostChanges = 20_000;

/**
 * The last step by which the actor changed the answers about several initiatives at once and that `undoEdit` still takes back, as the
 * history has it: nobody has changed one of them since, and the round is where it may be; null when there is none.
 */
export async function findLastBulk(tx: ReadTx, { actor }: Context, { run, rows }: Pick<Board, 'run' | 'rows'>): Promise<LastBulk | null> {
	const { plan } = await getRunningRound(tx, run.year);
	const round = { planId: plan.id, year: run.year };
	const shown = new Set(rows.map(({ initiative }) => initiative.id));
	for (const [first, last] of await listBulkSteps(tx, round, actor.id, mostSteps)) {
		const changes = await listChangesBetween(tx, first, last, mostChanges);
		const step = findStep(changes, plan.id, run.year);
		const ids = [...new Set(changes.map(({ entityId }) => entityId))];
		const isOpen = step?.kind === 'review' ? isOpenForReview(run.stage) : isOpenForCoordinators(run.stage);
		const mayUndo = step?.kind === 'review' || can(actor, 'round.run', { municipalityCode: tx.tenant });
		if (!step || !isOpen || !mayUndo || !ids.every((id) => shown.has(id))) continue;
		if (await isChangedAfter(tx, round, ids, last)) continue;
		const undo = writeUndo([first, last]);
		if (undo === null || isReverse(changes, await listLastBefore(tx, round, ids, first))) continue;
		return { undo, count: ids.length, at: step.at, what: tellKind(step) };
	}
	return null;
}

/** Whether a step only puts back what was before the one before it, as an undoing does: that is none to be undone. */
function isReverse(changes: readonly Change[], earlier: readonly Change[]): boolean {
	return changes.every(({ entity, entityId, before, after }) => {
		const last = earlier.find((each) => each.entity === entity && each.entityId === entityId);
		return last !== undefined && isDeepStrictEqual([last.before, last.after], [after, before]);
	});
}

function tellKind({ kind, isSentBack }: Step): LastBulk['what'] {
	if (kind === 'edit') return 'edit';
	return isSentBack ? 'sent back' : 'accepted';
}
