import { DomainError } from '#domain/shared/domain-error.ts';
import { removeScenario as takeAway } from '#storage/scenarios.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { getScenario } from './get-scenario.ts';
import { appendScenarioChange } from './scenario-history.ts';

/** Takes a what-if away; the path of the plan stays. Throws not-found `scenario.unknown`, conflict `scenario.plan-stays`. */
export async function removeScenario(context: Context, input: { readonly municipality: string; readonly id: string }): Promise<void> {
	const { code } = await requireMay(context, 'pathway.edit', input.municipality);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit' } as const;
	await context.database.write(code, async (tx) => {
		const before = await getScenario(tx, input.id);
		if (before.kind === 'plan') throw new DomainError('conflict', 'scenario.plan-stays');
		await takeAway(tx, before);
		await appendScenarioChange(tx, occasion, before.id, { before, after: null });
	});
}
