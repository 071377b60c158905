import { canBeAsked } from '#domain/access/policy.ts';
import { listUnitsBelow } from '#domain/access/unit-tree.ts';
import type { OrganisationUnit, Person } from '#domain/access/person.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { readDirectory, type DirectoryLine } from './directory.ts';

export type ViewOwnersInput = {
	readonly municipality: string;
	/** Id of a unit: its initiatives and those of units below it. `none` are those without a unit; empty is all. */
	readonly unit?: string;
	/** Only initiatives that nobody answers for. */
	readonly onlyMissing?: boolean;
};

export type OwnersView = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	readonly units: readonly OrganisationUnit[];
	/** Who can be chosen. */
	readonly people: readonly Person[];
	/** Names of everybody who answers for something, those who left included. */
	readonly names: ReadonlyMap<string, string>;
	readonly lines: readonly DirectoryLine[];
	readonly total: number;
};

/** Who answers for which initiative. Reading it is noted in the audit log. */
export async function viewOwners(context: Context, input: ViewOwnersInput): Promise<OwnersView> {
	const { code } = await requireMay(context, 'person.manage', input.municipality);
	return context.database.write(code, async (tx) => {
		const { municipality, planId, people, units, lines } = await readDirectory(tx);
		await appendAudit(tx, { event: 'persons read', who: context.actor.id, details: { count: people.length }, at: context.now() });
		const within = input.unit && input.unit !== 'none' ? new Set(listUnitsBelow(units, input.unit)) : null;
		return {
			municipality,
			hasPlan: planId !== null,
			units,
			people: people.filter(({ leftAt, role }) => leftAt === null && canBeAsked(role)),
			names: new Map(people.map(({ id, name }) => [id, name])),
			lines: lines.filter(
				({ unitId, ownerIds }) =>
					(within === null || (unitId !== null && within.has(unitId))) &&
					(input.unit !== 'none' || unitId === null) &&
					(!input.onlyMissing || ownerIds.length === 0),
			),
			total: lines.length,
		};
	});
}
