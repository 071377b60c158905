import { isAnswered } from '#domain/followup/round-numbers.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { addRoundComment } from '#storage/round-comments.ts';
import type { Context } from '../context.ts';
import { checkMay, requireMayForSome } from '../require-may.ts';
import { mostAnswers } from './accept-answers.ts';
import { readComment } from './add-comment.ts';
import { getRunningRound } from './answer-desk.ts';
import type { SendBackManyInput } from './inputs.ts';
import { readRoundContent } from './round-content.ts';
import { checkOpenForReview } from './send-back.ts';
import { getContent, storeAnswers, type AnswerWrite } from './store-answers.ts';
import type { SentBackAnswers } from './views.ts';

/**
 * Sends answers back with the same reason, in one step. Those that are not answered, or were changed since they were shown, are left
 * as they are and named.
 * @throws DomainError conflict `round.closed-for-editing`, `round.published`; invalid `round.nothing-chosen`,
 *   `answer.comment-missing`, `round.text-too-long`; not-found `round.unknown`, `initiative.unknown`; forbidden `access.denied` when
 *   one of them is not the actor's to review
 */
export async function sendBackMany(context: Context, input: SendBackManyInput): Promise<SentBackAnswers> {
	const { code } = await requireMayForSome(context, 'answer.review', input.municipality);
	if (input.answers.length === 0 || input.answers.length > mostAnswers) throw new DomainError('invalid', 'round.nothing-chosen');
	const text = readComment(input.comment);
	const [who, at] = [context.actor.id, context.now()];
	return context.database.write(code, async (tx) => {
		const round = await getRunningRound(tx, input.year);
		const { plan, run } = round;
		checkOpenForReview(run);
		const content = await readRoundContent(tx, round);
		const done = { sentBack: [] as string[], notAnswered: [] as string[], changedMeanwhile: [] as string[] };
		const writes = new Map<string, AnswerWrite>();
		for (const { number, version } of input.answers) {
			const { row, answer, assessment, personIds, unitId } = content.get(number);
			checkMay(context, 'answer.review', { municipalityCode: code, personIds, unitId });
			if (writes.has(row.id)) continue;
			if (!isAnswered(answer.status)) done.notAnswered.push(row.content.number);
			else if (answer.version !== version) done.changedMeanwhile.push(row.content.number);
			else {
				const after = { ...answer, status: 'sent back' as const };
				writes.set(row.id, { before: assessment, content: assessment && getContent(assessment), answer, after });
				done.sentBack.push(row.content.number);
			}
		}
		await storeAnswers(tx, round, [...writes.values()], { who, at, reason: 'answer', note: text, importId: null });
		for (const initiativeId of writes.keys()) {
			await addRoundComment(tx, plan.id, run.year, { initiativeId, kind: 'sent back', text, who, at });
		}
		return done;
	});
}
