import { DomainError } from '#domain/shared/domain-error.ts';
import { savePersonLeft } from '#storage/people.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { getPerson, requireMayManage } from './check-person.ts';
import { appendPeopleChanges } from './person-history.ts';

export type BringBackInput = { readonly municipality: string; readonly personId: string; readonly version: number };

/**
 * Somebody who left is back, with the same history and nothing to do yet: what was handed over stays with who took over.
 * Throws not-found `person.unknown`, conflict `person.erased`, `person.changed-meanwhile`, forbidden `person.administrator-only`.
 */
export async function bringBack(context: Context, { municipality, personId, version }: BringBackInput): Promise<void> {
	const { code } = await requireMay(context, 'person.manage', municipality);
	const [who, at] = [context.actor.id, context.now()];
	await context.database.write(code, async (tx) => {
		const person = await getPerson(tx, personId);
		requireMayManage(context.actor, person.role);
		if (person.leftAt === null) throw new DomainError('conflict', 'person.changed-meanwhile', { name: '' });
		await savePersonLeft(tx, { id: person.id, version }, null, at);
		await appendPeopleChanges(tx, { who, at, reason: 'edit' }, [
			{ entity: 'person', action: 'changed', entityId: person.id, before: { left: true }, after: { left: false } },
		]);
	});
}
