import type { AnswerProblem } from '#domain/followup/answer-rules.ts';
import { answerFields, type AnswerField, type AnswerStatus } from '#domain/followup/answer.ts';
import { isAnswered } from '#domain/followup/round-numbers.ts';

/** How many of what was changed still lack something that the round asks for. */
export type Lacking = {
	readonly count: number;
	/** Of these, how many do not count as answered. */
	readonly unanswered: number;
	/** How many lack each field; a field that none lacks is left out. */
	readonly fields: Readonly<Partial<Record<AnswerField, number>>>;
};

/** Counts what is missing in answers, one by one and field by field. */
export function countLacking(answers: readonly { readonly status: AnswerStatus; readonly lacks: readonly AnswerProblem[] }[]): Lacking {
	const fields: Partial<Record<AnswerField, number>> = {};
	for (const field of answerFields) {
		const count = answers.filter(({ lacks }) => lacks.includes(`${field}-missing`)).length;
		if (count > 0) fields[field] = count;
	}
	const lacking = answers.filter(({ lacks }) => answerFields.some((field) => lacks.includes(`${field}-missing`)));
	return { count: lacking.length, unanswered: lacking.filter(({ status }) => !isAnswered(status)).length, fields };
}
