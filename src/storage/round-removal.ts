import { and, eq, isNull } from 'drizzle-orm';
import { assessment, statusRound } from './schema/followup.ts';
import { answerLink, mail } from './schema/mail.ts';
import { answer, assignment, roundComment, roundRun, roundStep } from './schema/round.ts';
import { removeNewestRoundLines } from './round-lines.ts';
import type { WriteTx } from './transactions.ts';

/**
 * Takes away a round that is run here, with all that was answered and said in it, makes its answer links useless and calls off the
 * mails about it that wait. What is worth keeping is in the history before. PostgreSQL refuses it for a round that is published.
 */
export async function removeRoundRun(
	tx: WriteTx,
	{ planId, year }: { readonly planId: string; readonly year: number },
	{ who, at }: { readonly who: string; readonly at: Date },
): Promise<void> {
	// What refers to a thing goes before the thing; a step goes when its round is run no more.
	for (const table of [assessment, answer, assignment, roundComment, roundRun, roundStep, statusRound] as const) {
		await tx.db.delete(table).where(and(eq(table.municipalityCode, tx.tenant), eq(table.planId, planId), eq(table.year, year)));
	}
	await removeNewestRoundLines(tx, planId);
	await tx.db
		.update(answerLink)
		.set({ revokedAt: at, revokedBy: who })
		.where(
			and(
				eq(answerLink.municipalityCode, tx.tenant),
				eq(answerLink.planId, planId),
				eq(answerLink.year, year),
				isNull(answerLink.revokedAt),
			),
		);
	await tx.db
		.update(mail)
		.set({ state: 'cancelled' })
		.where(and(eq(mail.municipalityCode, tx.tenant), eq(mail.planId, planId), eq(mail.year, year), eq(mail.state, 'queued')));
}
