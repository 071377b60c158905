import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '#domain/access/policy.ts';
import { readPeopleList } from '#importers/read-people-list.ts';
import { setUnitOfInitiatives } from '#storage/initiative-units.ts';
import type { WriteTx } from '#storage/transactions.ts';
import { storePeopleList } from './apply-people-list.ts';
import { readDirectory } from './directory.ts';
import { storeUnitsOfPlan } from './make-units-from-plan.ts';
import type { Occasion } from './person-history.ts';

const fileName = 'people.csv';

/**
 * Stores the invented people of an example with its plan: units of the plan's responsible bodies, then the list. Where the plan
 * names no responsible body, an initiative belongs to the unit of who answers for it.
 */
export async function storeExamplePeople(
	tx: WriteTx,
	actor: Actor,
	{ folder, at }: { readonly folder: string; readonly at: Date },
): Promise<void> {
	const occasion: Occasion = { who: actor.id, at, reason: 'example' };
	await storeUnitsOfPlan(tx, undefined, occasion);
	const { people } = await readPeopleList(fileName, await readFile(join(folder, fileName)));
	await storePeopleList(tx, actor, { fileName, people }, occasion);
	const directory = await readDirectory(tx);
	const { planId, lines } = directory;
	const unitOf = new Map(directory.people.map(({ id, unitId }) => [id, unitId]));
	const open = lines.filter(({ unitId, ownerIds }) => unitId === null && ownerIds.length > 0);
	for (const [unitId, own] of Map.groupBy(open, ({ ownerIds }) => unitOf.get(ownerIds[0] ?? '') ?? null)) {
		const ids = own.map(({ id }) => id);
		if (planId !== null && unitId !== null) await setUnitOfInitiatives(tx, planId, ids, unitId);
	}
}
