import { and, asc, eq, inArray } from 'drizzle-orm';
import { initiativeOwner } from './schema/people.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

const batchSize = 1000;

/** Ids of the persons who answer for each initiative of a plan; an initiative without one is left out. */
export async function listOwners(tx: ReadTx, planId: string): Promise<Map<string, string[]>> {
	const { initiativeId, personId } = initiativeOwner;
	const rows = await tx.db
		.select({ initiativeId, personId })
		.from(initiativeOwner)
		.where(isOfPlan(tx, planId))
		.orderBy(asc(initiativeId), asc(personId));
	const owners = new Map<string, string[]>();
	for (const row of rows) {
		const own = owners.get(row.initiativeId);
		if (own) own.push(row.personId);
		else owners.set(row.initiativeId, [row.personId]);
	}
	return owners;
}

/** Lets exactly these persons answer for each of these initiatives; no persons leaves them without an owner. */
export async function setOwners(
	tx: WriteTx,
	planId: string,
	initiativeIds: readonly string[],
	personIds: readonly string[],
): Promise<void> {
	for (let i = 0; i < initiativeIds.length; i += batchSize) {
		const batch = initiativeIds.slice(i, i + batchSize);
		await tx.db.delete(initiativeOwner).where(and(isOfPlan(tx, planId), inArray(initiativeOwner.initiativeId, batch)));
		for (const personId of new Set(personIds)) {
			await tx.db
				.insert(initiativeOwner)
				.values(batch.map((initiativeId) => ({ municipalityCode: tx.tenant, planId, initiativeId, personId })));
		}
	}
}

function isOfPlan(tx: ReadTx, planId: string) {
	return and(eq(initiativeOwner.municipalityCode, tx.tenant), eq(initiativeOwner.planId, planId));
}
