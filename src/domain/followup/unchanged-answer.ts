import type { Priority } from '../plan/initiative.ts';
import type { Assessment, Progress } from './assessment.ts';
import {
	breaksGuide,
	emptyDraft,
	getGuideColour,
	listAnswerProblems,
	type AnswerDraft,
	type AnswerProblem,
	type AnswerRules,
} from './answer-rules.ts';
import type { AnswerContent, AnswerField } from './answer.ts';
import type { Legend } from './legend.ts';

/** What was answered in the round before, and by what it was held against then. */
export type EarlierAnswer = {
	readonly year: number;
	readonly content: AnswerContent & Pick<Assessment, 'stateText'>;
	readonly colourReason: string | null;
	readonly priority: Priority | null;
	readonly legend: Legend | null;
};

/** What "unchanged" would answer this year. */
export type UnchangedOffer = {
	readonly content: AnswerDraft;
	/** The document's own word for the state, which is the same. */
	readonly stateText: string | null;
	/** The colour follows the guide, and the guide gives another one now: the plan's priority or the guide has changed. */
	readonly newColour: { readonly before: Progress; readonly after: Progress } | null;
	/** The colour carried on is another than the guide's and nobody has said why: it is confirmed with a reason. */
	readonly needsReason: boolean;
	/** What keeps it from being confirmed: it lacks something that the round asks for, or is too long for it. */
	readonly lacks: readonly AnswerProblem[];
};

/**
 * Last year's answer carried into this year. Everything the round asks for is the same, gaps included, except a colour that followed
 * from the guide: it follows from the guide still, so a priority or a guide that has changed may change it. A colour that a person
 * had chosen against the guide stays, with its reason. What would be refused as a new answer is not confirmed as an old one either.
 * Null when there is nothing to confirm.
 */
export function offerUnchanged(earlier: EarlierAnswer | null, rules: AnswerRules): UnchangedOffer | null {
	if (!earlier || !hasContent(earlier.content)) return null;
	const before = earlier.content;
	const progress = carryColour(earlier, rules);
	const carried = { ...keepUnasked({ ...before, progress, colourReason: null }, null, rules) };
	const isAgainst = breaksGuide(rules, carried);
	const isNew = before.progress !== null && progress !== null && progress !== before.progress && carried.progress !== null;
	return {
		content: { ...carried, colourReason: isAgainst ? earlier.colourReason : null },
		stateText: carried.state === null ? null : before.stateText,
		newColour: isNew && before.progress && progress ? { before: before.progress, after: progress } : null,
		needsReason: isAgainst && earlier.colourReason === null,
		lacks: listGaps(carried, rules),
	};
}

/** Why an answer that is carried on would be refused; the reason for its colour is asked for beside it. A colour is not put where none was. */
function listGaps(carried: AnswerDraft, rules: AnswerRules): AnswerProblem[] {
	const problems = listAnswerProblems(carried, rules).filter((problem) => problem !== 'colour-reason-missing');
	const hasNoColour = carried.progress === null && carried.state !== null && rules.askedFields.includes('progress');
	return hasNoColour && !problems.includes('progress-missing') ? [...problems, 'progress-missing'] : problems;
}

/** An answer in which everything that the round does not ask for is as it is stored already, or nothing. */
export function keepUnasked(
	answer: AnswerDraft,
	stored: AnswerContent | null,
	{ askedFields }: Pick<AnswerRules, 'askedFields'>,
): AnswerDraft {
	const kept = stored ?? emptyDraft;
	const pick = (field: AnswerField) => (askedFields.includes(field) ? answer : kept);
	return {
		state: pick('state').state,
		progress: pick('progress').progress,
		fulfilment: pick('fulfilment').fulfilment,
		fulfilmentText: pick('fulfilment').fulfilmentText,
		remark: pick('remark').remark,
		colourReason: askedFields.includes('progress') ? answer.colourReason : null,
	};
}

function carryColour({ content, priority, legend }: EarlierAnswer, rules: AnswerRules): Progress | null {
	const followed = content.progress !== null && getGuideColour({ legend, priority }, content.state) === content.progress;
	return followed ? (getGuideColour(rules, content.state) ?? content.progress) : content.progress;
}

function hasContent({ state, progress, fulfilment, fulfilmentText, remark }: AnswerContent): boolean {
	return [state, progress, fulfilment, fulfilmentText, remark].some((value) => value !== null);
}
