import type { DraftField, ReadProblem } from '#domain/followup/draft-initiative.ts';
import type { ReadAction, ReadProblemCode } from '#domain/followup/read-problem.ts';
import { wholeText } from './fold.ts';

/** What a step has to say; the places it leaves out are null. */
export type NewProblem = {
	readonly severity: ReadProblem['severity'];
	readonly code: ReadProblemCode;
	readonly action: ReadAction;
	readonly sheet?: string | null;
	readonly page?: number | null;
	readonly row?: number | null;
	readonly column?: string | null;
	readonly field?: DraftField | null;
	readonly number?: string | null;
	readonly text?: string | null;
	readonly value?: string | null;
};

/** Gathers the problems of one file. */
export type ProblemList = {
	/** Adds one; further ones of the same kind are only counted after the first `mostOfAKind`. */
	readonly add: (problem: NewProblem) => void;
	/** Adds one about a whole column or table, unless the same has been said of another table of the file. */
	readonly addOnce: (problem: NewProblem) => void;
	/** Takes over what a format's reader found. */
	readonly addAll: (problems: readonly ReadProblem[]) => void;
	/** All of them, with how many were only counted. */
	readonly list: () => readonly ReadProblem[];
};

/** So many of one code are told one by one: nobody reads more, and a broken file of 100,000 rows must not fill the memory. */
const mostOfAKind = 1000;
const longestText = 1000;

/** Opens an empty list for one file. Texts are cut to 1000 characters and made fit for database and JSON. */
export function collectProblems(file: string): ProblemList {
	const found: ReadProblem[] = [];
	const counts = new Map<string, number>();
	const said = new Set<string>();
	const push = (problem: ReadProblem): void => {
		const count = (counts.get(problem.code) ?? 0) + 1;
		counts.set(problem.code, count);
		if (count <= mostOfAKind) found.push({ ...problem, text: problem.text && wholeText(problem.text).slice(0, longestText) });
	};
	const add = (problem: NewProblem): void =>
		push({
			severity: problem.severity,
			code: problem.code,
			file,
			sheet: problem.sheet ?? null,
			page: problem.page ?? null,
			row: problem.row ?? null,
			column: problem.column ?? null,
			field: problem.field ?? null,
			number: problem.number ?? null,
			text: problem.text ?? null,
			action: problem.action,
			value: problem.value ?? null,
		});
	return {
		add,
		addOnce: (problem) => {
			const key = [problem.code, problem.sheet, problem.column, problem.field, problem.text].join('\u0000');
			if (said.has(key)) return;
			said.add(key);
			add(problem);
		},
		addAll: (problems) => problems.forEach(push),
		list: () => [...found, ...countRest(file, counts)],
	};
}

function countRest(file: string, counts: ReadonlyMap<string, number>): ReadProblem[] {
	const place = { file, sheet: null, page: null, row: null, column: null, field: null, number: null };
	return [...counts]
		.filter(([, count]) => count > mostOfAKind)
		.map(([code, count]) => ({
			...place,
			severity: 'note',
			code: 'problems.more',
			text: code,
			action: 'noted',
			value: String(count - mostOfAKind),
		}));
}
