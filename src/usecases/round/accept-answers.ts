import { DomainError } from '#domain/shared/domain-error.ts';
import type { Context } from '../context.ts';
import { checkMay, requireMayForSome } from '../require-may.ts';
import { getRunningRound } from './answer-desk.ts';
import type { AcceptAnswersInput } from './inputs.ts';
import { readRoundContent } from './round-content.ts';
import { checkOpenForReview } from './send-back.ts';
import { getContent, storeAnswers, type AnswerWrite } from './store-answers.ts';
import type { AcceptedAnswers } from './views.ts';

/** How many can be accepted or sent back in one step. */
export const mostAnswers = 5000;

/**
 * Accepts answers as they were shown. Those that are not answered, or were changed since, are left as they are and named.
 * @throws DomainError conflict `round.closed-for-editing`, `round.published`; invalid `round.nothing-chosen`; not-found
 *   `round.unknown`, `initiative.unknown`; forbidden `access.denied` when one of them is not the actor's to review
 */
export async function acceptAnswers(context: Context, input: AcceptAnswersInput): Promise<AcceptedAnswers> {
	const { code } = await requireMayForSome(context, 'answer.review', input.municipality);
	if (input.answers.length === 0 || input.answers.length > mostAnswers) throw new DomainError('invalid', 'round.nothing-chosen');
	const [who, at] = [context.actor.id, context.now()];
	return context.database.write(code, async (tx) => {
		const round = await getRunningRound(tx, input.year);
		checkOpenForReview(round.run);
		const content = await readRoundContent(tx, round);
		const done = { accepted: [] as string[], notAnswered: [] as string[], changedMeanwhile: [] as string[] };
		const writes = new Map<string, AnswerWrite>();
		for (const { number, version } of input.answers) {
			const { row, answer, assessment, personIds, unitId } = content.get(number);
			checkMay(context, 'answer.review', { municipalityCode: code, personIds, unitId });
			if (writes.has(row.id)) continue;
			if (answer.status !== 'answered') done.notAnswered.push(row.content.number);
			else if (answer.version !== version) done.changedMeanwhile.push(row.content.number);
			else {
				const after = { ...answer, status: 'accepted' as const };
				writes.set(row.id, { before: assessment, content: assessment && getContent(assessment), answer, after });
				done.accepted.push(row.content.number);
			}
		}
		await storeAnswers(tx, round, [...writes.values()], { who, at, reason: 'round', note: null, importId: null });
		return done;
	});
}
