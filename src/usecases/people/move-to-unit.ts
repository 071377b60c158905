import { DomainError } from '#domain/shared/domain-error.ts';
import { setUnitOfInitiatives } from '#storage/initiative-units.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { readDirectory } from './directory.ts';
import { appendPeopleChanges, type Occasion } from './person-history.ts';

export type MoveToUnitInput = {
	readonly municipality: string;
	readonly initiativeIds: readonly string[];
	/** Null puts them under no unit. */
	readonly unitId: string | null;
};

/**
 * Puts initiatives under a unit. Gives how many changed.
 * @throws DomainError invalid `owner.nothing-chosen`; not-found `unit.unknown`, `initiative.unknown`
 */
export async function moveToUnit(context: Context, { municipality, initiativeIds, unitId }: MoveToUnitInput): Promise<number> {
	const { code } = await requireMay(context, 'person.manage', municipality);
	const [who, at] = [context.actor.id, context.now()];
	if (initiativeIds.length === 0) throw new DomainError('invalid', 'owner.nothing-chosen');
	return context.database.write(code, async (tx) => {
		const directory = await readDirectory(tx);
		const { planId, lines, units } = directory;
		if (unitId !== null && !units.some(({ id }) => id === unitId)) throw new DomainError('not-found', 'unit.unknown');
		const chosen = new Set(initiativeIds);
		const found = lines.filter(({ id }) => chosen.has(id));
		if (planId === null || found.length < chosen.size) {
			throw new DomainError('not-found', 'initiative.unknown', { municipality: directory.municipality.name, number: '' });
		}
		return putUnderUnit(tx, planId, { lines: found, unitId }, { who, at, reason: 'edit' });
	});
}

type Move = {
	readonly lines: readonly { readonly id: string; readonly unitId: string | null }[];
	/** Null puts them under no unit. */
	readonly unitId: string | null;
};

/** The same for lines and a unit that are there, in a transaction that is already open. */
export async function putUnderUnit(tx: WriteTx, planId: string, { lines, unitId }: Move, occasion: Occasion): Promise<number> {
	const moved = lines.filter((line) => line.unitId !== unitId);
	await setUnitOfInitiatives(
		tx,
		planId,
		moved.map(({ id }) => id),
		unitId,
	);
	const from = Map.groupBy(moved, (line) => line.unitId);
	await appendPeopleChanges(
		tx,
		occasion,
		[...from].map(([before, own]) => ({
			entity: 'unit',
			action: 'changed',
			entityId: unitId ?? before ?? '',
			before: { unitId: before, initiatives: own.map(({ id }) => id) },
			after: { unitId },
		})),
	);
	return moved.length;
}
