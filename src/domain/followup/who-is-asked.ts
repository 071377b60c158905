import { canBeAsked } from '../access/policy.ts';
import type { Person } from '../access/person.ts';

/** Who answers, from the three places a new round can take it from; ids of persons and units by initiative. */
export type AssignmentSources = {
	readonly owners: ReadonlyMap<string, readonly string[]>;
	readonly lastYear: ReadonlyMap<string, readonly string[]>;
	readonly units: ReadonlyMap<string, string>;
	readonly people: readonly Person[];
};

/**
 * Who is asked about each initiative in a new round: those who answer for it, else those who were asked last year, else whoever leads
 * its unit. Who was asked last year was noted as answering for it at that time, so the first holds what last year said and what has
 * changed since. Persons who have left, or may only read, are asked no more. An initiative that nobody answers for is left out.
 */
export function assignInitiatives(initiativeIds: readonly string[], sources: AssignmentSources): Map<string, string[]> {
	const here = new Set(sources.people.filter(({ leftAt, role }) => leftAt === null && canBeAsked(role)).map(({ id }) => id));
	const leads = listLeads(sources.people);
	const asked = new Map<string, string[]>();
	for (const id of initiativeIds) {
		const unit = sources.units.get(id);
		const candidates = [sources.owners.get(id), sources.lastYear.get(id), unit === undefined ? undefined : leads.get(unit)];
		const found = candidates.map((persons) => persons?.filter((person) => here.has(person)) ?? []).find((persons) => persons.length > 0);
		if (found) asked.set(id, found);
	}
	return asked;
}

function listLeads(people: readonly Person[]): Map<string, string[]> {
	const leads = new Map<string, string[]>();
	for (const { id, role, unitId, leftAt } of people) {
		if (role === 'unit lead' && unitId !== null && leftAt === null) leads.set(unitId, [...(leads.get(unitId) ?? []), id]);
	}
	return leads;
}
