import { isOpenForReview } from '#domain/followup/answer-stage.ts';
import { isAnswered } from '#domain/followup/round-numbers.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findAssessment } from '#storage/assessments.ts';
import { addRoundComment } from '#storage/round-comments.ts';
import type { Context } from '../context.ts';
import { requireMayForSome } from '../require-may.ts';
import { readComment } from './add-comment.ts';
import { getAnswerDesk, makeRules } from './answer-desk.ts';
import { checkAnswerVersion } from './answer-version.ts';
import type { SendBackInput } from './inputs.ts';
import { checkSaved } from './plan-edit.ts';
import { getContent, storeAnswers } from './store-answers.ts';
import { writeUndo } from './undo-word.ts';
import type { Undoable } from './results.ts';
import type { SavedAnswer } from './results.ts';

/**
 * Sends an answer back with the reason. What was answered stands until it is answered anew; in the review those who are asked can
 * save again.
 * @throws DomainError conflict `answer.not-given`, `answer.not-saved`, `answer.changed-meanwhile`, `round.closed-for-editing`, `round.published`; invalid
 *   `answer.comment-missing`, `round.text-too-long`; not-found `round.unknown`, `initiative.unknown`; forbidden `access.denied`
 */
export async function sendBack(context: Context, input: SendBackInput): Promise<SavedAnswer & Undoable> {
	const { code } = await requireMayForSome(context, 'answer.review', input.municipality);
	const text = readComment(input.comment);
	const [who, at] = [context.actor.id, context.now()];
	return context.database.write(code, async (tx) => {
		const { plan, run, initiative, legend, answer } = await getAnswerDesk(context, tx, input, 'answer.review');
		checkOpenForReview(run);
		checkAnswerVersion(answer, input);
		const before = (await findAssessment(tx, plan.id, run.year, initiative.id)) ?? null;
		checkSaved({ answer, assessment: before, rules: makeRules({ run, legend, initiative }) }, input);
		if (!isAnswered(answer.status)) throw new DomainError('conflict', 'answer.not-given', { number: initiative.number });
		const write = { before, content: before && getContent(before), answer, after: { ...answer, status: 'sent back' as const } };
		const { versions, changeIds } = await storeAnswers(tx, { plan, run }, [write], {
			who,
			at,
			reason: 'answer',
			note: text,
			importId: null,
		});
		await addRoundComment(tx, plan.id, run.year, { initiativeId: initiative.id, kind: 'sent back', text, who, at });
		return { version: versions.get(initiative.id) ?? answer.version, status: 'sent back', at, problems: [], undo: writeUndo(changeIds) };
	});
}

/** Throws conflict `round.published`, `round.closed-for-editing` where answers are not reviewed. */
export function checkOpenForReview({ stage, year }: RoundRun): void {
	if (stage === 'published') throw new DomainError('conflict', 'round.published', { year });
	if (!isOpenForReview(stage)) throw new DomainError('conflict', 'round.closed-for-editing', { stage });
}
