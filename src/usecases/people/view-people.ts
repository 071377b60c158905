import type { Person } from '#domain/access/person.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { getDanishDay } from '#domain/shared/danish-day.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { readDirectory, type Directory } from './directory.ts';

/** A person in the list. */
export type PersonEntry = {
	readonly person: Person;
	readonly unitName: string | null;
	/** Initiatives of the plan in force that the person answers for. */
	readonly initiatives: number;
	/** Names of those who stand in for the person today. */
	readonly standIns: readonly string[];
};

export type PeopleView = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	readonly entries: readonly PersonEntry[];
	/** Those who left and are not erased yet. */
	readonly left: readonly PersonEntry[];
	readonly units: number;
	readonly initiatives: { readonly total: number; readonly withoutOwner: number; readonly withoutUnit: number };
};

/** The list of persons. Reading it is noted in the audit log. */
export async function viewPeople(context: Context, input: { readonly municipality: string }): Promise<PeopleView> {
	const { code } = await requireMay(context, 'person.read', input.municipality);
	const at = context.now();
	return context.database.write(code, async (tx) => {
		const directory = await readDirectory(tx);
		await appendAudit(tx, { event: 'persons read', who: context.actor.id, details: { count: directory.people.length }, at });
		const entries = directory.people.map((person) => describe(directory, person, getDanishDay(at).day));
		return {
			municipality: directory.municipality,
			hasPlan: directory.planId !== null,
			entries: entries.filter(({ person }) => person.leftAt === null),
			left: entries.filter(({ person }) => person.leftAt !== null),
			units: directory.units.length,
			initiatives: {
				total: directory.lines.length,
				withoutOwner: directory.lines.filter(({ ownerIds }) => ownerIds.length === 0).length,
				withoutUnit: directory.lines.filter(({ unitId }) => unitId === null).length,
			},
		};
	});
}

function describe({ people, units, standIns, lines }: Directory, person: Person, today: string): PersonEntry {
	const acting = standIns.filter(
		({ personId, from, until }) => personId === person.id && from <= today && (until === null || until >= today),
	);
	return {
		person,
		unitName: units.find(({ id }) => id === person.unitId)?.name ?? null,
		initiatives: lines.filter(({ ownerIds }) => ownerIds.includes(person.id)).length,
		standIns: acting.flatMap(({ standInId }) => people.find(({ id }) => id === standInId)?.name ?? []),
	};
}
