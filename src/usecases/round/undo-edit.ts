import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { answerStatuses } from '#domain/followup/answer.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { AnswerRow, AnswerState } from '#storage/answers.ts';
import { listChangesBetween, type Change } from '#storage/changes.ts';
import { assessmentContentSchema } from '#storage/content-schemas.ts';
import { listMailedSince } from '#storage/mails.ts';
import { listStandIns } from '#storage/stand-ins.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { checkMay, requireMayForSome } from '../require-may.ts';
import {
	checkOpenForCoordinators,
	findRoundLegend,
	getRunningRound,
	makeRules,
	type AnswerDesk,
	type RunningRound,
} from './answer-desk.ts';
import type { ReviewedAnswer } from './inputs.ts';
import { isSaved } from './plan-edit.ts';
import { readRoundContent, type RoundContent, type RoundItem } from './round-content.ts';
import { checkOpenForReview } from './send-back.ts';
import { getContent, getStanding, storeAnswers, type AnswerWrite } from './store-answers.ts';
import { findStep } from './undo-step.ts';
import { readUndo } from './undo-word.ts';

export type UndoEditInput = {
	readonly municipality: string;
	readonly year: number;
	readonly undo: string;
	/** The answer whose form stands beside it, as it was shown. */
	readonly beside?: ReviewedAnswer | undefined;
};

/** More than any step writes; a word that spans more is none, and makes the server read no whole history. */
const mostChanges = 20_000;

const standingSchema = z.object({
	status: z.enum(answerStatuses),
	isUnchanged: z.boolean(),
	colourReason: z.string().nullable(),
	answeredBy: z.string().nullable(),
	answeredAt: z.iso
		.datetime()
		.nullable()
		.transform((at) => (at === null ? null : new Date(at))),
});

export type UndoneEdit = {
	readonly restored: number;
	/** How many persons a mail has told already of what was sent back and is so no more. */
	readonly mailed: number;
};

/**
 * Takes a step of those who run or review a round back, whole: an edit with every assessment it changed, answers that were accepted,
 * answers that were sent back; by the word that the step gave. Nothing is taken back when one of them was changed since, or answered
 * anew. A mail about what was sent back that has not gone does not go; one that has is told of.
 * @throws DomainError not-found `answer.edit-unknown`, `initiative.unknown` of the answer beside; conflict `answer.changed-since` (details:
 *   `numbers`, by lines), `answer.text-unused`, `answer.changed-meanwhile` of the answer beside, `round.closed-for-editing`,
 *   `round.published`; forbidden `access.denied` when one of them is not the actor's to review, and for an edit to all who do not run it
 */
export async function undoEdit(context: Context, input: UndoEditInput): Promise<UndoneEdit> {
	const { code } = await requireMayForSome(context, 'answer.review', input.municipality);
	const [first, last] = readUndo(input.undo);
	return context.database.write(code, async (tx) => {
		const round = await getRunningRound(tx, input.year);
		const { plan, run } = round;
		const changes = await listChangesBetween(tx, first, last, mostChanges + 1);
		const step = changes.length > mostChanges ? undefined : findStep(changes, plan.id, run.year);
		if (step?.kind === 'review') checkOpenForReview(run);
		else {
			checkMay(context, 'round.run', { municipalityCode: code });
			checkOpenForCoordinators(run);
		}
		const content = await readRoundContent(tx, round);
		// First of all: what comes back to be typed on bears the version of now.
		if (input.beside) checkBeside(input.beside, content, { run, legend: await findRoundLegend(tx, run) });
		if (!step) throw new DomainError('not-found', 'answer.edit-unknown');
		const ids = [...new Set(changes.map(({ entityId }) => entityId))];
		const asked = new Set<string>();
		const since: string[] = [];
		const writes = ids.map((id): AnswerWrite => {
			const own = changes.filter(({ entityId }) => entityId === id);
			const { answer, assessment, personIds, unitId } = content.getById(id);
			checkMay(context, 'answer.review', { municipalityCode: code, personIds, unitId });
			for (const personId of personIds) asked.add(personId);
			if (!own.every((change) => isAsLeft(change, { answer, assessment }))) since.push(content.getNumber(id));
			const restored = restoreContent(own, assessment && getContent(assessment));
			return { before: assessment, content: restored, answer, after: restoreStanding(own, answer) };
		});
		if (since.length > 0) throw new DomainError('conflict', 'answer.changed-since', { numbers: since.join('\n') });
		const { who, at, reason } = { who: context.actor.id, at: context.now(), reason: step.reason };
		await storeAnswers(tx, round, writes, { who, at, reason, note: null, importId: null });
		const mailed = step.isSentBack ? await countMailed(tx, round, step.at, [...asked]) : 0;
		return { restored: writes.length, mailed };
	});
}

/**
 * Throws conflict `answer.text-unused` when something is typed that is not saved: once saved, the step could not be taken back; and
 * `answer.changed-meanwhile` where somebody else has saved since it was shown.
 */
function checkBeside(beside: ReviewedAnswer, content: RoundContent, round: Pick<AnswerDesk, 'run' | 'legend'>): void {
	const { row, answer, assessment } = content.get(beside.number);
	const rules = makeRules({ ...round, initiative: row.content });
	if (isSaved({ answer, assessment, rules }, beside.typed)) return;
	if (answer.version !== beside.version) throw new DomainError('conflict', 'answer.changed-meanwhile', { name: row.content.number });
	throw new DomainError('conflict', 'answer.text-unused');
}

/** How many of those who are asked, or stand in for them, a mail has told that these were sent back. What was said of it stays. */
async function countMailed(tx: WriteTx, { plan, run: { year } }: RunningRound, since: Date, asked: readonly string[]): Promise<number> {
	const standIns = (await listStandIns(tx)).filter(({ personId }) => asked.includes(personId)).map(({ standInId }) => standInId);
	return (await listMailedSince(tx, { planId: plan.id, year, since, personIds: [...asked, ...standIns] })).length;
}

const parseContent = (content: unknown) => (content === null ? null : assessmentContentSchema.parse(content));

function restoreContent(changes: readonly Change[], current: unknown) {
	const change = changes.find(({ entity }) => entity === 'assessment');
	return parseContent(change ? change.before : current);
}

function restoreStanding(changes: readonly Change[], answer: AnswerRow): AnswerState {
	const change = changes.find(({ entity }) => entity === 'answer');
	return change ? { ...standingSchema.parse(change.before), draft: answer.draft } : answer;
}

/** Whether what a change left is what is there now: only that can be taken back. What was changed and put back meanwhile is. */
export function isAsLeft({ entity, after }: Change, { answer, assessment }: Pick<RoundItem, 'answer' | 'assessment'>): boolean {
	if (entity === 'answer') return isDeepStrictEqual(after, getStanding(answer));
	return isDeepStrictEqual(parseContent(after), parseContent(assessment && getContent(assessment)));
}
