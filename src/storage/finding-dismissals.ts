import { and, asc, eq } from 'drizzle-orm';
import { findingDismissal } from './schema/followup.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** That a person has called a finding no problem here, and why. */
export type FindingDismissal = { readonly key: string; readonly reason: string; readonly who: string; readonly at: Date };

/** All dismissals of a plan. */
export async function listFindingDismissals(tx: ReadTx, planId: string): Promise<FindingDismissal[]> {
	const { key, reason, who, at } = findingDismissal;
	return tx.db
		.select({ key, reason, who, at })
		.from(findingDismissal)
		.where(and(eq(findingDismissal.municipalityCode, tx.tenant), eq(findingDismissal.planId, planId)))
		.orderBy(asc(key));
}

/** Adds a dismissal in place of an earlier one for the same finding. */
export async function saveFindingDismissal(tx: WriteTx, planId: string, dismissal: FindingDismissal): Promise<void> {
	await removeFindingDismissal(tx, planId, dismissal.key);
	await tx.db.insert(findingDismissal).values({ ...dismissal, municipalityCode: tx.tenant, planId });
}

/** Takes a dismissal away. True when there was one. */
export async function removeFindingDismissal(tx: WriteTx, planId: string, key: string): Promise<boolean> {
	const own = and(eq(findingDismissal.municipalityCode, tx.tenant), eq(findingDismissal.planId, planId), eq(findingDismissal.key, key));
	const { rowCount } = await tx.db.delete(findingDismissal).where(own);
	return (rowCount ?? 0) > 0;
}
