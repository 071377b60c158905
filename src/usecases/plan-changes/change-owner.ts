import { isDeepStrictEqual } from 'node:util';
import { listAsked } from '#storage/assignments.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { readPersons } from '../round/assign-persons.ts';
import { askAbout } from './ask-about.ts';
import type { ChangeOwnerInput } from './inputs.ts';
import { changePlanInRound, getLineOfVersion, noteEvent } from './plan-desk.ts';
import { readFields } from './read-fields.ts';
import { saveWithBody, type UnitOutcome } from './save-with-body.ts';

/**
 * Lets other persons answer for an initiative from now on, and notes who is responsible in the plan's own words, as `saveWithBody` does.
 * Names of persons stay out of the history, which is never erased: it has the ids.
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
		const { newBody, unit } = await saveWithBody(desk, row, await readFields(desk, row.content, fields, row.id));
		const isSamePersons = isDeepStrictEqual(before, after);
		if (!isSamePersons) {
			await askAbout(desk, row.id, after);
			const key = { planId: plan.id, entityId: row.id, year: run.year } as const;
			desk.changes.push({ ...key, entity: 'answer', action: 'changed', before: { personIds: before }, after: { personIds: after } });
		}
		if (!isSamePersons || newBody) noteEvent(desk, { kind: 'new owner', initiativeId: row.id, ...newBody }, input);
		return { unit };
	});
}
