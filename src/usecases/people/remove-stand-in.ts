import { removeStandIn as dropStandIn, listStandIns } from '#storage/stand-ins.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { getPerson, requireMayManage } from './check-person.ts';
import { appendPeopleChanges } from './person-history.ts';

export type RemoveStandInInput = { readonly municipality: string; readonly personId: string; readonly standInId: string };

/** Ends that somebody stands in for another. One that has ended already stays ended. Throws not-found `person.unknown`. */
export async function removeStandIn(context: Context, { municipality, personId, standInId }: RemoveStandInInput): Promise<void> {
	const { code } = await requireMay(context, 'person.manage', municipality);
	const [who, at] = [context.actor.id, context.now()];
	await context.database.write(code, async (tx) => {
		requireMayManage(context.actor, (await getPerson(tx, personId)).role);
		const found = (await listStandIns(tx)).find((one) => one.personId === personId && one.standInId === standInId);
		if (!found) return;
		await dropStandIn(tx, found);
		const { from, until } = found;
		await appendPeopleChanges(tx, { who, at, reason: 'edit' }, [
			{ entity: 'person', action: 'changed', entityId: personId, before: { standInId, from, until }, after: {} },
		]);
	});
}
