import { proposeUnits, type UnitProposal } from '#domain/access/propose-units.ts';
import { placeUnits, type PlacedUnit } from '#domain/access/unit-tree.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { readDirectory, type Directory } from './directory.ts';

/** A unit in the tree. The numbers are its own, without those below it. */
export type UnitEntry = PlacedUnit & {
	readonly initiatives: number;
	readonly withoutOwner: number;
	readonly people: number;
	/** True when nothing belongs to it, so that it can be taken away. */
	readonly canRemove: boolean;
};

export type UnitsView = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	readonly entries: readonly UnitEntry[];
	/** Responsible bodies of the plan with initiatives that belong to no unit yet. */
	readonly proposals: readonly UnitProposal[];
	/** Initiatives for which the plan names nobody and that belong to no unit. */
	readonly unnamed: number;
};

/** The organisation units as a tree, and the plan's responsible bodies that are not among them yet. */
export async function viewUnits(context: Context, input: { readonly municipality: string }): Promise<UnitsView> {
	const { code } = await requireMay(context, 'person.read', input.municipality);
	const directory = await context.database.read(code, readDirectory);
	const { municipality, planId, units, people, lines } = directory;
	const entries = placeUnits(units).map((placed) => {
		const own = lines.filter(({ unitId }) => unitId === placed.unit.id);
		const members = people.filter(({ unitId }) => unitId === placed.unit.id).length;
		const hasBelow = units.some(({ parentId }) => parentId === placed.unit.id);
		return {
			...placed,
			initiatives: own.length,
			withoutOwner: own.filter(({ ownerIds }) => ownerIds.length === 0).length,
			people: members,
			canRemove: own.length === 0 && members === 0 && !hasBelow,
		};
	});
	const unnamed = lines.filter(({ unitId, responsible }) => unitId === null && !responsible?.trim()).length;
	return { municipality, hasPlan: planId !== null, entries, proposals: listProposals(directory), unnamed };
}

/** The proposals for the lines that have no unit yet. */
export function listProposals({ lines, units }: Pick<Directory, 'lines' | 'units'>): UnitProposal[] {
	const open = lines.filter(({ unitId }) => unitId === null);
	return proposeUnits(
		open.map(({ id, responsible }) => ({ initiativeId: id, responsible })),
		units,
	);
}
