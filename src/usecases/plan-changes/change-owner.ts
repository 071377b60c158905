import { isDeepStrictEqual } from 'node:util';
import { findUnitOf } from '#domain/access/propose-units.ts';
import { listAsked } from '#storage/assignments.ts';
import { listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import type { InitiativeRow } from '#storage/initiatives.ts';
import { listUnits } from '#storage/organisation-units.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { putUnderUnit } from '../people/move-to-unit.ts';
import { readPersons } from '../round/assign-persons.ts';
import { askAbout } from './ask-about.ts';
import type { ChangeOwnerInput } from './inputs.ts';
import { changePlanInRound, getLineOfVersion, noteEvent, saveLine, type RoundPlanDesk } from './plan-desk.ts';
import { readFields } from './read-fields.ts';

/** What became of the unit when another body is responsible: nothing is to be said where it is that body already, or the body is the same. */
export type UnitOutcome = 'moved' | 'no such unit' | null;

/**
 * Lets other persons answer for an initiative from now on, and notes who is responsible in the plan's own words. Where these are the name
 * of a unit, the initiative belongs to it from then on; else it belongs where it did. Names of persons stay out of the history, which is
 * never erased: it has the ids.
 * @throws DomainError conflict `initiative.changed-meanwhile`, `person.has-left`, `plan.no-running-round`, `round.closed-for-editing`;
 *   invalid `round.text-too-long`; not-found `initiative.unknown`, `person.unknown`
 */
export async function changeOwner(context: Context, input: ChangeOwnerInput): Promise<{ readonly unit: UnitOutcome }> {
	const { code } = await requireMay(context, 'plan.edit', input.municipality);
	return changePlanInRound(context, code, async (desk) => {
		const { tx, plan, run } = desk;
		const row = await getLineOfVersion(desk, input);
		const before = await listAsked(tx, plan.id, run.year, row.id);
		const after = input.personIds === undefined ? before : await readPersons(tx, input.personIds);
		const fields = input.responsible === undefined ? {} : { responsible: input.responsible };
		const saved = await saveLine(desk, row, await readFields(desk, row.content, fields, row.id));
		const isSamePersons = isDeepStrictEqual(before, after);
		if (!isSamePersons) {
			await askAbout(desk, row.id, after);
			const key = { planId: plan.id, entityId: row.id, year: run.year } as const;
			desk.changes.push({ ...key, entity: 'answer', action: 'changed', before: { personIds: before }, after: { personIds: after } });
		}
		if (isSamePersons && saved === row) return { unit: null };
		const words = saved === row ? {} : { before: row.content.responsible, after: saved.content.responsible };
		noteEvent(desk, { kind: 'new owner', initiativeId: row.id, ...words }, input);
		return { unit: saved === row ? null : await followBody(desk, saved) };
	});
}

/** Puts an initiative under the unit that is its responsible body, as when units are made of the plan's bodies. */
async function followBody({ tx, plan, who, at }: RoundPlanDesk, { id, content }: InitiativeRow): Promise<UnitOutcome> {
	if (content.responsible === null) return null;
	const unit = findUnitOf(await listUnits(tx), [content.responsible]);
	if (!unit) return 'no such unit';
	const before = (await listUnitsOfInitiatives(tx, plan.id)).get(id) ?? null;
	const move = { lines: [{ id, unitId: before }], unitId: unit.id };
	return (await putUnderUnit(tx, plan.id, move, { who, at, reason: 'plan change' })) > 0 ? 'moved' : null;
}
