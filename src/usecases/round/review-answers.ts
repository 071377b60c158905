import { listAnswerProblems, type AnswerProblem } from '#domain/followup/answer-rules.ts';
import type { AnswerStatus } from '#domain/followup/answer.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { ChangeOccasion } from '#storage/changes.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { checkMay } from '../require-may.ts';
import { findRoundLegend, getRunningRound, makeRules, type RunningRound } from './answer-desk.ts';
import type { AcceptAnswersInput } from './inputs.ts';
import { checkSaved, pickDraft } from './plan-edit.ts';
import { readRoundContent } from './round-content.ts';
import { checkOpenForReview } from './send-back.ts';
import { getContent, storeAnswers, type AnswerWrite } from './store-answers.ts';
import { writeUndo } from './undo-word.ts';
import type { AnswersLeft, Undoable } from './results.ts';

/** How many can be reviewed in one step. */
const mostAnswers = 5000;

/** From which status answers go to which, and what the history says of it. */
export type ReviewStep = {
	readonly to: AnswerStatus;
	isReady(status: AnswerStatus): boolean;
	readonly occasion: Pick<ChangeOccasion, 'reason' | 'note'>;
};

/** An answer that was taken further, and what is wrong or missing in it. */
type Moved = {
	readonly id: string;
	readonly number: string;
	readonly status: AnswerStatus;
	readonly problems: readonly AnswerProblem[];
};

/** What a step moved, and what it left as it was. */
export type Reviewed = AnswersLeft & Undoable & { readonly round: RunningRound; readonly moved: readonly Moved[] };

/** Throws invalid `round.nothing-chosen` unless there is something to review, and no more than one step takes. */
export function checkChosen({ answers }: Pick<AcceptAnswersInput, 'answers'>): void {
	if (answers.length === 0 || answers.length > mostAnswers) throw new DomainError('invalid', 'round.nothing-chosen');
}

/**
 * Takes answers one step further in the review, in the transaction given. Those that are not ready, or were changed since they were
 * shown, are left as they are and named. Nothing is done where something was typed about one of them that is not saved.
 * @throws DomainError conflict `answer.not-saved`, `answer.changed-meanwhile` for what was typed and not saved,
 *   `round.closed-for-editing`, `round.published`; not-found `round.unknown`, `initiative.unknown`; forbidden
 *   `access.denied` when one of them is not the actor's to review
 */
export async function reviewAnswers(
	context: Context,
	tx: WriteTx,
	{ year, answers }: Pick<AcceptAnswersInput, 'year' | 'answers'>,
	{ to, isReady, occasion }: ReviewStep,
): Promise<Reviewed> {
	const round = await getRunningRound(tx, year);
	checkOpenForReview(round.run);
	const legend = await findRoundLegend(tx, round.run);
	const content = await readRoundContent(tx, round);
	const left = { notAnswered: [] as string[], changedMeanwhile: [] as string[] };
	const moved: Moved[] = [];
	const writes = new Map<string, AnswerWrite>();
	for (const reviewed of answers) {
		const { row, answer, assessment, personIds, unitId } = content.get(reviewed.number);
		checkMay(context, 'answer.review', { municipalityCode: tx.tenant, personIds, unitId });
		if (writes.has(row.id)) continue;
		const rules = makeRules({ run: round.run, legend, initiative: row.content });
		checkSaved({ answer, assessment, rules }, reviewed);
		if (!isReady(answer.status)) left.notAnswered.push(row.content.number);
		else if (answer.version !== reviewed.version) left.changedMeanwhile.push(row.content.number);
		else {
			writes.set(row.id, { before: assessment, content: assessment && getContent(assessment), answer, after: { ...answer, status: to } });
			const problems = listAnswerProblems(pickDraft(assessment, answer), rules);
			moved.push({ id: row.id, number: row.content.number, status: to, problems });
		}
	}
	const [who, at] = [context.actor.id, context.now()];
	const { changeIds } = await storeAnswers(tx, round, [...writes.values()], { who, at, ...occasion, importId: null });
	return { ...left, undo: writeUndo(changeIds), round, moved };
}
