import { draftTextLimit, listAnswerProblems, makeStorable, type AnswerDraft } from '#domain/followup/answer-rules.ts';
import { isAnswered } from '#domain/followup/round-numbers.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { saveAnswer } from '#storage/answers.ts';
import type { Context } from '../context.ts';
import { requireMayForSome } from '../require-may.ts';
import { checkOpenFor, getAnswerDesk, makeRules } from './answer-desk.ts';
import { checkAnswerVersion, hasTyped, makeDraft } from './answer-version.ts';
import type { SaveDraftInput } from './inputs.ts';
import type { SavedAnswer } from './results.ts';

/**
 * Keeps what somebody types as it stands, complete or not. What was given before stays given until the new text is sent in.
 * Saying the same again changes nothing, so a save can be repeated when its answer was lost.
 * @throws DomainError conflict `answer.changed-meanwhile` when somebody else has saved: `viewOwnAnswer` has both texts;
 *   conflict `round.closed`, `round.closed-for-editing`, `round.published`; invalid `round.text-too-long`; forbidden `access.denied`
 */
export async function saveDraft(context: Context, input: SaveDraftInput): Promise<SavedAnswer> {
	const { code } = await requireMayForSome(context, 'answer.give', input.municipality);
	const content = makeStorable(input.draft);
	checkLength(content);
	const [who, at] = [context.actor.id, context.now()];
	return context.database.writeDraft(code, async (tx) => {
		const desk = await getAnswerDesk(context, tx, input);
		const { plan, run, answer } = desk;
		const problems = listAnswerProblems(content, makeRules(desk));
		if (hasTyped(answer, who, content)) {
			return { version: answer.version, status: answer.status, at: answer.changedAt ?? at, problems };
		}
		checkOpenFor(context, code, desk);
		checkAnswerVersion(answer, input);
		// An answer that was given, or sent back, is that still while its next text is being typed.
		const status = isAnswered(answer.status) || answer.status === 'sent back' ? answer.status : 'draft';
		const draft = makeDraft(answer, { content, who, editor: input.editor });
		const version = await saveAnswer(tx, plan.id, run.year, answer, { ...answer, status, draft }, at);
		return { version, status, at, problems };
	});
}

/** Throws invalid `round.text-too-long` for what is longer than any draft. */
export function checkLength({ remark, fulfilmentText, colourReason }: AnswerDraft): void {
	const longest = Math.max(...[remark, fulfilmentText, colourReason].map((text) => text?.length ?? 0));
	if (longest > draftTextLimit) throw new DomainError('invalid', 'round.text-too-long', { limit: draftTextLimit });
}
