import { DomainError } from '#domain/shared/domain-error.ts';
import { appendChanges } from '#storage/changes.ts';
import { listFindingDismissals, saveFindingDismissal } from '#storage/finding-dismissals.ts';
import type { Context } from '../context.ts';
import { readPlanRecord } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';
import { listCheckedFindings } from './find-findings.ts';

/** Remembers "not a problem here" with a reason. Throws invalid `finding.reason-missing`, not-found `finding.unknown`. */
export async function dismissFinding(
	context: Context,
	input: { readonly municipality: string; readonly key: string; readonly reason: string },
): Promise<void> {
	const { code } = await requireMay(context, 'finding.dismiss', input.municipality);
	const reason = input.reason.trim();
	if (reason === '') throw new DomainError('invalid', 'finding.reason-missing');
	const [who, at] = [context.actor.id, context.now()];
	await context.database.write(code, async (tx) => {
		const record = await readPlanRecord(tx, { publicOnly: false });
		const { stored } = record;
		const isFound = stored?.rounds.some(({ round }) =>
			listCheckedFindings(record, round.year).some(({ finding }) => finding.key === input.key),
		);
		if (!stored || !isFound) throw new DomainError('not-found', 'finding.unknown', { key: input.key.slice(0, 200) });
		const planId = stored.row.id;
		const before = (await listFindingDismissals(tx, planId)).find(({ key }) => key === input.key);
		await saveFindingDismissal(tx, planId, { key: input.key, reason, who, at });
		await appendChanges(tx, { who, at, reason: 'finding dismissed', note: reason, importId: null }, [
			{
				entity: 'dismissal',
				action: before ? 'changed' : 'added',
				planId,
				entityId: input.key,
				year: null,
				before: before ? { reason: before.reason } : null,
				after: { reason },
			},
		]);
	});
}
