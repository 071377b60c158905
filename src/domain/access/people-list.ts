import { getNumberKey } from '../plan/number-key.ts';
import { compareNaturally } from '../shared/natural-order.ts';
import { isSameSpelling } from '../shared/is-same-spelling.ts';
import { isEmail } from './manage-person.ts';
import { canBeAsked } from './policy.ts';
import type { OrganisationUnit, Person, PersonRole } from './person.ts';

/** One row of a list of people as it was read. Empty is not stated. */
export type ListedPerson = {
	/** Row in the list, from 1, as a spreadsheet shows it. */
	readonly row: number;
	readonly name: string;
	readonly email: string;
	readonly unit: string;
	/** Null when none is stated or the word for it is not known. */
	readonly role: PersonRole | null;
	readonly roleText: string;
	readonly numbers: readonly string[];
};

/** Why a row of a list cannot be used. */
export const listProblems = [
	'name-missing',
	'email-missing',
	'email-form',
	'email-twice',
	'role-unknown',
	'administrator-only',
	'number-unknown',
	'has-left',
	'may-not-answer',
	'has-work',
	'stands-in',
] as const;
export type ListProblem = (typeof listProblems)[number];

/** What a person has to answer, and could not keep in a role that is never asked. */
export type HeldWork = {
	readonly owned: readonly { readonly id: string; readonly number: string }[];
	/** Numbers of the initiatives it is asked about in a round that runs. */
	readonly asked: readonly string[];
	/** Stands in for somebody, today or later. */
	readonly standsIn: boolean;
};

/** What is here already, that a list is compared with. */
export type PeopleHere = {
	readonly people: readonly Person[];
	readonly units: readonly OrganisationUnit[];
	readonly initiatives: readonly { readonly id: string; readonly number: string }[];
	/** By the person's id, for those whom the list gives a role that is never asked; left out where there is nothing. */
	readonly work?: ReadonlyMap<string, HeldWork>;
	/** Whether who brings the list may make and change administrators. */
	readonly mayManageAdministrators: boolean;
};

/** What is proposed for one row. */
export type PersonProposal = {
	readonly row: number;
	readonly kind: 'new' | 'changed' | 'unchanged' | 'unusable';
	/** The person with this address who is here already. */
	readonly person: Person | null;
	readonly name: string;
	readonly email: string;
	readonly role: PersonRole;
	/** `id` is null for a unit that the list brings; null for no unit. */
	readonly unit: { readonly id: string | null; readonly name: string } | null;
	/** Initiatives that the row names; none leaves those the person has. */
	readonly initiatives: readonly { readonly id: string; readonly number: string }[];
	/** With the text that is wrong, where one is. */
	readonly problems: readonly { readonly code: ListProblem; readonly text: string }[];
};

/**
 * Compares a list with who is here, row by row: people are known by their addresses. An empty unit or role leaves what is stored;
 * somebody new without a role is an owner. A unit that is spelled almost as one that is here is that one.
 */
export function proposePeople(rows: readonly ListedPerson[], here: PeopleHere): PersonProposal[] {
	const byEmail = new Map(here.people.flatMap((person) => (person.email ? [[person.email.toLowerCase(), person] as const] : [])));
	const byNumber = new Map(here.initiatives.map((initiative) => [getNumberKey(initiative.number), initiative]));
	const brought: { id: null; name: string }[] = [];
	const seen = new Set<string>();
	const proposals = rows.map((listed) => {
		const key = listed.email.toLowerCase();
		const person = byEmail.get(key) ?? null;
		const role = listed.role ?? person?.role ?? 'owner';
		const unit = findUnit(listed.unit, person, here.units, brought);
		const initiatives = listed.numbers.flatMap((number) => byNumber.get(getNumberKey(number)) ?? []);
		const unknown = listed.numbers.filter((number) => !byNumber.has(getNumberKey(number)));
		const roles = [role, person?.role ?? role];
		const problems = [
			...listFormProblems(listed, seen.has(key)),
			...unknown.map((text) => ({ code: 'number-unknown', text }) as const),
			...(roles.includes('administrator') && !here.mayManageAdministrators ? [{ code: 'administrator-only', text: '' } as const] : []),
			...(initiatives.length > 0 && !canBeAsked(role) ? [{ code: 'may-not-answer', text: '' } as const] : []),
			...(person?.leftAt ? [{ code: 'has-left', text: '' } as const] : []),
		];
		seen.add(key);
		return { row: listed.row, person, name: listed.name, email: listed.email, role, unit, initiatives, problems };
	});
	// The list itself may give to others what somebody who will only read has had to answer.
	const given = new Set(proposals.flatMap(({ initiatives }) => initiatives.map(({ id }) => id)));
	return proposals.map((proposal) => {
		const kind = findKind(proposal);
		const inTheWay = kind === 'changed' ? listWorkProblems(proposal, here.work, given) : [];
		return { ...proposal, problems: [...proposal.problems, ...inTheWay], kind: inTheWay.length > 0 ? 'unusable' : kind };
	});
}

/** What stands in the way of a role that is never asked, for somebody who is changed by the list. */
function listWorkProblems(
	{ role, person }: Pick<PersonProposal, 'role' | 'person'>,
	work: PeopleHere['work'],
	given: ReadonlySet<string>,
): PersonProposal['problems'] {
	const held = person && !canBeAsked(role) ? work?.get(person.id) : undefined;
	if (!held) return [];
	const kept = held.owned.filter(({ id }) => !given.has(id)).map(({ number }) => number);
	const numbers = [...new Set([...kept, ...held.asked])];
	return [
		...(numbers.length > 0 ? [{ code: 'has-work', text: numbers.toSorted(compareNaturally).join(', ') } as const] : []),
		...(held.standsIn ? [{ code: 'stands-in', text: '' } as const] : []),
	];
}

function listFormProblems(listed: ListedPerson, isTwice: boolean): PersonProposal['problems'] {
	const problems: { code: ListProblem; text: string }[] = [];
	if (listed.name === '') problems.push({ code: 'name-missing', text: '' });
	if (listed.email === '') problems.push({ code: 'email-missing', text: '' });
	else if (!isEmail(listed.email)) problems.push({ code: 'email-form', text: listed.email });
	else if (isTwice) problems.push({ code: 'email-twice', text: listed.email });
	if (listed.roleText !== '' && listed.role === null) problems.push({ code: 'role-unknown', text: listed.roleText });
	return problems;
}

function findUnit(
	name: string,
	person: Person | null,
	units: readonly OrganisationUnit[],
	brought: { id: null; name: string }[],
): PersonProposal['unit'] {
	if (name === '') return units.find(({ id }) => id === person?.unitId) ?? null;
	const exact = units.find((unit) => unit.name.toLowerCase() === name.toLowerCase());
	const near = exact ?? [...units, ...brought].find((unit) => isSameSpelling(unit.name, name));
	if (near) return { id: near.id, name: near.name };
	const unit = { id: null, name };
	brought.push(unit);
	return unit;
}

function findKind({ person, problems, name, role, unit }: Omit<PersonProposal, 'kind'>): PersonProposal['kind'] {
	if (problems.length > 0) return 'unusable';
	if (!person) return 'new';
	// A unit that the list brings has no id yet, and is no person's so far.
	const isSameUnit = unit ? person.unitId === unit.id : person.unitId === null;
	const isSame = person.name === name && person.role === role && isSameUnit && unit?.id !== null;
	return isSame ? 'unchanged' : 'changed';
}
