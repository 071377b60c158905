import { z } from 'zod';
import type { OrganisationUnit } from '#domain/access/person.ts';
import { findUnitOf } from '#domain/access/propose-units.ts';
import type { Change, ChangeOccasion } from '#storage/changes.ts';
import { listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import { listUnits } from '#storage/organisation-units.ts';
import type { ReadTx, WriteTx } from '#storage/transactions.ts';
import { putUnderUnit } from '../people/move-to-unit.ts';
import type { PlannedImport } from './plan-import.ts';

/** An initiative that goes to the unit that is its new responsible body. */
export type UnitMove = {
	readonly initiativeId: string;
	readonly number: string;
	readonly title: string;
	/** Null where it belonged to none. */
	readonly from: OrganisationUnit | null;
	readonly to: OrganisationUnit;
};

/**
 * The initiatives that a document gives a responsible body which is a unit, and which do not belong to that: they go there, as when the
 * body is changed by hand. Before anything is written.
 */
export async function listUnitMoves(
	tx: ReadTx,
	planId: string,
	{ added, changed }: Pick<PlannedImport, 'added' | 'changed'>,
): Promise<UnitMove[]> {
	const units = await listUnits(tx);
	if (units.length === 0) return [];
	const own = await listUnitsOfInitiatives(tx, planId);
	const lines = [
		...added.map(({ id, content }) => ({ id, content, before: null })),
		...changed.map(({ row, content }) => ({ id: row.id, content, before: row.content.responsible })),
	];
	return lines.flatMap(({ id, content: { number, title, responsible }, before }) => {
		const to = responsible === null || responsible === before ? undefined : findUnitOf(units, [responsible]);
		const from = units.find((unit) => unit.id === own.get(id)) ?? null;
		return to && to.id !== from?.id ? [{ initiativeId: id, number, title, from, to }] : [];
	});
}

/** Moves them, in the transaction given; the history ties it to the import. */
export async function storeUnitMoves(tx: WriteTx, planId: string, moves: readonly UnitMove[], occasion: ChangeOccasion): Promise<void> {
	for (const [unitId, own] of Map.groupBy(moves, ({ to }) => to.id)) {
		const lines = own.map(({ initiativeId, from }) => ({ id: initiativeId, unitId: from?.id ?? null }));
		await putUnderUnit(tx, planId, { lines, unitId }, occasion);
	}
}

const moveSchema = z.object({
	before: z.object({ unitId: z.string().nullable(), initiatives: z.array(z.string()) }),
	after: z.object({ unitId: z.string().nullable() }),
});

/**
 * Puts the initiatives that an import moved back where they were. One that was moved again since stays, and one whose unit is gone goes
 * under none.
 */
export async function undoUnitMoves(
	tx: WriteTx,
	planId: string,
	changes: readonly Pick<Change, 'entity' | 'before' | 'after'>[],
	by: { readonly who: string; readonly at: Date },
): Promise<void> {
	const moves = changes.filter(({ entity }) => entity === 'unit').map((change) => moveSchema.parse(change));
	if (moves.length === 0) return;
	const [units, own] = [new Set((await listUnits(tx)).map(({ id }) => id)), await listUnitsOfInitiatives(tx, planId)];
	for (const { before, after } of moves) {
		const lines = before.initiatives.filter((id) => own.get(id) === after.unitId).map((id) => ({ id, unitId: after.unitId }));
		const unitId = before.unitId !== null && units.has(before.unitId) ? before.unitId : null;
		await putUnderUnit(tx, planId, { lines, unitId }, { ...by, reason: 'import undone' });
	}
}
