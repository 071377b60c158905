import type { AnswerProblem } from '#domain/followup/answer-rules.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';

const messages: Record<AnswerProblem, (inputs: object, options: { locale: Locale }) => string> = {
	'state-missing': m.answer_problem_state_missing,
	'progress-missing': m.answer_problem_progress_missing,
	'fulfilment-missing': m.answer_problem_fulfilment_missing,
	'remark-missing': m.answer_problem_remark_missing,
	'remark-too-long': m.answer_problem_remark_too_long,
	'fulfilment-text-too-long': m.answer_problem_fulfilment_text_too_long,
	'colour-reason-missing': m.answer_problem_colour_reason_missing,
	'colour-reason-too-long': m.answer_problem_colour_reason_too_long,
};

/** What an answer lacks, as a sentence. */
export function answerProblemSentence(problem: AnswerProblem, locale: Locale): string {
	return messages[problem]({}, { locale });
}

/** The id of the field that a problem is about: the first choice where there are several. */
export const problemPlaces: Readonly<Record<AnswerProblem, string>> = {
	'state-missing': 'state-0',
	'progress-missing': 'progress-choice',
	'fulfilment-missing': 'fulfilment-0',
	'remark-missing': 'remark',
	'remark-too-long': 'remark',
	'fulfilment-text-too-long': 'fulfilmentText',
	'colour-reason-missing': 'colourReason',
	'colour-reason-too-long': 'colourReason',
};

/** The problem of each field, by the field's id; one field has at most one. */
export function placeProblems(problems: readonly AnswerProblem[]): ReadonlyMap<string, AnswerProblem> {
	return new Map(problems.map((problem) => [problemPlaces[problem], problem]));
}
