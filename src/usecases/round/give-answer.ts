import { isDeepStrictEqual } from 'node:util';
import { completeDraft, listAnswerProblems, makeStorable, type AnswerDraft, type AnswerProblem } from '#domain/followup/answer-rules.ts';
import type { Assessment } from '#domain/followup/assessment.ts';
import { findMovedColour } from '#domain/followup/moved-colour.ts';
import { keepUnasked } from '#domain/followup/unchanged-answer.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { saveAnswer } from '#storage/answers.ts';
import { findNumberedAssessment } from '#storage/assessments.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMayForSome } from '../require-may.ts';
import { checkOpenFor, getAnswerDesk, makeFindable, makeRules, type AnswerDesk } from './answer-desk.ts';
import { checkAnswerVersion, checkNotMoved, makeDraft } from './answer-version.ts';
import type { GiveAnswerInput } from './inputs.ts';
import { checkLength } from './save-draft.ts';
import { storeAnswers } from './store-answers.ts';
import type { SavedAnswer } from './results.ts';

/**
 * Sends an answer in: it becomes the assessment of this round. What is incomplete is kept as a draft and refused. Giving the same
 * answer again changes nothing, so it can be repeated when its answer was lost.
 * @throws DomainError invalid `answer.incomplete` (details: `problems`, separated by spaces, and the draft's `version`); conflict
 *   `answer.changed-meanwhile`, `answer.colour-moved` (details: `before`, `after`) where the colour would be another than the page said,
 *   `round.closed`, `round.closed-for-editing`, `round.published`; forbidden `access.denied`
 */
export async function giveAnswer(context: Context, input: GiveAnswerInput): Promise<SavedAnswer> {
	const { code } = await requireMayForSome(context, 'answer.give', input.municipality);
	const typed = makeStorable(input.content);
	checkLength(typed);
	const saved = await context.database.writeBesideDrafts(code, async (tx) => {
		const [desk, assessed] = await Promise.all([
			getAnswerDesk(context, tx, input),
			findNumberedAssessment(tx, input.year, makeFindable(input.number)),
		]);
		const rules = makeRules(desk);
		const before = assessed ?? null;
		const content = keepUnasked(completeDraft(typed, rules), before, rules);
		if (isGiven(context, desk, before, content)) return repeat(desk);
		checkOpenFor(context, code, desk);
		checkAnswerVersion(desk.answer, input);
		checkNotMoved(input.shown ? findMovedColour(input.shown, typed, rules) : null);
		const problems = listAnswerProblems(typed, rules);
		if (problems.length > 0) return keepDraft(context, tx, desk, { typed, problems, editor: input.editor ?? null });
		return storeGiven(context, tx, desk, { before, content, isUnchanged: false, stateText: null });
	});
	// The draft is kept on purpose: the refusal is thrown once it is stored.
	if (saved.problems.length > 0) {
		throw new DomainError('invalid', 'answer.incomplete', { problems: saved.problems.join(' '), version: saved.version });
	}
	return saved;
}

type Given = {
	readonly before: Assessment | null;
	readonly content: AnswerDraft;
	readonly isUnchanged: boolean;
	/** The document's own word for the state; null keeps the one that stands beside the same state. */
	readonly stateText: string | null;
};

/** Writes a complete answer as this round's assessment. */
export async function storeGiven(context: Context, tx: WriteTx, desk: AnswerDesk, given: Given): Promise<SavedAnswer> {
	const { plan, run, initiative, answer } = desk;
	const { before, isUnchanged } = given;
	const { colourReason, ...says } = given.content;
	const [who, at] = [context.actor.id, context.now()];
	const stateText = given.stateText ?? (before?.state === says.state ? (before?.stateText ?? null) : null);
	const after = { status: 'answered', isUnchanged, colourReason, draft: null, answeredBy: who, answeredAt: at } as const;
	const write = { before, content: { ...says, stateText, source: null }, answer, after };
	const { versions } = await storeAnswers(tx, { plan, run }, [write], { who, at, reason: 'answer', note: null, importId: null });
	return { version: versions.get(initiative.id) ?? answer.version, status: 'answered', at, problems: [] };
}

/** True when this person has given this very answer already and nothing has happened to it since. */
function isGiven({ actor }: Context, { answer }: AnswerDesk, before: Assessment | null, content: AnswerDraft): boolean {
	if (answer.status !== 'answered' || answer.answeredBy !== actor.id || answer.draft !== null || !before) return false;
	const { state, progress, fulfilment, fulfilmentText, remark } = before;
	return isDeepStrictEqual({ ...content }, { state, progress, fulfilment, fulfilmentText, remark, colourReason: answer.colourReason });
}

function repeat({ answer }: AnswerDesk): SavedAnswer {
	return { version: answer.version, status: answer.status, at: answer.answeredAt ?? new Date(0), problems: [] };
}

async function keepDraft(
	context: Context,
	tx: WriteTx,
	{ plan, run, answer }: AnswerDesk,
	{ typed, problems, editor }: { readonly typed: AnswerDraft; readonly problems: readonly AnswerProblem[]; readonly editor: string | null },
): Promise<SavedAnswer> {
	const [who, at] = [context.actor.id, context.now()];
	const status = answer.status === 'waiting' ? 'draft' : answer.status;
	const draft = makeDraft(answer, { content: typed, who, editor });
	const version = await saveAnswer(tx, plan.id, run.year, answer, { ...answer, status, draft }, at);
	return { version, status, at, problems };
}
