import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { answerStatuses } from '#domain/followup/answer.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { AnswerRow, AnswerState } from '#storage/answers.ts';
import { listChangesBetween, type Change, type ChangeOccasion } from '#storage/changes.ts';
import { assessmentContentSchema } from '#storage/content-schemas.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { checkOpenForCoordinators, getRunningRound } from './answer-desk.ts';
import { readRoundContent } from './round-content.ts';
import { getContent, getStanding, storeAnswers, type AnswerWrite } from './store-answers.ts';

export type UndoEditInput = { readonly municipality: string; readonly year: number; readonly undo: string };

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

/**
 * Takes an edit back, with every assessment it changed, by the word that `editAssessments` gave. Nothing is taken back when one of them
 * was changed since.
 * @throws DomainError not-found `answer.edit-unknown`; conflict `answer.changed-meanwhile`, `round.closed-for-editing`,
 *   `round.published`
 */
export async function undoEdit(context: Context, input: UndoEditInput): Promise<{ readonly restored: number }> {
	const { code } = await requireMay(context, 'round.run', input.municipality);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit', note: null, importId: null } as const;
	const [first, last] = readUndo(input.undo);
	return context.database.write(code, async (tx) => {
		const round = await getRunningRound(tx, input.year);
		const { plan, run } = round;
		checkOpenForCoordinators(run);
		const changes = await listChangesBetween(tx, first, last);
		if (!isOneEdit(changes, plan.id, run.year, last - first)) throw new DomainError('not-found', 'answer.edit-unknown');
		const content = await readRoundContent(tx, round);
		const ids = [...new Set(changes.map(({ entityId }) => entityId))];
		const writes = ids.map((id): AnswerWrite => {
			const own = changes.filter(({ entityId }) => entityId === id);
			const { answer, assessment } = content.getById(id);
			const restored = restoreContent(own, assessment && getContent(assessment));
			return { before: assessment, content: restored, answer, after: restoreStanding(own, answer) };
		});
		await storeAnswers(tx, round, writes, occasion);
		return { restored: writes.length };
	});
}

function readUndo(text: string): [number, number] {
	const parts = /^(\d{1,15})-(\d{1,15})$/.exec(text);
	if (!parts) throw new DomainError('not-found', 'answer.edit-unknown');
	return [Number(parts[1]), Number(parts[2])];
}

/** Writers of a municipality wait for each other, so the entries between two of one edit are all of that edit. */
function isOneEdit(changes: readonly (Change & ChangeOccasion)[], planId: string, year: number, span: number): boolean {
	const [one] = changes;
	if (!one || span > 20_000) return false;
	const isEntry = (change: Change & ChangeOccasion) =>
		change.reason === 'edit' &&
		(change.entity === 'assessment' || change.entity === 'answer') &&
		change.planId === planId &&
		change.year === year &&
		change.who === one.who &&
		change.at.getTime() === one.at.getTime();
	return changes.every(isEntry);
}

function restoreContent(changes: readonly Change[], current: unknown) {
	const change = changes.find(({ entity }) => entity === 'assessment');
	const parse = (content: unknown) => (content === null ? null : assessmentContentSchema.parse(content));
	if (!change) return parse(current);
	checkUntouched(parse(change.after), parse(current), change);
	return parse(change.before);
}

function restoreStanding(changes: readonly Change[], answer: AnswerRow): AnswerState {
	const change = changes.find(({ entity }) => entity === 'answer');
	if (!change) return answer;
	checkUntouched(change.after, getStanding(answer), change);
	return { ...standingSchema.parse(change.before), draft: answer.draft };
}

function checkUntouched(left: unknown, now: unknown, { entityId }: Change): void {
	if (!isDeepStrictEqual(left, now)) throw new DomainError('conflict', 'answer.changed-meanwhile', { name: entityId });
}
