import { DomainError } from '#domain/shared/domain-error.ts';
import { parseCalendarDate } from '#domain/shared/calendar-date.ts';
import { listStandIns, saveStandIn as storeStandIn } from '#storage/stand-ins.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { getActivePerson, getAnsweringPerson, requireMayManage } from './check-person.ts';
import { appendPeopleChanges } from './person-history.ts';

export type SaveStandInInput = {
	readonly municipality: string;
	/** Whose place. */
	readonly personId: string;
	readonly standInId: string;
	/** ISO days; an empty last day is until further notice. Both days count. */
	readonly from: string;
	readonly until: string;
};

/**
 * Lets somebody stand in for another: for those days the other's answers may be given, and the other's mails come to who stands in, and not to the other.
 * @throws DomainError invalid `stand-in.same-person`, `stand-in.day-form`, `stand-in.dates`; not-found `person.unknown`; conflict
 *   `person.has-left`, `person.may-not-answer`; forbidden `person.administrator-only`
 */
export async function saveStandIn(context: Context, input: SaveStandInInput): Promise<void> {
	const { code } = await requireMay(context, 'person.manage', input.municipality);
	const { personId, standInId } = input;
	if (personId === standInId) throw new DomainError('invalid', 'stand-in.same-person');
	const from = parseCalendarDate(input.from);
	const until = input.until === '' ? null : parseCalendarDate(input.until);
	if (!from || until === undefined) throw new DomainError('invalid', 'stand-in.day-form');
	if (until !== null && until < from) throw new DomainError('invalid', 'stand-in.dates');
	const [who, at] = [context.actor.id, context.now()];
	await context.database.write(code, async (tx) => {
		requireMayManage(context.actor, (await getActivePerson(tx, personId)).role);
		await getAnsweringPerson(tx, standInId);
		const earlier = (await listStandIns(tx)).find((one) => one.personId === personId && one.standInId === standInId);
		await storeStandIn(tx, { personId, standInId, from, until });
		const before = earlier ? { standInId, from: earlier.from, until: earlier.until } : {};
		await appendPeopleChanges(tx, { who, at, reason: 'edit' }, [
			{ entity: 'person', action: 'changed', entityId: personId, before, after: { standInId, from, until } },
		]);
	});
}
