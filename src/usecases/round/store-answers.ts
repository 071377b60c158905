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
	const changes: Change[] = [];
	for (const write of writes) {
		const { initiativeId } = write.answer;
		await storeAssessment(tx, { plan, run }, write, occasion.at);
		versions.set(initiativeId, await saveAnswer(tx, plan.id, run.year, write.answer, write.after, occasion.at));
		const key = { planId: plan.id, entityId: initiativeId, year: run.year };
		const [said, says] = [write.before && getContent(write.before), write.content && getContent(write.content)];
		if (!isDeepStrictEqual(said, says)) changes.push({ ...key, entity: 'assessment', ...makeSides(said, says) });
		const [stood, stands] = [getStanding(write.answer), getStanding(write.after)];
		if (!isDeepStrictEqual(stood, stands)) changes.push({ ...key, entity: 'answer', ...makeSides(stood, stands) });
	}
	return { versions, changeIds: await appendChanges(tx, occasion, changes) };
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
