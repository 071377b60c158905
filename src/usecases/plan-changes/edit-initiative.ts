import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import type { EditInitiativeInput } from './inputs.ts';
import { changePlan, getLineOfVersion, saveLine } from './plan-desk.ts';
import { readFields } from './read-fields.ts';

/**
 * Changes what the plan says of an initiative; its number is changed by `renumber`. The rounds before keep what the plan said then.
 * @throws DomainError conflict `initiative.changed-meanwhile`, `round.closed-for-editing`; invalid `initiative.title-missing`,
 *   `initiative.day-form`, `round.text-too-long`; not-found `initiative.unknown`, `plan.unknown`
 */
export async function editInitiative(context: Context, input: EditInitiativeInput): Promise<{ readonly version: number }> {
	const { code } = await requireMay(context, 'plan.edit', input.municipality);
	return changePlan(context, code, async (desk) => {
		const row = await getLineOfVersion(desk, input);
		const saved = await saveLine(desk, row, await readFields(desk, row.content, { ...input.fields, number: undefined }, row.id));
		return { version: saved.version };
	});
}
