import { and, asc, eq } from 'drizzle-orm';
import type { RoundComment } from '#domain/followup/round-comment.ts';
import { roundComment } from './schema/round.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** What is said in a round, oldest first; of one initiative when its id is given. */
export async function listRoundComments(tx: ReadTx, planId: string, year: number, initiativeId?: string): Promise<RoundComment[]> {
	const own = and(eq(roundComment.municipalityCode, tx.tenant), eq(roundComment.planId, planId), eq(roundComment.year, year));
	const { kind, text, who, at } = roundComment;
	return tx.db
		.select({ initiativeId: roundComment.initiativeId, kind, text, who, at })
		.from(roundComment)
		.where(initiativeId === undefined ? own : and(own, eq(roundComment.initiativeId, initiativeId)))
		.orderBy(asc(roundComment.id));
}

export async function addRoundComment(tx: WriteTx, planId: string, year: number, comment: RoundComment): Promise<void> {
	await tx.db.insert(roundComment).values({ ...comment, municipalityCode: tx.tenant, planId, year });
}
