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
 * Accepts answers as they were shown. Those that are not answered, or were changed since, are left as they are and named.
 * @throws DomainError conflict `answer.not-saved`, `answer.changed-meanwhile` for what was typed and not saved,
 *   `round.closed-for-editing`, `round.published`; invalid `round.nothing-chosen`; not-found `round.unknown`, `initiative.unknown`; forbidden `access.denied` when one of them is not the actor's to review
 */
export async function acceptAnswers(context: Context, input: AcceptAnswersInput): Promise<AcceptedAnswers> {
	const { code } = await requireMayForSome(context, 'answer.review', input.municipality);
	checkChosen(input);
	return context.database.write(code, async (tx) => {
		const { numbers, notAnswered, changedMeanwhile, undo } = await reviewAnswers(context, tx, input, accepting);
		return { accepted: numbers, notAnswered, changedMeanwhile, undo };
	});
}
