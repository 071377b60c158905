import type { OrganisationUnit } from '#domain/access/person.ts';
import { findUnitOf } from '#domain/access/propose-units.ts';
import { getNameKey } from '#domain/shared/name-key.ts';
import { listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import type { InitiativeContent, InitiativeRow } from '#storage/initiatives.ts';
import { listUnits } from '#storage/organisation-units.ts';
import { putUnderUnit } from '../people/move-to-unit.ts';
import { saveLine, type PlanDesk } from './plan-desk.ts';

/**
 * What became of the unit when another body is responsible, or none any more: nothing is to be said where it is that body already, where
 * the body is the same, and where there are no units.
 */
export type UnitOutcome = 'moved' | 'no such unit' | 'no body' | null;

/** A body that took over, in the plan's own words; null where it is the same one. */
export type NewBody = { readonly before: string | null; readonly after: string | null } | null;

/**
 * Writes what a line says now. Where another body is responsible and its words are the name of a unit, the initiative belongs to that from
 * then on, and the name is spelled as the unit spells it; else it belongs where it did.
 */
export async function saveWithBody(
	desk: PlanDesk,
	row: InitiativeRow,
	content: InitiativeContent,
): Promise<{ readonly saved: InitiativeRow; readonly newBody: NewBody; readonly unit: UnitOutcome }> {
	const before = row.content.responsible;
	if (before === content.responsible) return { saved: await saveLine(desk, row, content), newBody: null, unit: null };
	const units = await listUnits(desk.tx);
	const saved = await saveLine(desk, row, { ...content, responsible: spellAsUnit(units, content.responsible) });
	const after = saved.content.responsible;
	if (before === after) return { saved, newBody: null, unit: null };
	return { saved, newBody: { before, after }, unit: await followBody(desk, saved, units) };
}

/** What is typed in other letters or spaces than the unit's name is its name; what is a slip apart may be meant so. */
export function spellAsUnit(units: readonly OrganisationUnit[], typed: string | null): string | null {
	const unit = typed === null ? undefined : findUnitOf(units, [typed]);
	return typed !== null && unit && getNameKey(unit.name) === getNameKey(typed) ? unit.name : typed;
}

/** Puts an initiative under the unit that is its responsible body, as when units are made of the plan's bodies. */
async function followBody(
	{ tx, plan, who, at }: PlanDesk,
	{ id, content }: InitiativeRow,
	units: readonly OrganisationUnit[],
): Promise<UnitOutcome> {
	if (units.length === 0) return null;
	if (content.responsible === null) return 'no body';
	const unit = findUnitOf(units, [content.responsible]);
	if (!unit) return 'no such unit';
	const before = (await listUnitsOfInitiatives(tx, plan.id)).get(id) ?? null;
	const move = { lines: [{ id, unitId: before }], unitId: unit.id };
	return (await putUnderUnit(tx, plan.id, move, { who, at, reason: 'plan change' })) > 0 ? 'moved' : null;
}
