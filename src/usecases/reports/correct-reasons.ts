import {
	completeDraft,
	listAnswerProblems,
	reasonLimit,
	type AnswerDraft,
	type AnswerProblem,
	type AnswerRules,
} from '#domain/followup/answer-rules.ts';
import type { Assessment } from '#domain/followup/assessment.ts';
import { getNumberKey } from '#domain/plan/number-key.ts';
import type { Legend } from '#domain/followup/legend.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import type { FollowUp } from '#domain/followup/status-round.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { CorrectedLine, Correcting } from './apply-corrections.ts';

export type ReasonInput = {
	readonly run: RoundRun;
	/** The guide that the round was opened with. */
	readonly legend: Legend | null;
	readonly before: FollowUp;
	/** With the corrections made. */
	readonly followUp: FollowUp;
	readonly changed: readonly CorrectedLine[];
	readonly corrections: readonly Correcting[];
	/** What was said before, by initiative. */
	readonly known: ReadonlyMap<string, string | null>;
};

/** What a correction may not make wrong. */
const refused = ['colour-reason-missing', 'colour-reason-too-long', 'remark-too-long'] as const satisfies readonly AnswerProblem[];

/**
 * Why the colours of corrected initiatives are other than the guide's, by initiative, where that is now another reason than before. A
 * correction follows the rules that the round's answers followed; what was wrong already may stay as it was.
 * @throws DomainError invalid `report.colour-reason-missing`, `report.colour-reason-too-long`, `report.remark-too-long`
 */
export function readColourReasons(input: ReasonInput): Map<string, string | null> {
	const { run, legend, before, followUp, changed, corrections, known } = input;
	const isChanged = new Set(changed.map(({ initiative }) => initiative.id));
	const reasons = new Map<string, string | null>();
	for (const { number, change } of corrections) {
		const line = followUp.lines.find(({ initiative }) => getNumberKey(initiative.number) === getNumberKey(number));
		if (!line?.assessment) continue;
		const { id, priority } = line.initiative;
		const rules = { askedFields: run.askedFields, remarkLimit: run.remarkLimit, legend, priority };
		const reasonBefore = known.get(id) ?? null;
		const was = toDraft(before.lines.find(({ initiative }) => initiative.id === id)?.assessment ?? null, reasonBefore);
		const is = toDraft(line.assessment, change.colourReason === undefined ? reasonBefore : change.colourReason);
		const { colourReason } = completeDraft(is, rules);
		if (!isChanged.has(id) && colourReason === reasonBefore) continue;
		const problem = findNewProblem(was, is, rules);
		const limit = problem === 'remark-too-long' ? run.remarkLimit : reasonLimit;
		if (problem) throw new DomainError('invalid', `report.${problem}`, { number: line.initiative.number, limit });
		if (colourReason !== reasonBefore) reasons.set(id, colourReason);
	}
	return reasons;
}

function toDraft(assessment: Assessment | null, colourReason: string | null): AnswerDraft {
	const { state = null, progress = null, fulfilment = null, fulfilmentText = null, remark = null } = assessment ?? {};
	return { state, progress, fulfilment, fulfilmentText, remark, colourReason };
}

/** A problem of what is said now, unless it was there before and what makes it is the same. */
function findNewProblem(was: AnswerDraft, is: AnswerDraft, rules: AnswerRules): (typeof refused)[number] | undefined {
	const [before, after] = [listAnswerProblems(was, rules), listAnswerProblems(is, rules)];
	const isSame = {
		'colour-reason-missing': was.state === is.state && was.progress === is.progress,
		'colour-reason-too-long': was.colourReason === is.colourReason,
		'remark-too-long': was.remark === is.remark,
	};
	return refused.find((problem) => after.includes(problem) && !(before.includes(problem) && isSame[problem]));
}
