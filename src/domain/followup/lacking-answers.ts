import type { AnswerProblem } from './answer-rules.ts';
import type { AnswerStatus } from './answer.ts';
import { isAnswered } from './round-numbers.ts';

/** Numbers of the initiatives whose answers are given and are not what the round asks for. */
export type LackingAnswers = {
	/** The colour is another than the guide's, and nobody has said why. */
	readonly noReason: readonly string[];
	/** Something else is missing, or too long. */
	readonly incomplete: readonly string[];
};

type Given = { readonly number: string; readonly status: AnswerStatus; readonly problems: readonly AnswerProblem[] };

/** The answers that were given and lack something. Those that are not given lack themselves, and are counted as such. */
export function listLackingAnswers(answers: readonly Given[]): LackingAnswers {
	const given = answers.filter(({ status }) => isAnswered(status));
	const pick = (isMeant: (problem: AnswerProblem) => boolean) =>
		given.filter(({ problems }) => problems.some(isMeant)).map(({ number }) => number);
	return {
		noReason: pick((problem) => problem === 'colour-reason-missing'),
		incomplete: pick((problem) => problem !== 'colour-reason-missing'),
	};
}
