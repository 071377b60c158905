import { getGuideColour, type AnswerDraft, type AnswerRules } from '#domain/followup/answer-rules.ts';
import { followAnew, type MovedColour } from '#domain/followup/moved-colour.ts';
import type { BoardRow } from '#usecases/round/views.ts';

/**
 * What the form of an answer says before anything is typed in it. A colour that is the guide's follows it on, as does one that followed
 * another guide, which moves; only a choice of its own is chosen.
 */
export function writeAnswerForm(
	{ assessment, answer: { colourReason } }: Pick<BoardRow, 'assessment'> & { readonly answer: Pick<BoardRow['answer'], 'colourReason'> },
	rules: AnswerRules,
): { readonly stored: AnswerDraft; readonly moved: MovedColour | null } {
	const { state = null, progress = null, fulfilment = null, fulfilmentText = null, remark = null } = assessment ?? {};
	const { form, moved } = followAnew({ state, progress, fulfilment, fulfilmentText, remark, colourReason }, rules);
	return { stored: { ...form, progress: form.progress === getGuideColour(rules, state) ? null : form.progress }, moved };
}
