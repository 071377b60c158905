import {
	completeDraft,
	getGuideColour,
	listAnswerProblems,
	makeStorable,
	saysSame,
	type AnswerDraft,
	type AnswerProblem,
	type AnswerRules,
} from '#domain/followup/answer-rules.ts';
import type { Assessment } from '#domain/followup/assessment.ts';
import { followAnew } from '#domain/followup/moved-colour.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { AnswerRow, AnswerState } from '#storage/answers.ts';
import type { AssessmentContent } from '#storage/assessments.ts';
import type { AssessmentEdit, ReviewedAnswer } from './inputs.ts';
import type { RoundItem } from './round-content.ts';
import { checkLength } from './save-draft.ts';
import { isSame, type AnswerWrite } from './store-answers.ts';

/** An answer as it stands, and what is asked of it. */
type AnswerAtHand = Pick<RoundItem, 'answer' | 'assessment'> & { readonly rules: AnswerRules };

type EditToPlan = AnswerAtHand & {
	readonly edit: AssessmentEdit;
	/** True where many are changed at once. */
	readonly isOfMany: boolean;
	readonly occasion: { readonly who: string; readonly at: Date };
};

export type PlannedEdit = {
	readonly write: AnswerWrite | null;
	readonly problems: AnswerProblem[];
	readonly lacks: readonly AnswerProblem[];
};

/** What an edit writes, null when it changes nothing, what it would make wrong, and what is wrong or missing after it. */
export function planEdit({ edit, isOfMany, occasion, ...atHand }: EditToPlan): PlannedEdit {
	const { answer, assessment: before, rules } = atHand;
	const { content, colourReason, lacks, isNothing } = applyChange(atHand, edit.change);
	const problems = listNewProblems(lacks, pickDraft(before, answer), rules);
	if (isNothing) return { write: null, problems, lacks };
	const isAnswer = lacks.length === 0 && !(isOfMany && answer.status === 'sent back');
	const after = getStateAfter(answer, { colourReason, isAnswer }, occasion);
	return { write: { before, content, answer, after }, problems, lacks };
}

/**
 * Sees to it that nothing typed is lost by a step of the review: what stands in the form beside it must be what is stored, or what came with it.
 * @throws DomainError conflict `answer.not-saved`, or `answer.changed-meanwhile` where somebody else has saved as well
 */
export function checkSaved(atHand: AnswerAtHand, { number, version, typed }: ReviewedAnswer): void {
	if (isSaved(atHand, typed)) return;
	const code = atHand.answer.version === version ? 'answer.not-saved' : 'answer.changed-meanwhile';
	throw new DomainError('conflict', code, { name: number });
}

/** True when what stands in a form is what is stored, or what came with it; where nothing can be typed it is. */
export function isSaved(atHand: AnswerAtHand, typed: ReviewedAnswer['typed']): boolean {
	if (!typed || Object.keys(typed).length === 0) return true;
	return applyChange(atHand, typed).isNothing || isAsShown(atHand, typed);
}

/** True when the form stands as it came, with a colour that followed another guide and follows the one of now. A gap is as it came where it is none. */
function isAsShown({ answer, assessment, rules }: AnswerAtHand, typed: AssessmentEdit['change']): boolean {
	const { form, moved } = followAnew(pickDraft(assessment, answer), rules);
	return (moved !== null || form.progress !== null) && saysSame(makeStorable({ ...form, ...typed }), form, rules);
}

/** What an answer says after a change, what it lacks then, and whether it says nothing else than before. */
function applyChange({ answer, assessment: before, rules }: AnswerAtHand, typed: AssessmentEdit['change']) {
	const current = pickDraft(before, answer);
	const change = makeStorable({ ...current, ...typed });
	checkLength(change);
	const follows = followsGuide(typed, change, current, rules);
	const draft = { ...change, progress: follows ? null : change.progress };
	const { colourReason, ...says } = { ...completeDraft(draft, rules), ...(follows || draft.progress ? {} : { progress: null }) };
	const stateText = before?.state === says.state ? (before?.stateText ?? null) : null;
	const content: AssessmentContent = { ...says, stateText, source: before?.source ?? null };
	const isNothing = before ? isSame(before, content) && answer.colourReason === colourReason : isEmpty(says);
	return { content, colourReason, lacks: listAnswerProblems({ ...says, colourReason }, rules), isNothing };
}

/**
 * True when the colour is to be the guide's: when told so, and with a state that is changed alone, where it followed the state before
 * or the guide has a colour for the new one. A colour that followed goes where its state goes: where the guide is silent it is none, and
 * one is chosen. A gap elsewhere is not filled by editing something else, and no colour that was chosen is lost because the guide is silent.
 */
function followsGuide({ progress }: AssessmentEdit['change'], { state }: AnswerDraft, current: AnswerDraft, rules: AnswerRules): boolean {
	if (progress !== undefined) return progress === null;
	if (state === current.state) return false;
	const followed = current.progress !== null && current.progress === getGuideColour(rules, current.state);
	return followed || getGuideColour(rules, state) !== null;
}

function getStateAfter(
	answer: AnswerRow,
	{ colourReason, isAnswer }: { readonly colourReason: string | null; readonly isAnswer: boolean },
	{ who, at }: { readonly who: string; readonly at: Date },
): AnswerState {
	const kept = { ...answer, isUnchanged: false, colourReason };
	if (answer.status === 'accepted') return { ...kept, status: 'answered' };
	if (answer.status === 'answered' || !isAnswer) return kept;
	return { ...kept, status: 'answered', answeredBy: who, answeredAt: at };
}

/** What an edit makes wrong; what was wrong or missing before may stay so. */
function listNewProblems(after: readonly AnswerProblem[], before: AnswerDraft, rules: AnswerRules): AnswerProblem[] {
	const known = listAnswerProblems(before, rules);
	const made = after.filter((problem) => !problem.endsWith('-missing') || problem === 'colour-reason-missing');
	return made.filter((problem) => !known.includes(problem));
}

/** What an answer says, as it stands. */
export function pickDraft(assessment: Assessment | null, { colourReason }: AnswerRow): AnswerDraft {
	const { state = null, progress = null, fulfilment = null, fulfilmentText = null, remark = null } = assessment ?? {};
	return { state, progress, fulfilment, fulfilmentText, remark, colourReason };
}

function isEmpty(says: object): boolean {
	return Object.values(says).every((value) => value === null);
}
