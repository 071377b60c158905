import { listLackingAnswers } from '#domain/followup/lacking-answers.ts';
import type { Context } from '../context.ts';
import { requireMayForSome } from '../require-may.ts';
import type { AcceptAnswersInput } from './inputs.ts';
import { checkChosen, reviewAnswers, type ReviewStep } from './review-answers.ts';
import type { AcceptedAnswers } from './results.ts';

const accepting: ReviewStep = {
	to: 'accepted',
	isReady: (status) => status === 'answered',
	occasion: { reason: 'round', note: null },
};

/**
 * Accepts answers as they were shown. Those that are not answered, or were changed since, are left as they are and named. Those that lack
 * something are accepted and named.
 * @throws DomainError conflict `answer.not-saved`, `answer.changed-meanwhile` for what was typed and not saved,
 *   `round.closed-for-editing`, `round.published`; invalid `round.nothing-chosen`; not-found `round.unknown`, `initiative.unknown`; forbidden `access.denied` when one of them is not the actor's to review
 */
export async function acceptAnswers(context: Context, input: AcceptAnswersInput): Promise<AcceptedAnswers> {
	const { code } = await requireMayForSome(context, 'answer.review', input.municipality);
	checkChosen(input);
	return context.database.write(code, async (tx) => {
		const { moved, notAnswered, changedMeanwhile, undo } = await reviewAnswers(context, tx, input, accepting);
		const accepted = moved.map(({ number }) => number);
		return { accepted, lacking: listLackingAnswers(moved), notAnswered, changedMeanwhile, undo };
	});
}
