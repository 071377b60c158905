import { DomainError } from '#domain/shared/domain-error.ts';
import { countUnitUses, removeUnit as dropUnit } from '#storage/organisation-units.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { readDirectory } from './directory.ts';
import { appendPeopleChanges } from './person-history.ts';

/** Takes a unit away to which nothing belongs. Throws not-found `unit.unknown`, conflict `unit.in-use`. */
export async function removeUnit(context: Context, input: { readonly municipality: string; readonly unitId: string }): Promise<void> {
	const { code } = await requireMay(context, 'person.manage', input.municipality);
	await context.database.write(code, async (tx) => {
		const unit = (await readDirectory(tx)).units.find(({ id }) => id === input.unitId);
		if (!unit) throw new DomainError('not-found', 'unit.unknown');
		const { id, name, parentId } = unit;
		if ((await countUnitUses(tx, id)) > 0) throw new DomainError('conflict', 'unit.in-use', { name });
		await dropUnit(tx, id);
		await appendPeopleChanges(tx, { who: context.actor.id, at: context.now(), reason: 'edit' }, [
			{ entity: 'unit', action: 'removed', entityId: id, before: { name, parentId }, after: null },
		]);
	});
}
