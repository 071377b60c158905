import { addPerson as storePerson } from '#storage/people.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { checkCanBeAsked, checkPersonFields, type TypedPerson } from './check-person.ts';
import { saveOwnedNumbers } from './owned-numbers.ts';
import { appendPeopleChanges } from './person-history.ts';

export type AddPersonInput = TypedPerson & {
	readonly municipality: string;
	/** Numbers of the initiatives the person answers for from now on, beside whoever else does. */
	readonly numbers?: readonly string[];
};

/**
 * Adds a person and gives its id.
 * @throws what `checkPersonFields` does; conflict `person.duplicate-email`, `person.may-not-answer`; not-found `initiative.unknown`
 */
export async function addPerson(context: Context, input: AddPersonInput): Promise<string> {
	const { code } = await requireMay(context, 'person.manage', input.municipality);
	const [who, at] = [context.actor.id, context.now()];
	return context.database.write(code, async (tx) => {
		const fields = await checkPersonFields(tx, context.actor, input);
		const id = await storePerson(tx, fields, at);
		const { role, unitId } = fields;
		await appendPeopleChanges(tx, { who, at, reason: 'edit' }, [
			{ entity: 'person', action: 'added', entityId: id, before: null, after: { role, unitId } },
		]);
		if (input.numbers && input.numbers.length > 0) {
			checkCanBeAsked(fields);
			await saveOwnedNumbers(tx, id, input.numbers, { who, at, reason: 'edit' });
		}
		return id;
	});
}
