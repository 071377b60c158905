import { completeDraft, listAnswerProblems, reasonLimit, type AnswerProblem } from '#domain/followup/answer-rules.ts';
import { getNumberKey } from '#domain/followup/import-proposal.ts';
import type { Legend } from '#domain/followup/legend.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import type { FollowUp } from '#domain/followup/status-round.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { CorrectedLine, Correcting } from './apply-corrections.ts';

export type ReasonInput = {
	readonly run: RoundRun;
	/** The guide that the round was opened with. */
	readonly legend: Legend | null;
	/** With the corrections made. */
	readonly followUp: FollowUp;
	readonly changed: readonly CorrectedLine[];
	readonly corrections: readonly Correcting[];
	/** What was said before, by initiative. */
	readonly known: ReadonlyMap<string, string | null>;
};

/** What a correction may not leave wrong; what was not answered in the round may stay so. */
const refused = ['colour-reason-missing', 'colour-reason-too-long', 'remark-too-long'] as const satisfies readonly AnswerProblem[];

/**
 * Why the colours of corrected initiatives are other than the guide's, by initiative, where that is now another reason than before. A
 * correction follows the rules that the round's answers followed.
 * @throws DomainError invalid `report.colour-reason-missing`, `report.colour-reason-too-long`, `report.remark-too-long`
 */
export function readColourReasons(input: ReasonInput): Map<string, string | null> {
	const { run, legend, followUp, changed, corrections, known } = input;
	const isChanged = new Set(changed.map(({ initiative }) => initiative.id));
	const reasons = new Map<string, string | null>();
	for (const { number, change } of corrections) {
		const line = followUp.lines.find(({ initiative }) => getNumberKey(initiative.number) === getNumberKey(number));
		if (!line?.assessment) continue;
		const { id, priority } = line.initiative;
		const before = known.get(id) ?? null;
		const rules = { askedFields: run.askedFields, remarkLimit: run.remarkLimit, legend, priority };
		const { state, progress, fulfilment, fulfilmentText, remark } = line.assessment;
		const typed = { state, progress, fulfilment, fulfilmentText, remark, colourReason: change.colourReason ?? null };
		const said = change.colourReason === undefined ? { ...typed, colourReason: before } : typed;
		const { colourReason } = completeDraft(said, rules);
		if (!isChanged.has(id) && colourReason === before) continue;
		const problems = listAnswerProblems(said, rules);
		const problem = refused.find((each) => problems.includes(each));
		const limit = problem === 'remark-too-long' ? run.remarkLimit : reasonLimit;
		if (problem) throw new DomainError('invalid', `report.${problem}`, { number: line.initiative.number, limit });
		if (colourReason !== before) reasons.set(id, colourReason);
	}
	return reasons;
}
