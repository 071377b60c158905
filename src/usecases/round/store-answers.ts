import { isDeepStrictEqual } from 'node:util';
import type { Assessment } from '#domain/followup/assessment.ts';
import { saveAnswer, type AnswerRow, type AnswerState } from '#storage/answers.ts';
import { addAssessments, removeAssessments, saveAssessment, type AssessmentContent } from '#storage/assessments.ts';
import { appendChanges, type Change, type ChangeContent, type ChangeOccasion } from '#storage/changes.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { RunningRound } from './answer-desk.ts';

/** One answer to write: what the assessment is to say, null for none, and how the answer stands then. */
export type AnswerWrite = {
	readonly before: Assessment | null;
	readonly content: AssessmentContent | null;
	readonly answer: AnswerRow;
	readonly after: AnswerState;
};

export type StoredAnswers = {
	/** Versions of the answers now, by initiative. */
	readonly versions: ReadonlyMap<string, number>;
	/** Ids of the entries of the history. */
	readonly changeIds: readonly number[];
};

/** Writes assessments, how their answers stand, and the history of both, in the transaction given. */
export async function storeAnswers(
	tx: WriteTx,
	{ plan, run }: RunningRound,
	writes: readonly AnswerWrite[],
	occasion: ChangeOccasion,
): Promise<StoredAnswers> {
	const versions = new Map<string, number>();
	const store = async (write: AnswerWrite) => {
		const [version] = await Promise.all([
			saveAnswer(tx, plan.id, run.year, write.answer, write.after, occasion.at),
			storeAssessment(tx, { plan, run }, write, occasion.at),
		]);
		versions.set(write.answer.initiativeId, version);
	};
	// All is sent without waiting in between: others wait until it is done. What fails makes the whole transaction fail.
	const [changeIds] = await Promise.all([
		appendChanges(
			tx,
			occasion,
			writes.flatMap((write) => listChanges({ plan, run }, write)),
		),
		...writes.map(store),
	]);
	return { versions, changeIds };
}

function listChanges({ plan, run }: RunningRound, { before, content, answer, after }: AnswerWrite): Change[] {
	const key = { planId: plan.id, entityId: answer.initiativeId, year: run.year };
	const [said, says] = [before && getContent(before), content && getContent(content)];
	const [stood, stands] = [getStanding(answer), getStanding(after)];
	const assessment: Change[] = isDeepStrictEqual(said, says) ? [] : [{ ...key, entity: 'assessment', ...makeSides(said, says) }];
	return isDeepStrictEqual(stood, stands) ? assessment : [...assessment, { ...key, entity: 'answer', ...makeSides(stood, stands) }];
}

async function storeAssessment(
	tx: WriteTx,
	{ plan, run }: RunningRound,
	{ before, content, answer: { initiativeId } }: AnswerWrite,
	at: Date,
): Promise<void> {
	if (!before && content) return addAssessments(tx, plan.id, run.year, [{ initiativeId, content }], at);
	if (before && !content) return removeAssessments(tx, plan.id, run.year, [initiativeId]);
	if (!before || !content || isSame(before, content)) return;
	await saveAssessment(tx, plan.id, { initiativeId, year: run.year, version: before.version }, content, at);
}

/** What an assessment says, without its key and version. */
export function getContent({
	state,
	stateText,
	progress,
	fulfilment,
	fulfilmentText,
	remark,
	source,
}: AssessmentContent): AssessmentContent {
	return { state, stateText, progress, fulfilment, fulfilmentText, remark, source };
}

/** True when an assessment says this already. */
export function isSame(assessment: Assessment, content: AssessmentContent): boolean {
	return isDeepStrictEqual(getContent(assessment), getContent(content));
}

/** What the history keeps of how an answer stands; what is being typed is nobody else's business. */
export function getStanding({ status, isUnchanged, colourReason, answeredBy, answeredAt }: AnswerState): ChangeContent {
	return { status, isUnchanged, colourReason, answeredBy, answeredAt: answeredAt?.toISOString() ?? null };
}

function makeSides(before: ChangeContent | null, after: ChangeContent | null): Pick<Change, 'action' | 'before' | 'after'> {
	return { action: before === null ? 'added' : after === null ? 'removed' : 'changed', before, after };
}
