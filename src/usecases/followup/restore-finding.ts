import { DomainError } from '#domain/shared/domain-error.ts';
import { appendChanges } from '#storage/changes.ts';
import { listFindingDismissals, removeFindingDismissal } from '#storage/finding-dismissals.ts';
import { findCurrentPlan } from '#storage/plans.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

/** Takes a dismissal back. Throws not-found `finding.not-dismissed`. */
export async function restoreFinding(context: Context, input: { readonly municipality: string; readonly key: string }): Promise<void> {
	const { code } = await requireMay(context, 'finding.dismiss', input.municipality);
	const [who, at] = [context.actor.id, context.now()];
	await context.database.write(code, async (tx) => {
		const plan = await findCurrentPlan(tx, { publicOnly: false });
		const before = plan && (await listFindingDismissals(tx, plan.id)).find(({ key }) => key === input.key);
		if (!plan || !before) throw new DomainError('not-found', 'finding.not-dismissed', { key: input.key.slice(0, 200) });
		await removeFindingDismissal(tx, plan.id, input.key);
		await appendChanges(tx, { who, at, reason: 'finding restored', note: null, importId: null }, [
			{
				entity: 'dismissal',
				action: 'removed',
				planId: plan.id,
				entityId: input.key,
				year: null,
				before: { reason: before.reason },
				after: null,
			},
		]);
	});
}
