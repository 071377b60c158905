import type { ReadProblem } from '#domain/followup/draft-initiative.ts';
import type { Locale } from './locale.ts';
import { problemSentence } from './problems.ts';

/** What a reader had to say in the same words of one or more places. There is always a first problem. */
export type ProblemGroup = {
	readonly sentence: string;
	readonly first: ReadProblem;
	/** All of them, the first included, in the document's order. */
	readonly problems: readonly ReadProblem[];
};

const weights = { error: 0, question: 1, note: 2 } as const;

/**
 * Problems in sentences, those that stop an import first and then those that ask. What is said of many rows in the same words
 * is one group: 40 equal lines hide the one that differs.
 */
export function groupProblems(problems: readonly ReadProblem[], locale: Locale): ProblemGroup[] {
	const groups = new Map<string, { sentence: string; first: ReadProblem; problems: ReadProblem[] }>();
	for (const problem of problems.toSorted((a, b) => weights[a.severity] - weights[b.severity])) {
		const sentence = problemSentence(problem, locale);
		const key = JSON.stringify([problem.severity, sentence, problem.text, problem.column]);
		const known = groups.get(key);
		if (known) known.problems.push(problem);
		else groups.set(key, { sentence, first: problem, problems: [problem] });
	}
	return [...groups.values()];
}
