import { getNumberKey } from '#domain/plan/number-key.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { setOwners } from '#storage/initiative-owners.ts';
import type { WriteTx } from '#storage/transactions.ts';
import { readDirectory, type Directory } from './directory.ts';
import { appendPeopleChanges, type Occasion } from './person-history.ts';

/**
 * Lets a person answer for exactly the initiatives with these numbers, beside whoever else does.
 * Throws not-found `initiative.unknown` for a number that the plan does not have.
 */
export async function saveOwnedNumbers(tx: WriteTx, personId: string, numbers: readonly string[], occasion: Occasion): Promise<void> {
	const directory = await readDirectory(tx);
	const byNumber = new Map(directory.lines.map((line) => [getNumberKey(line.number), line]));
	const ids = new Set(
		numbers.map((number) => {
			const line = byNumber.get(getNumberKey(number));
			if (!line) {
				const { name } = directory.municipality;
				throw new DomainError('not-found', 'initiative.unknown', { municipality: name, number: number.slice(0, 40) });
			}
			return line.id;
		}),
	);
	const owners = new Map(
		directory.lines
			.filter(({ id, ownerIds }) => ownerIds.includes(personId) !== ids.has(id))
			.map(({ id, ownerIds }) => [id, ids.has(id) ? [...ownerIds, personId] : ownerIds.filter((other) => other !== personId)]),
	);
	await saveOwners(tx, directory, owners, occasion);
}

/** Stores other owners of the initiatives given, and tells it in the history of every person it touches. */
export async function saveOwners(
	tx: WriteTx,
	{ planId, lines }: Directory,
	owners: ReadonlyMap<string, readonly string[]>,
	occasion: Occasion,
): Promise<void> {
	if (planId === null) return;
	const before = listOwned(lines.map(({ id, ownerIds }) => [id, ownerIds]));
	const after = listOwned(lines.map(({ id, ownerIds }) => [id, owners.get(id) ?? ownerIds]));
	for (const [personIds, ids] of groupByOwners(owners)) await setOwners(tx, planId, ids, personIds);
	const touched = [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id)?.join() !== after.get(id)?.join());
	await appendPeopleChanges(
		tx,
		occasion,
		touched.map((entityId) => ({
			entity: 'person',
			action: 'changed',
			entityId,
			before: { initiatives: before.get(entityId) ?? [] },
			after: { initiatives: after.get(entityId) ?? [] },
		})),
	);
}

function listOwned(owners: Iterable<readonly [string, readonly string[]]>): Map<string, string[]> {
	const owned = new Map<string, string[]>();
	for (const [initiativeId, personIds] of owners) {
		for (const personId of personIds) {
			const own = owned.get(personId);
			if (own) own.push(initiativeId);
			else owned.set(personId, [initiativeId]);
		}
	}
	return owned;
}

/** Initiatives with the same owners are stored at once. */
function groupByOwners(owners: ReadonlyMap<string, readonly string[]>): [readonly string[], string[]][] {
	const groups = new Map<string, [readonly string[], string[]]>();
	for (const [id, personIds] of owners) {
		const sorted = [...new Set(personIds)].sort();
		const group = groups.get(sorted.join());
		if (group) group[1].push(id);
		else groups.set(sorted.join(), [sorted, [id]]);
	}
	return [...groups.values()];
}
