import type { AnswerProblem } from '#domain/followup/answer-rules.ts';

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
