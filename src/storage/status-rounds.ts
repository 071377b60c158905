import { and, desc, eq } from 'drizzle-orm';
import type { StatusRound } from '#domain/followup/status-round.ts';
import { statusRound } from './schema/followup.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** What a round says of itself. This is also what the history keeps of it. */
export type RoundContent = Pick<StatusRound, 'title' | 'statusDate' | 'source'>;
export type RoundRow = { readonly round: StatusRound; readonly changedAt: Date };

/** The rounds of a plan, newest first. */
export async function listRounds(tx: ReadTx, planId: string): Promise<RoundRow[]> {
	const rows = await tx.db
		.select()
		.from(statusRound)
		.where(and(eq(statusRound.municipalityCode, tx.tenant), eq(statusRound.planId, planId)))
		.orderBy(desc(statusRound.year));
	return rows.map(({ changedAt, municipalityCode: _, ...round }) => ({ round, changedAt }));
}

/** Adds the round of a year. */
export async function addRound(tx: WriteTx, planId: string, year: number, content: RoundContent, at: Date): Promise<void> {
	await tx.db.insert(statusRound).values({ ...content, municipalityCode: tx.tenant, planId, year, changedAt: at });
}

/** Takes a round away. PostgreSQL refuses while it has an assessment. */
export async function removeRound(tx: WriteTx, planId: string, year: number): Promise<void> {
	const own = and(eq(statusRound.municipalityCode, tx.tenant), eq(statusRound.planId, planId), eq(statusRound.year, year));
	await tx.db.delete(statusRound).where(own);
}
