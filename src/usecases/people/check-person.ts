import { isEmail, mayManageRole } from '#domain/access/manage-person.ts';
import { personRoles, type Person, type PersonRole, type StandIn } from '#domain/access/person.ts';
import { canBeAsked, type Actor } from '#domain/access/policy.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listUnits } from '#storage/organisation-units.ts';
import { findPerson, type PersonFields } from '#storage/people.ts';
import { listWork } from '#storage/person-work.ts';
import { listStandIns } from '#storage/stand-ins.ts';
import type { ReadTx } from '#storage/transactions.ts';

/** What a form says of a person, as typed. */
export type TypedPerson = { readonly name: string; readonly email: string; readonly role: string; readonly unitId: string | null };

/**
 * What is typed about a person, checked and tidied.
 * @throws DomainError invalid `person.name-missing`, `person.email-form`, `person.role-unknown`; forbidden
 *   `person.administrator-only`; not-found `unit.unknown`
 */
export async function checkPersonFields(tx: ReadTx, actor: Actor, typed: TypedPerson): Promise<PersonFields> {
	const name = typed.name.replace(/\s+/g, ' ').trim().slice(0, 200);
	const email = typed.email.trim();
	const role = personRoles.find((each) => each === typed.role);
	if (name === '') throw new DomainError('invalid', 'person.name-missing');
	if (!isEmail(email)) throw new DomainError('invalid', 'person.email-form');
	if (!role) throw new DomainError('invalid', 'person.role-unknown', { role: typed.role.slice(0, 40) });
	requireMayManage(actor, role);
	if (typed.unitId !== null && !(await listUnits(tx)).some(({ id }) => id === typed.unitId))
		throw new DomainError('not-found', 'unit.unknown');
	return { name, email, role, unitId: typed.unitId };
}

/** Throws forbidden `person.administrator-only` where the actor may not give this role or change who has it. */
export function requireMayManage(actor: Actor, role: PersonRole): void {
	if (!mayManageRole(actor, role)) throw new DomainError('forbidden', 'person.administrator-only');
}

/** A person who is still known by name. Throws not-found `person.unknown`, conflict `person.erased`. */
export async function getPerson(tx: ReadTx, id: string): Promise<Person> {
	const person = await findPerson(tx, id);
	if (!person) throw new DomainError('not-found', 'person.unknown');
	if (person.erasedAt) throw new DomainError('conflict', 'person.erased');
	return person;
}

/** A person who works here now. Throws conflict `person.has-left` as well. */
export async function getActivePerson(tx: ReadTx, id: string): Promise<Person> {
	const person = await getPerson(tx, id);
	if (person.leftAt) throw new DomainError('conflict', 'person.has-left');
	return person;
}

/** A person who works here now and can be asked, or stand in. Throws conflict `person.may-not-answer` as well. */
export async function getAnsweringPerson(tx: ReadTx, id: string): Promise<Person> {
	const person = await getActivePerson(tx, id);
	checkCanBeAsked(person);
	return person;
}

/** Throws conflict `person.may-not-answer` for a role that only reads. */
export function checkCanBeAsked({ role }: Pick<Person, 'role'>): void {
	if (!canBeAsked(role)) throw new DomainError('conflict', 'person.may-not-answer');
}

/**
 * Who is to have a role that only reads keeps nothing to answer, and stands in for nobody today or later. `numbers` are what the person
 * is to answer for, left out where that is as it is stored. Throws conflict `person.may-not-answer`.
 */
export async function checkHasNothingToAnswer(
	tx: ReadTx,
	{ id, role, numbers }: Pick<Person, 'id' | 'role'> & { readonly numbers?: readonly string[] | undefined },
	today: CalendarDate,
): Promise<void> {
	if (canBeAsked(role)) return;
	const { owned, asked } = await listWork(tx, id);
	if (isStandingIn(await listStandIns(tx), id, today) || (numbers ?? owned).length + asked.length > 0)
		throw new DomainError('conflict', 'person.may-not-answer');
}

/** Whether a person stands in for somebody, today or later. */
export function isStandingIn(standIns: readonly StandIn[], id: string, today: CalendarDate): boolean {
	return standIns.some(({ standInId, until }) => standInId === id && (until === null || until >= today));
}
