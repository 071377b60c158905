import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import type { EditInitiativeInput } from './inputs.ts';
import { changePlan, getLineOfVersion, noteEvent } from './plan-desk.ts';
import { readFields } from './read-fields.ts';
import { saveWithBody, type UnitOutcome } from './save-with-body.ts';

export type EditedInitiative = { readonly version: number; readonly unit: UnitOutcome };

/**
 * Changes what the plan says of an initiative; its number is changed by `renumber`. The rounds before keep what the plan said then. Another
 * responsible body is told of in the round that runs, and taken as by `changeOwner`.
 * @throws DomainError conflict `initiative.changed-meanwhile`, `round.closed-for-editing`; invalid `initiative.title-missing`,
 *   `initiative.day-form`, `round.text-too-long`; not-found `initiative.unknown`, `plan.unknown`
 */
export async function editInitiative(context: Context, input: EditInitiativeInput): Promise<EditedInitiative> {
	const { code } = await requireMay(context, 'plan.edit', input.municipality);
	return changePlan(context, code, async (desk) => {
		const row = await getLineOfVersion(desk, input);
		const content = await readFields(desk, row.content, { ...input.fields, number: undefined }, row.id);
		const { saved, newBody, unit } = await saveWithBody(desk, row, content);
		const { run } = desk;
		if (run && newBody) noteEvent({ ...desk, run }, { kind: 'new owner', initiativeId: row.id, ...newBody }, {});
		return { version: saved.version, unit };
	});
}
