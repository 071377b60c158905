import { isDeepStrictEqual } from 'node:util';
import { can } from '#domain/access/policy.ts';
import { isOpenForCoordinators, isOpenForReview } from '#domain/followup/answer-stage.ts';
import { listBulkSteps, listChangesBetween, listLastBefore, type Change, type ChangeOccasion } from '#storage/changes.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { getRunningRound } from './answer-desk.ts';
import { readRoundContent } from './round-content.ts';
import { isAsLeft } from './undo-edit.ts';
import { findStep, type Step } from './undo-step.ts';
import { writeUndo } from './undo-word.ts';
import type { Board, LastBulk } from './views.ts';

/** So far back a step is looked for that has not been taken back. */
const mostSteps = 5;
/** More than several initiatives have entries for. */
const mostChanges = 20_000;

/**
 * The last step by which the actor changed the answers about several initiatives at once, as the history has it, without those that
 * were taken back; null when there is none, or when `undoEdit` no longer takes it back: an older one is not the last.
 */
export async function findLastBulk(tx: ReadTx, context: Context, { run, rows }: Pick<Board, 'run' | 'rows'>): Promise<LastBulk | null> {
	const round = await getRunningRound(tx, run.year);
	const found = await findLastStanding(tx, { planId: round.plan.id, year: run.year }, context.actor.id);
	const step = found && findStep(found.changes, round.plan.id, run.year);
	if (!step) return null;
	const { changes, undo } = found;
	const shown = new Set(rows.map(({ initiative }) => initiative.id));
	const ids = [...new Set(changes.map(({ entityId }) => entityId))];
	const isOpen = step.kind === 'review' ? isOpenForReview(run.stage) : isOpenForCoordinators(run.stage);
	const mayUndo = step.kind === 'review' || can(context.actor, 'round.run', { municipalityCode: tx.tenant });
	if (!isOpen || !mayUndo || !ids.every((id) => shown.has(id))) return null;
	const content = await readRoundContent(tx, round);
	if (!changes.every((change) => isAsLeft(change, content.getById(change.entityId)))) return null;
	return { undo, count: ids.length, at: step.at, what: tellKind(step) };
}

type BulkStep = { readonly changes: readonly (Change & ChangeOccasion)[]; readonly undo: string };

/** The newest step on several that neither takes another one back nor has been taken back itself. */
async function findLastStanding(tx: ReadTx, round: { planId: string; year: number }, who: string): Promise<BulkStep | null> {
	const takenBack: (readonly Change[])[] = [];
	for (const [first, last] of await listBulkSteps(tx, round, who, mostSteps)) {
		const changes = await listChangesBetween(tx, first, last, mostChanges);
		const ids = [...new Set(changes.map(({ entityId }) => entityId))];
		const earlier = await listLastBefore(tx, round, ids, first);
		const undo = writeUndo([first, last]);
		if (isReverse(changes, earlier)) takenBack.push(changes);
		else if (undo !== null && !takenBack.some((undoing) => isReverse(undoing, changes))) return { changes, undo };
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

function tellKind({ kind, isSentBack, isUnchanged }: Step): LastBulk['what'] {
	if (kind === 'edit') return isUnchanged ? 'unchanged' : 'edit';
	return isSentBack ? 'sent back' : 'accepted';
}
