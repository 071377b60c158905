import { findUnitOf } from '#domain/access/propose-units.ts';
import { listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import type { InitiativeContent, InitiativeRow } from '#storage/initiatives.ts';
import { listUnits } from '#storage/organisation-units.ts';
import { putUnderUnit } from '../people/move-to-unit.ts';
import { saveLine, type PlanDesk } from './plan-desk.ts';

/** What became of the unit when another body is responsible: nothing is to be said where it is that body already, or the body is the same. */
export type UnitOutcome = 'moved' | 'no such unit' | null;

/** A body that took over, in the plan's own words; null where it is the same one. */
export type NewBody = { readonly before: string | null; readonly after: string | null } | null;

/**
 * Writes what a line says now. Where another body is responsible and its words are the name of a unit, the initiative belongs to that from
 * then on; else it belongs where it did.
 */
export async function saveWithBody(
	desk: PlanDesk,
	row: InitiativeRow,
	content: InitiativeContent,
): Promise<{ readonly saved: InitiativeRow; readonly newBody: NewBody; readonly unit: UnitOutcome }> {
	const saved = await saveLine(desk, row, content);
	const [before, after] = [row.content.responsible, saved.content.responsible];
	if (before === after) return { saved, newBody: null, unit: null };
	return { saved, newBody: { before, after }, unit: await followBody(desk, saved) };
}

/** Puts an initiative under the unit that is its responsible body, as when units are made of the plan's bodies. */
async function followBody({ tx, plan, who, at }: PlanDesk, { id, content }: InitiativeRow): Promise<UnitOutcome> {
	if (content.responsible === null) return null;
	const unit = findUnitOf(await listUnits(tx), [content.responsible]);
	if (!unit) return 'no such unit';
	const before = (await listUnitsOfInitiatives(tx, plan.id)).get(id) ?? null;
	const move = { lines: [{ id, unitId: before }], unitId: unit.id };
	return (await putUnderUnit(tx, plan.id, move, { who, at, reason: 'plan change' })) > 0 ? 'moved' : null;
}
