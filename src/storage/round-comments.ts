import { and, asc, eq } from 'drizzle-orm';
import type { RoundComment } from '#domain/followup/round-comment.ts';
import { roundComment } from './schema/round.ts';
import { ownTenant, type Statement } from './statements.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

const { initiativeId, kind, text, who, at } = roundComment;
const columns = { initiativeId, kind, text, who, at };

/** What is said in a round, oldest first. */
export async function listRoundComments(tx: ReadTx, planId: string, year: number): Promise<RoundComment[]> {
	const own = and(eq(roundComment.municipalityCode, tx.tenant), eq(roundComment.planId, planId), eq(roundComment.year, year));
	return tx.db.select(columns).from(roundComment).where(own).orderBy(asc(roundComment.id));
}

const about: Statement<{ planId: string; year: number; initiativeId: string }, RoundComment[]> = {
	name: 'comments about an initiative',
	build: (db, value) =>
		db
			.select(columns)
			.from(roundComment)
			.where(
				and(
					eq(roundComment.municipalityCode, ownTenant),
					eq(roundComment.planId, value('planId')),
					eq(roundComment.year, value('year')),
					eq(roundComment.initiativeId, value('initiativeId')),
				),
			)
			.orderBy(asc(roundComment.id)),
};

/** What is said about one initiative in a round, oldest first. */
export async function listRoundCommentsAbout(tx: ReadTx, planId: string, year: number, initiativeId: string): Promise<RoundComment[]> {
	return tx.ask(about, { planId, year, initiativeId });
}

/** How many comments there are about one initiative in a round, beside those it was sent back with. */
export async function countRoundComments(tx: ReadTx, planId: string, year: number, about: string): Promise<number> {
	const own = and(eq(roundComment.municipalityCode, tx.tenant), eq(roundComment.planId, planId), eq(roundComment.year, year));
	return tx.db.$count(roundComment, and(own, eq(initiativeId, about), eq(kind, 'comment')));
}

export async function addRoundComment(tx: WriteTx, planId: string, year: number, comment: RoundComment): Promise<void> {
	await tx.db.insert(roundComment).values({ ...comment, municipalityCode: tx.tenant, planId, year });
}
