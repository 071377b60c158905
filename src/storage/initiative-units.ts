import { and, eq, inArray, sql } from 'drizzle-orm';
import { initiativeUnit } from './schema/people.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

const batchSize = 1000;

/** Id of the unit that each initiative of a plan belongs to; an initiative without one is left out. */
export async function listUnitsOfInitiatives(tx: ReadTx, planId: string): Promise<Map<string, string>> {
	const { initiativeId, unitId } = initiativeUnit;
	const rows = await tx.db.select({ initiativeId, unitId }).from(initiativeUnit).where(isOfPlan(tx, planId));
	return new Map(rows.map((row) => [row.initiativeId, row.unitId]));
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
