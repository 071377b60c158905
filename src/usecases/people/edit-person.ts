import { getDanishDay } from '#domain/shared/danish-day.ts';
import { savePerson } from '#storage/people.ts';
import { getAnswersAddress } from '../access/session.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { checkHasNothingToAnswer, checkPersonFields, getActivePerson, requireMayManage, type TypedPerson } from './check-person.ts';
import { closeLinksInTransaction } from './close-links.ts';
import { forgetSignIn } from './forget-sign-in.ts';
import { saveOwnedNumbers } from './owned-numbers.ts';
import { appendPeopleChanges } from './person-history.ts';

export type EditPersonInput = TypedPerson & {
	readonly municipality: string;
	readonly personId: string;
	/** As it was shown. */
	readonly version: number;
	/** Numbers of all initiatives the person answers for; left out, they stay as they are. */
	readonly numbers?: readonly string[];
};

/**
 * Changes what is known of a person who works here. With another address the links that went to the old one are closed.
 * @throws what `checkPersonFields` does; conflict `person.changed-meanwhile`, `person.duplicate-email`, `person.has-left`,
 *   `person.erased`, `person.may-not-answer` for a role that only reads while the person is asked about something or stands in for somebody; not-found `person.unknown`, `initiative.unknown`
 */
export async function editPerson(context: Context, input: EditPersonInput): Promise<void> {
	const { code } = await requireMay(context, 'person.manage', input.municipality);
	const [who, at] = [context.actor.id, context.now()];
	const earlierEmail = await context.database.write(code, async (tx) => {
		const person = await getActivePerson(tx, input.personId);
		requireMayManage(context.actor, person.role);
		const fields = await checkPersonFields(tx, context.actor, input);
		await savePerson(tx, { id: person.id, version: input.version }, fields, at);
		const renewed = [...(person.name === fields.name ? [] : ['name']), ...(person.email === fields.email ? [] : ['email'])];
		const isSame = renewed.length === 0 && person.role === fields.role && person.unitId === fields.unitId;
		if (!isSame) {
			await appendPeopleChanges(tx, { who, at, reason: 'edit' }, [
				{
					entity: 'person',
					action: 'changed',
					entityId: person.id,
					before: { role: person.role, unitId: person.unitId },
					after: { role: fields.role, unitId: fields.unitId, ...(renewed.length > 0 ? { renewed } : {}) },
				},
			]);
		}
		await checkHasNothingToAnswer(tx, { id: person.id, role: fields.role, numbers: input.numbers }, getDanishDay(at).day);
		if (input.numbers) await saveOwnedNumbers(tx, person.id, input.numbers, { who, at, reason: 'edit' });
		if (person.email?.toLowerCase() === fields.email.toLowerCase()) return null;
		// What was sent to the old address may be in the wrong hands.
		await closeLinksInTransaction(tx, { id: person.id, email: fields.email }, { who, at });
		return person.email;
	});
	// Who has the old address is nobody here now, and need not stay signed in.
	await forgetSignIn(context, earlierEmail);
	if (earlierEmail) await forgetSignIn(context, getAnswersAddress({ municipalityCode: code, personId: input.personId }));
}
