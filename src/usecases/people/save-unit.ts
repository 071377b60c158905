import { listUnitsBelow } from '#domain/access/unit-tree.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { addUnit, listUnits, saveUnit as storeUnit } from '#storage/organisation-units.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { appendPeopleChanges, type Occasion } from './person-history.ts';

export type SaveUnitInput = {
	readonly municipality: string;
	/** The unit as it was shown; null adds one. */
	readonly unit: { readonly id: string; readonly version: number } | null;
	readonly name: string;
	readonly parentId: string | null;
};

/**
 * Adds a unit, or gives one another name or place.
 * @throws DomainError invalid `unit.name-missing`, `unit.inside-itself`; not-found `unit.unknown`; conflict `unit.duplicate-name`,
 *   `unit.changed-meanwhile`
 */
export async function saveUnit(context: Context, input: SaveUnitInput): Promise<void> {
	const { code } = await requireMay(context, 'person.manage', input.municipality);
	const name = input.name.replace(/\s+/g, ' ').trim().slice(0, 200);
	if (name === '') throw new DomainError('invalid', 'unit.name-missing');
	const occasion: Occasion = { who: context.actor.id, at: context.now(), reason: 'edit' };
	await context.database.write(code, (tx) => store(tx, { ...input, name }, occasion));
}

async function store(tx: WriteTx, { unit, name, parentId }: SaveUnitInput, occasion: Occasion): Promise<void> {
	const units = await listUnits(tx);
	if (parentId !== null && !units.some(({ id }) => id === parentId)) throw new DomainError('not-found', 'unit.unknown');
	const after = { name, parentId };
	if (!unit) {
		const id = await addUnit(tx, after, occasion.at);
		return appendPeopleChanges(tx, occasion, [{ entity: 'unit', action: 'added', entityId: id, before: null, after }]);
	}
	const before = units.find(({ id }) => id === unit.id);
	if (!before) throw new DomainError('not-found', 'unit.unknown');
	if (parentId !== null && listUnitsBelow(units, before.id).includes(parentId)) throw new DomainError('invalid', 'unit.inside-itself');
	await storeUnit(tx, unit, after, occasion.at);
	return appendPeopleChanges(tx, occasion, [
		{ entity: 'unit', action: 'changed', entityId: before.id, before: { name: before.name, parentId: before.parentId }, after },
	]);
}
