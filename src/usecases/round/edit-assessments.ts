import {
	completeDraft,
	getGuideColour,
	listAnswerProblems,
	makeStorable,
	type AnswerDraft,
	type AnswerProblem,
	type AnswerRules,
} from '#domain/followup/answer-rules.ts';
import type { Assessment } from '#domain/followup/assessment.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { AnswerRow, AnswerState } from '#storage/answers.ts';
import type { AssessmentContent } from '#storage/assessments.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { checkOpenForCoordinators, findRoundLegend, getRunningRound, makeRules } from './answer-desk.ts';
import { countLacking } from './count-lacking.ts';
import type { AssessmentEdit, EditAssessmentsInput } from './inputs.ts';
import { readRoundContent, type RoundItem } from './round-content.ts';
import { checkLength } from './save-draft.ts';
import { isSame, storeAnswers, type AnswerWrite } from './store-answers.ts';
import { writeUndo } from './undo-word.ts';
import type { EditedAssessments } from './results.ts';

const mostEdits = 5000;

/**
 * Changes one assessment or many, all of them or none: those who run the round correct and fill in. A colour follows from a changed
 * state unless one is chosen, and from the state that stands when told to follow the guide; where the guide says nothing of a changed
 * state the colour stays. An assessment that has all that is asked counts as answered; one that lacks something is kept as it is, and
 * counted. Whoever accepted an answer accepted what it said: changed, it is answered and no longer accepted.
 * Of many changed at once those that were sent back are so still: nobody has answered what was asked of each.
 * What somebody else is typing is left alone, and that person is told.
 * @throws DomainError conflict `answer.changed-meanwhile` (details: `name`, the number), `round.closed-for-editing`,
 *   `round.published`; invalid `round.nothing-chosen`, `answer.edit-refused` (details: `problems`, separated by spaces, and `numbers`, by lines)
 *   for a remark that is too long or a colour against the guide without a reason; not-found `round.unknown`, `initiative.unknown`
 */
export async function editAssessments(context: Context, input: EditAssessmentsInput): Promise<EditedAssessments> {
	const { code } = await requireMay(context, 'round.run', input.municipality);
	if (input.edits.length === 0 || input.edits.length > mostEdits) throw new DomainError('invalid', 'round.nothing-chosen');
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit', note: null, importId: null } as const;
	return context.database.write(code, async (tx) => {
		const round = await getRunningRound(tx, input.year);
		const { run } = round;
		checkOpenForCoordinators(run);
		const legend = await findRoundLegend(tx, run);
		const content = await readRoundContent(tx, round);
		const wrong = new Map<string, AnswerProblem[]>();
		const edited = new Map<string, PlannedEdit & { readonly number: string; readonly version: number }>();
		for (const edit of input.edits) {
			const item = content.get(edit.number);
			const { row, answer } = item;
			if (answer.version !== edit.version || edited.has(row.id)) {
				throw new DomainError('conflict', 'answer.changed-meanwhile', { name: row.content.number });
			}
			const rules = makeRules({ run, legend, initiative: row.content });
			const planned = planEdit({ ...item, edit, rules, isOfMany: input.edits.length > 1, occasion });
			if (planned.problems.length > 0) wrong.set(row.content.number, planned.problems);
			edited.set(row.id, { ...planned, number: row.content.number, version: answer.version });
		}
		if (wrong.size > 0) {
			const problems = [...new Set([...wrong.values()].flat())].join(' ');
			throw new DomainError('invalid', 'answer.edit-refused', { problems, numbers: [...wrong.keys()].join('\n') });
		}
		const writes = [...edited.values()].flatMap(({ write }) => write ?? []);
		const { versions, changeIds } = await storeAnswers(tx, round, writes, occasion);
		return {
			changed: writes.length,
			lapsed: writes.filter(({ answer, after }) => answer.status === 'accepted' && after.status !== 'accepted').length,
			lacking: countLacking([...edited.values()].flatMap(({ write, lacks }) => (write ? { status: write.after.status, lacks } : []))),
			undo: writeUndo(changeIds),
			versions: [...edited].map(([id, { number, version }]) => ({ number, version: versions.get(id) ?? version })),
		};
	});
}

type EditToPlan = Pick<RoundItem, 'answer' | 'assessment'> & {
	readonly edit: AssessmentEdit;
	readonly rules: AnswerRules;
	/** True where many are changed at once. */
	readonly isOfMany: boolean;
	readonly occasion: { readonly who: string; readonly at: Date };
};

type PlannedEdit = { readonly write: AnswerWrite | null; readonly problems: AnswerProblem[]; readonly lacks: readonly AnswerProblem[] };

/** What an edit writes, null when it changes nothing, what it would make wrong, and what is wrong or missing after it. */
function planEdit({ answer, assessment: before, edit, rules, isOfMany, occasion }: EditToPlan): PlannedEdit {
	const current = pickDraft(before, answer);
	const change = makeStorable({ ...current, ...edit.change });
	checkLength(change);
	const follows = followsGuide(edit.change, change, current, rules);
	const draft = { ...change, progress: follows ? null : change.progress };
	const { colourReason, ...says } = { ...completeDraft(draft, rules), ...(follows || draft.progress ? {} : { progress: null }) };
	const lacks = listAnswerProblems({ ...says, colourReason }, rules);
	const problems = listNewProblems(lacks, current, rules);
	const stateText = before?.state === says.state ? (before?.stateText ?? null) : null;
	const content: AssessmentContent = { ...says, stateText, source: before?.source ?? null };
	const isNothing = before ? isSame(before, content) && answer.colourReason === colourReason : isEmpty(says);
	if (isNothing) return { write: null, problems, lacks };
	const isAnswer = lacks.length === 0 && !(isOfMany && answer.status === 'sent back');
	const after = getStateAfter(answer, { colourReason, isAnswer }, occasion);
	return { write: { before, content, answer, after }, problems, lacks };
}

/**
 * True when the colour is to be the guide's: when told so, and with a state that is changed alone, where the guide has a colour for it.
 * A gap elsewhere is not filled by editing something else, and no colour is lost because the guide is silent.
 */
function followsGuide({ progress }: AssessmentEdit['change'], { state }: AnswerDraft, current: AnswerDraft, rules: AnswerRules): boolean {
	if (progress !== undefined) return progress === null;
	return state !== current.state && getGuideColour(rules, state) !== null;
}

function getStateAfter(
	answer: AnswerRow,
	{ colourReason, isAnswer }: { readonly colourReason: string | null; readonly isAnswer: boolean },
	{ who, at }: { readonly who: string; readonly at: Date },
): AnswerState {
	const kept = { ...answer, isUnchanged: false, colourReason };
	if (answer.status === 'accepted') return { ...kept, status: 'answered' };
	if (answer.status === 'answered' || !isAnswer) return kept;
	return { ...kept, status: 'answered', answeredBy: who, answeredAt: at };
}

/** What an edit makes wrong; what was wrong or missing before may stay so. */
function listNewProblems(after: readonly AnswerProblem[], before: AnswerDraft, rules: AnswerRules): AnswerProblem[] {
	const known = listAnswerProblems(before, rules);
	const made = after.filter((problem) => !problem.endsWith('-missing') || problem === 'colour-reason-missing');
	return made.filter((problem) => !known.includes(problem));
}

function pickDraft(assessment: Assessment | null, { colourReason }: AnswerRow): AnswerDraft {
	const { state = null, progress = null, fulfilment = null, fulfilmentText = null, remark = null } = assessment ?? {};
	return { state, progress, fulfilment, fulfilmentText, remark, colourReason };
}

function isEmpty(says: object): boolean {
	return Object.values(says).every((value) => value === null);
}
