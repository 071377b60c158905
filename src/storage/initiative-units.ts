import { and, eq, inArray, sql } from 'drizzle-orm';
import { initiativeUnit } from './schema/people.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

const batchSize = 1000;

/** Id of the unit that each initiative of a plan, or those of these ids, belongs to; an initiative without one is left out. */
export async function listUnitsOfInitiatives(tx: ReadTx, planId: string, ids?: readonly string[]): Promise<Map<string, string>> {
	const { initiativeId, unitId } = initiativeUnit;
	const rows = await tx.db
		.select({ initiativeId, unitId })
		.from(initiativeUnit)
		.where(and(isOfPlan(tx, planId), ids && inArray(initiativeId, [...ids])));
	return new Map(rows.map((row) => [row.initiativeId, row.unitId]));
}

/** Ids of a plan's initiatives that belong to any of these units. */
export async function listInitiativesOfUnits(tx: ReadTx, planId: string, unitIds: readonly string[]): Promise<string[]> {
	if (unitIds.length === 0) return [];
	const rows = await tx.db
		.select({ id: initiativeUnit.initiativeId })
		.from(initiativeUnit)
		.where(and(isOfPlan(tx, planId), inArray(initiativeUnit.unitId, [...unitIds])));
	return rows.map(({ id }) => id);
}

/** Puts initiatives under a unit, or with null under none. */
export async function setUnitOfInitiatives(
	tx: WriteTx,
	planId: string,
	initiativeIds: readonly string[],
	unitId: string | null,
): Promise<void> {
	for (let i = 0; i < initiativeIds.length; i += batchSize) {
		const batch = initiativeIds.slice(i, i + batchSize);
		if (unitId === null) {
			await tx.db.delete(initiativeUnit).where(and(isOfPlan(tx, planId), inArray(initiativeUnit.initiativeId, batch)));
			continue;
		}
		await tx.db
			.insert(initiativeUnit)
			.values(batch.map((initiativeId) => ({ municipalityCode: tx.tenant, planId, initiativeId, unitId })))
			.onConflictDoUpdate({
				target: [initiativeUnit.municipalityCode, initiativeUnit.planId, initiativeUnit.initiativeId],
				set: { unitId: sql`excluded.unit_id` },
			});
	}
}

function isOfPlan(tx: ReadTx, planId: string) {
	return and(eq(initiativeUnit.municipalityCode, tx.tenant), eq(initiativeUnit.planId, planId));
}
