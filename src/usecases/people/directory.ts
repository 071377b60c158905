import type { OrganisationUnit, Person, StandIn } from '#domain/access/person.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listOwners } from '#storage/initiative-owners.ts';
import { listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import { listInitiativeRows } from '#storage/initiatives.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { listUnits } from '#storage/organisation-units.ts';
import { listPeople } from '#storage/people.ts';
import { findCurrentPlan } from '#storage/plans.ts';
import { listStandIns } from '#storage/stand-ins.ts';
import type { ReadTx } from '#storage/transactions.ts';

/** A line of the plan as the pages of people need it. */
export type DirectoryLine = {
	readonly id: string;
	readonly number: string;
	readonly title: string;
	readonly responsible: string | null;
	/** Persons who answer for it. */
	readonly ownerIds: readonly string[];
	readonly unitId: string | null;
};

/** Everybody and everything that answers for initiatives, from one snapshot. */
export type Directory = {
	readonly municipality: MunicipalityProfile;
	readonly planId: string | null;
	/** Those who left included, those who were erased not. In Danish order of names. */
	readonly people: readonly Person[];
	readonly units: readonly OrganisationUnit[];
	readonly standIns: readonly StandIn[];
	/** Lines that are in the plan now, in its order. */
	readonly lines: readonly DirectoryLine[];
};

/** Reads the directory in the transaction given. */
export async function readDirectory(tx: ReadTx): Promise<Directory> {
	const municipality = (await findMunicipality(tx))?.profile;
	if (!municipality) throw new DomainError('not-found', 'municipality.unknown', { municipality: tx.tenant });
	const people = (await listPeople(tx)).filter(({ erasedAt }) => erasedAt === null);
	const units = await listUnits(tx);
	const standIns = await listStandIns(tx);
	const plan = await findCurrentPlan(tx, { publicOnly: false });
	return { municipality, planId: plan?.id ?? null, people, units, standIns, lines: plan ? await readLines(tx, plan.id) : [] };
}

async function readLines(tx: ReadTx, planId: string): Promise<DirectoryLine[]> {
	const owners = await listOwners(tx, planId);
	const unitOf = await listUnitsOfInitiatives(tx, planId);
	return (await listInitiativeRows(tx, planId))
		.filter(({ content }) => content.withdrawnIn === null)
		.map(({ id, content: { number, title, responsible } }) => ({
			id,
			number,
			title,
			responsible,
			ownerIds: owners.get(id) ?? [],
			unitId: unitOf.get(id) ?? null,
		}));
}
