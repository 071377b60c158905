import { z } from 'zod';
import { DomainError } from '#domain/shared/domain-error.ts';
import { appendChanges, countLaterChanges, listChangesOfImport, type Change } from '#storage/changes.ts';
import { listInitiativeRows, type InitiativeRow } from '#storage/initiatives.ts';
import { findImport, saveImportUndone } from '#storage/imports.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { keepMeasures } from '../plan-changes/keep-measures.ts';
import { requireMay } from '../require-may.ts';
import { findUndoObstacle, noteUndone } from './import-rounds.ts';
import { restoreContent } from './restore-content.ts';
import { undoUnitMoves } from './unit-moves.ts';

/**
 * Puts everything back as it was before the import, in one transaction. Versions grow all the same: who has an older one
 * open is told so.
 * @throws DomainError conflict `import.changed-later` (details: number of later changes) when something it touched was
 *   changed afterwards, `import.round-opened-later` or `import.used-in-round` when a round builds on it, `round.published`,
 *   `import.already-undone`; not-found `import.unknown`
 */
export async function undoImport(context: Context, input: { readonly municipality: string; readonly importId: string }): Promise<void> {
	const { code } = await requireMay(context, 'import.undo', input.municipality);
	const undone = { who: context.actor.id, at: context.now() };
	await context.database.write(code, async (tx) => {
		const found = z.uuid().safeParse(input.importId).success ? await findImport(tx, input.importId) : undefined;
		if (!found) throw new DomainError('not-found', 'import.unknown');
		if (found.undone) throw new DomainError('conflict', 'import.already-undone', { file: found.fileName });
		const done = await listChangesOfImport(tx, found.id);
		const changes = done.filter(({ entity }) => entity !== 'unit');
		const obstacle = await findUndoObstacle(tx, found, changes);
		if (obstacle) throw obstacle;
		const later = await countLaterChanges(tx, found.id);
		if (later > 0) throw new DomainError('conflict', 'import.changed-later', { file: found.fileName, count: later });
		await noteUndone(tx, found, changes, undone.at);
		const [planId] = changes.map((change) => change.planId);
		const rows = planId ? await listInitiativeRows(tx, planId) : [];
		await restore(tx, changes, undone, found);
		if (planId) await undoUnitMoves(tx, planId, done, undone);
		if (planId) await bringMeasuresBack(tx, planId, rows, undone);
		await saveImportUndone(tx, found.id, undone);
	});
}

/**
 * Measures went along with the lines that the import changed, and come back with them. A line that is gone ties none to itself: the
 * document may be taken in again.
 */
async function bringMeasuresBack(tx: WriteTx, planId: string, before: readonly InitiativeRow[], undone: { who: string; at: Date }) {
	const kept = new Set((await listInitiativeRows(tx, planId)).map(({ id }) => id));
	await keepMeasures({ tx, plan: { id: planId }, rows: before.filter(({ id }) => kept.has(id)), events: [], ...undone });
}

async function restore(
	tx: WriteTx,
	changes: readonly Change[],
	undone: { readonly who: string; readonly at: Date },
	{ id: importId, year }: { readonly id: string; readonly year: number },
): Promise<void> {
	await restoreContent(tx, changes, year, undone.at);
	const reversed = changes.toReversed().map((change): Change => {
		const action = change.action === 'added' ? 'removed' : change.action === 'removed' ? 'added' : 'changed';
		return { ...change, action, before: change.after, after: change.before };
	});
	await appendChanges(tx, { ...undone, reason: 'import undone', note: null, importId }, reversed);
}
