import { getNumberKey } from '#domain/plan/number-key.ts';
import type { InitiativeTag } from '#domain/plan/initiative.ts';
import { listInitiativeRows } from '#storage/initiatives.ts';
import { listInitiativeTags } from '#storage/initiative-tags.ts';
import { findCurrentPlan } from '#storage/plans.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

/** Which committee, themes and UN goals an initiative of the plan in force belongs to; none where the plan does not have it. */
export async function listTags(
	context: Context,
	input: { readonly municipality: string; readonly number: string },
): Promise<readonly InitiativeTag[]> {
	const { code } = await requireMay(context, 'plan.edit', input.municipality);
	return context.database.read(code, async (tx) => {
		const plan = await findCurrentPlan(tx, { publicOnly: false });
		if (!plan) return [];
		const isMeant = (number: string) => getNumberKey(number) === getNumberKey(input.number);
		const row = (await listInitiativeRows(tx, plan.id)).find(({ content }) => content.withdrawnIn === null && isMeant(content.number));
		return row ? ((await listInitiativeTags(tx, plan.id)).get(row.id) ?? []) : [];
	});
}
