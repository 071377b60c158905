import { retentionLimits, type Retention } from '#domain/access/retention.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { saveSetting } from '#storage/settings.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { appendPeopleChanges } from './person-history.ts';
import { readRetention, retentionKey, retentionSchema } from './retention-setting.ts';

export type SaveRetentionInput = { readonly municipality: string; readonly version: number; readonly retention: Retention };

/** Sets how long things are kept. Throws invalid `retention.days-form`, conflict `setting.changed-meanwhile`. */
export async function saveRetention(context: Context, { municipality, version, retention }: SaveRetentionInput): Promise<void> {
	const { code } = await requireMay(context, 'setting.edit', municipality);
	if (!retentionSchema.safeParse(retention).success) throw new DomainError('invalid', 'retention.days-form', { ...retentionLimits });
	const [who, at] = [context.actor.id, context.now()];
	await context.database.write(code, async (tx) => {
		const before = await readRetention(tx);
		await saveSetting(tx, retentionKey, { value: retention, version }, { who, at });
		await appendPeopleChanges(tx, { who, at, reason: 'edit' }, [
			{ entity: 'setting', action: 'changed', entityId: retentionKey, before: before.retention, after: retention },
		]);
	});
}
