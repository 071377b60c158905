import { DomainError } from '#domain/shared/domain-error.ts';
import { findAssessment } from '#storage/assessments.ts';
import { addRoundComment, countRoundComments } from '#storage/round-comments.ts';
import type { Context } from '../context.ts';
import { requireMayForSome } from '../require-may.ts';
import { getAnswerDesk, makeRules } from './answer-desk.ts';
import type { ReviewedAnswer } from './inputs.ts';
import { checkSaved } from './plan-edit.ts';

export type AddCommentInput = {
	readonly municipality: string;
	readonly year: number;
	readonly number: string;
	readonly text: string;
	/** The answer as it was shown, where its form stands beside the comment. */
	readonly beside?: ReviewedAnswer;
};

/** Characters a comment may have. */
export const commentLimit = 2000;
/** Comments an answer may have; the page shows them all. */
export const commentsLimit = 200;

/**
 * Says something about an answer to those who work on it; who may answer or review it may comment, until the round is published.
 * @throws DomainError invalid `answer.comment-missing`, `round.text-too-long`; conflict `answer.comments-full`, `answer.not-saved`,
 *   `answer.changed-meanwhile` for what is typed beside it and not saved, `round.published`; not-found `round.unknown`, `initiative.unknown`; forbidden `access.denied`
 */
export async function addComment(context: Context, input: AddCommentInput): Promise<void> {
	const { code } = await requireMayForSome(context, 'answer.give', input.municipality);
	const text = readComment(input.text);
	const [who, at] = [context.actor.id, context.now()];
	await context.database.writeBesideDrafts(code, async (tx) => {
		const { plan, run, initiative, legend, answer } = await getAnswerDesk(context, tx, input);
		if (run.stage === 'published') throw new DomainError('conflict', 'round.published', { year: run.year });
		const assessment = (await findAssessment(tx, plan.id, run.year, initiative.id)) ?? null;
		if (input.beside) checkSaved({ answer, assessment, rules: makeRules({ run, legend, initiative }) }, input.beside);
		const said = await countRoundComments(tx, plan.id, run.year, initiative.id);
		if (said >= commentsLimit) throw new DomainError('conflict', 'answer.comments-full', { limit: commentsLimit });
		await addRoundComment(tx, plan.id, run.year, { initiativeId: initiative.id, kind: 'comment', text, who, at });
	});
}

/** Throws invalid `answer.comment-missing`, `round.text-too-long`. */
export function readComment(written: string): string {
	const text = written.replaceAll('\u0000', '').toWellFormed().replace(/\r\n/g, '\n').trim();
	if (text === '') throw new DomainError('invalid', 'answer.comment-missing');
	if (text.length > commentLimit) throw new DomainError('invalid', 'round.text-too-long', { limit: commentLimit });
	return text;
}
