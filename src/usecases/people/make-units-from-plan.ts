import { DomainError } from '#domain/shared/domain-error.ts';
import { setUnitOfInitiatives } from '#storage/initiative-units.ts';
import { addUnit, listUnits } from '#storage/organisation-units.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { readDirectory } from './directory.ts';
import { appendPeopleChanges, type Occasion } from './person-history.ts';
import { listProposals } from './view-units.ts';

export type MakeUnitsInput = {
	readonly municipality: string;
	/** The proposals to follow by their names, with the name the unit is to have; left out, all under their own. */
	readonly chosen?: ReadonlyMap<string, string>;
};

/**
 * Makes units of the plan's responsible bodies and puts the initiatives under them, in one step. Two that are given the same name,
 * or that of a unit there is, become one. Gives how many units were made and how many initiatives got one.
 * @throws DomainError invalid `unit.nothing-chosen`, `unit.name-missing`
 */
export async function makeUnitsFromPlan(
	context: Context,
	input: MakeUnitsInput,
): Promise<{ readonly units: number; readonly initiatives: number }> {
	const { code } = await requireMay(context, 'person.manage', input.municipality);
	const occasion: Occasion = { who: context.actor.id, at: context.now(), reason: 'edit' };
	return context.database.write(code, async (tx) => {
		const made = await storeUnitsOfPlan(tx, input.chosen, occasion);
		if (made.initiatives === 0) throw new DomainError('invalid', 'unit.nothing-chosen');
		return made;
	});
}

/** The same in a transaction that is already open. */
export async function storeUnitsOfPlan(
	tx: WriteTx,
	chosen: ReadonlyMap<string, string> | undefined,
	occasion: Occasion,
): Promise<{ units: number; initiatives: number }> {
	const directory = await readDirectory(tx);
	// Those above come first, so that they are there when what lies below is made.
	const proposals = listProposals(directory)
		.filter(({ name }) => chosen === undefined || chosen.has(name))
		.sort((left, right) => Number(left.parentName !== null) - Number(right.parentName !== null));
	const made = { units: 0, initiatives: 0 };
	for (const { name: proposed, initiativeIds, unitId, parentName } of proposals) {
		const name = (chosen?.get(proposed) ?? proposed).replace(/\s+/g, ' ').trim().slice(0, 200);
		if (name === '') throw new DomainError('invalid', 'unit.name-missing');
		const units = await listUnits(tx);
		const find = (wanted: string | null) => units.find((unit) => unit.name.toLowerCase() === wanted?.toLowerCase())?.id ?? null;
		const parentId = find(parentName === null ? null : (chosen?.get(parentName) ?? parentName));
		let id = unitId ?? find(name);
		if (id === null) {
			id = await addUnit(tx, { name, parentId }, occasion.at);
			made.units++;
			await appendPeopleChanges(tx, occasion, [{ entity: 'unit', action: 'added', entityId: id, before: null, after: { name, parentId } }]);
		}
		if (directory.planId !== null) await setUnitOfInitiatives(tx, directory.planId, initiativeIds, id);
		made.initiatives += initiativeIds.length;
	}
	return made;
}
