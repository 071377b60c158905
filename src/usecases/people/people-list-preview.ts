import { createHash } from 'node:crypto';
import { proposePeople, type HeldWork, type ListedPerson, type PersonProposal } from '#domain/access/people-list.ts';
import { mayManageRole } from '#domain/access/manage-person.ts';
import type { Actor } from '#domain/access/policy.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import type { Directory } from './directory.ts';

export type PeopleListPreview = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	readonly fileName: string;
	/** The rows as text that a person can correct; line numbers are row numbers. It goes along with the confirmation. */
	readonly text: string;
	/** What the list was compared with; the confirmation must name the same. */
	readonly basis: string;
	readonly rows: readonly PersonProposal[];
	readonly newUnits: readonly string[];
	readonly counts: Readonly<Record<PersonProposal['kind'], number>>;
	/** Initiatives that get other owners. */
	readonly ownersChanged: number;
};

/** A list as it was read, with what those have to answer whom it gives a role that is never asked. */
export type ComparedList = {
	readonly fileName: string;
	readonly people: readonly ListedPerson[];
	readonly text: string;
	readonly work: ReadonlyMap<string, HeldWork>;
};

/** Compares a list with who is here. */
export function makePreview(directory: Directory, actor: Actor, { fileName, people, text, work }: ComparedList): PeopleListPreview {
	const rows = proposePeople(people, {
		people: directory.people,
		units: directory.units,
		initiatives: directory.lines,
		work,
		mayManageAdministrators: mayManageRole(actor, 'administrator'),
	});
	const count = (kind: PersonProposal['kind']) => rows.filter((row) => row.kind === kind).length;
	const newUnits = rows.flatMap(({ unit }) => (unit && unit.id === null ? [unit.name] : []));
	return {
		municipality: directory.municipality,
		hasPlan: directory.planId !== null,
		fileName,
		text,
		basis: getPeopleBasis(directory),
		rows,
		newUnits: [...new Set(newUnits)],
		counts: { new: count('new'), changed: count('changed'), unchanged: count('unchanged'), unusable: count('unusable') },
		ownersChanged: countOwnerChanges(directory, rows),
	};
}

/** A fingerprint of everything that a list is compared with: SHA-256 in hex. */
function getPeopleBasis({ people, units, lines }: Directory): string {
	const parts = [people.map(({ id, version }) => [id, version]), units, lines.map(({ id, number, ownerIds }) => [id, number, ownerIds])];
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Who answers for each initiative that the list names: exactly those whose rows name it. */
export function listOwnersOfList(rows: readonly PersonProposal[]): Map<string, PersonProposal[]> {
	const owners = new Map<string, PersonProposal[]>();
	for (const row of rows) for (const { id } of row.initiatives) owners.set(id, [...(owners.get(id) ?? []), row]);
	return owners;
}

function countOwnerChanges({ lines }: Directory, rows: readonly PersonProposal[]): number {
	const before = new Map(lines.map(({ id, ownerIds }) => [id, [...ownerIds].sort().join()]));
	const changed = [...listOwnersOfList(rows)].filter(([id, owners]) => {
		const after = owners.map(({ person, email }) => person?.id ?? email).sort();
		return before.get(id) !== after.join();
	});
	return changed.length;
}
