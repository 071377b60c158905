import { isAnswered } from '#domain/followup/round-numbers.ts';
import { addRoundComment } from '#storage/round-comments.ts';
import type { Context } from '../context.ts';
import { requireMayForSome } from '../require-may.ts';
import { readComment } from './add-comment.ts';
import type { SendBackManyInput } from './inputs.ts';
import { checkChosen, reviewAnswers } from './review-answers.ts';
import type { SentBackAnswers } from './results.ts';

/**
 * Sends answers back with the same reason, in one step. Those that are not answered, or were changed since they were shown, are left
 * as they are and named.
 * @throws DomainError conflict `round.closed-for-editing`, `round.published`; invalid `round.nothing-chosen`,
 *   `answer.comment-missing`, `round.text-too-long`; not-found `round.unknown`, `initiative.unknown`; forbidden `access.denied` when
 *   one of them is not the actor's to review
 */
export async function sendBackMany(context: Context, input: SendBackManyInput): Promise<SentBackAnswers> {
	const { code } = await requireMayForSome(context, 'answer.review', input.municipality);
	checkChosen(input);
	const text = readComment(input.comment);
	return context.database.write(code, async (tx) => {
		const step = { to: 'sent back', isReady: isAnswered, occasion: { reason: 'answer', note: text } } as const;
		const { round, moved, notAnswered, changedMeanwhile, undo } = await reviewAnswers(context, tx, input, step);
		const { plan, run } = round;
		const [who, at] = [context.actor.id, context.now()];
		for (const { id: initiativeId } of moved) {
			await addRoundComment(tx, plan.id, run.year, { initiativeId, kind: 'sent back', text, who, at });
		}
		return { sentBack: moved.map(({ number }) => number), notAnswered, changedMeanwhile, undo };
	});
}
