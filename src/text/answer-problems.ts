import { answerProblems, type AnswerProblem } from '#domain/followup/answer-rules.ts';
import { progressColours } from '#domain/followup/assessment.ts';
import { formatList } from './format.ts';
import { colourLabel } from './labels.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

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

/** Why a change of one or many was not taken: `problems` are separated by spaces, `numbers` by lines. */
export function editRefusedSentence(
	{ problems, numbers }: { readonly problems: string; readonly numbers: string },
	options: { readonly locale: Locale },
): string {
	const known = answerProblems.filter((problem) => problems.split(' ').includes(problem));
	const said = known.map((problem) => answerProblemSentence(problem, options.locale));
	const words = { problems: said.join('; '), numbers: formatList(numbers.split('\n'), options.locale) };
	return m.domain_error_answer_edit_refused(words, options);
}

/** That a colour which follows from the guide is another than the page said; `before` is empty where it said none. */
export function colourMovedSentence(
	{ before, after }: { readonly before: string; readonly after: string },
	{ locale }: { readonly locale: Locale },
): string {
	const name = (code: string) => {
		const colour = progressColours.find((each) => each === code);
		return colour ? colourLabel(colour, locale).toLowerCase() : m.answer_colour_none({}, { locale });
	};
	return m.domain_error_answer_colour_moved({ before: name(before), after: name(after) }, { locale });
}
