import { and, eq, gt, inArray, isNotNull, or } from 'drizzle-orm';
import { answer, assignment, planEvent, roundComment } from './schema/round.ts';
import type { ReadTx } from './transactions.ts';

/** What an import brought: initiatives that are new, and those whose assessment it wrote. */
export type ImportedIds = { readonly added: readonly string[]; readonly assessed: readonly string[] };

/**
 * True when somebody works on what an import of `at` brought into the round of `year`, in a way that the history does not tell: is asked
 * about a new initiative, is typing an answer, or has said something.
 */
export async function isUsedInRound(
	tx: ReadTx,
	planId: string,
	{ year, at }: { readonly year: number; readonly at: Date },
	{ added, assessed }: ImportedIds,
): Promise<boolean> {
	const ids = [...new Set([...added, ...assessed])];
	if (ids.length === 0) return false;
	const answers = await tx.db
		.select({ id: answer.initiativeId })
		.from(answer)
		.where(
			and(
				...[eq(answer.municipalityCode, tx.tenant), eq(answer.planId, planId), eq(answer.year, year)],
				inArray(answer.initiativeId, ids),
				or(isNotNull(answer.draft), gt(answer.changedAt, at)),
			),
		)
		.limit(1);
	const comments = await tx.db
		.select({ id: roundComment.id })
		.from(roundComment)
		.where(
			and(
				...[eq(roundComment.municipalityCode, tx.tenant), eq(roundComment.planId, planId)],
				inArray(roundComment.initiativeId, ids),
				gt(roundComment.at, at),
			),
		)
		.limit(1);
	return answers.length > 0 || comments.length > 0 || isAskedOrMoved(tx, planId, added);
}

async function isAskedOrMoved(tx: ReadTx, planId: string, ids: readonly string[]): Promise<boolean> {
	if (ids.length === 0) return false;
	const asked = await tx.db
		.select({ id: assignment.initiativeId })
		.from(assignment)
		.where(and(eq(assignment.municipalityCode, tx.tenant), eq(assignment.planId, planId), inArray(assignment.initiativeId, [...ids])))
		.limit(1);
	const moved = await tx.db
		.select({ id: planEvent.id })
		.from(planEvent)
		.where(
			and(
				...[eq(planEvent.municipalityCode, tx.tenant), eq(planEvent.planId, planId)],
				or(inArray(planEvent.initiativeId, [...ids]), inArray(planEvent.otherId, [...ids])),
			),
		)
		.limit(1);
	return asked.length > 0 || moved.length > 0;
}
