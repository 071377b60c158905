import { isOpenForSettings } from '#domain/followup/answer-stage.ts';
import { reduceEvents } from '#domain/followup/net-events.ts';
import { isPutAside } from '#domain/followup/put-aside.ts';
import type { RoundComment } from '#domain/followup/round-comment.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { compareNaturally } from '#domain/shared/natural-order.ts';
import type { AnswerRow } from '#storage/answers.ts';
import { appendChanges, type Change } from '#storage/changes.ts';
import { listInitiativeRows } from '#storage/initiatives.ts';
import { listPlanEvents } from '#storage/plan-events.ts';
import { listRoundComments } from '#storage/round-comments.ts';
import { removeRoundRun } from '#storage/round-removal.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { getRunningRound, type RunningRound } from './answer-desk.ts';
import type { WithdrawRoundInput } from './inputs.ts';
import { readRoundContent } from './round-content.ts';
import { getContent, getStanding } from './store-answers.ts';

/**
 * Takes back the opening of a round, as if it had never been opened: its year is free again, its links lead nowhere, and mails that wait
 * are not sent. Answers, drafts and comments are put aside into the history, and only when as many as there are were confirmed.
 * @throws DomainError conflict `round.changed-meanwhile`, `round.not-to-withdraw` once the answers are gone through, `round.plan-changed`
 *   (details: `numbers`, by lines) when lines of the plan came, went or changed in it and were not put back, `round.has-answers` (details: `count`) when something is saved that was not confirmed;
 *   invalid `round.reason-missing`; not-found `round.unknown`
 */
export async function withdrawRound(context: Context, input: WithdrawRoundInput): Promise<{ readonly putAside: number }> {
	const { code } = await requireMay(context, 'round.run', input.municipality);
	const reason = input.reason.replaceAll('\u0000', '').toWellFormed().trim().slice(0, 1000);
	const [who, at] = [context.actor.id, context.now()];
	return context.database.write(code, async (tx) => {
		const { plan, run } = await getRunningRound(tx, input.year);
		if (run.version !== input.version) throw new DomainError('conflict', 'round.changed-meanwhile', { name: String(run.year) });
		if (!isOpenForSettings(run.stage)) throw new DomainError('conflict', 'round.not-to-withdraw');
		if (reason === '') throw new DomainError('invalid', 'round.reason-missing');
		const changed = await listChangedLines(tx, { plan, run });
		if (changed.length > 0) throw new DomainError('conflict', 'round.plan-changed', { numbers: changed.join('\n') });
		const traces = await listTraces(tx, { plan, run });
		const count = new Set(traces.map(({ entityId }) => entityId)).size;
		if (count !== input.putAside) throw new DomainError('conflict', 'round.has-answers', { count });
		const { deadline, stage, askedFields, remarkLimit } = run;
		const key = { planId: plan.id, year: run.year, action: 'removed', after: null } as const;
		await appendChanges(tx, { who, at, reason: 'round', note: reason, importId: null }, [
			...traces,
			{ ...key, entity: 'round', entityId: String(run.year), before: { deadline, stage, askedFields, remarkLimit } },
		]);
		await removeRoundRun(tx, run, { who, at });
		return { putAside: count };
	});
}

/**
 * Numbers of the lines that the round's events come to something for. That others answer for one, without new words of the plan, is none of
 * the plan's: it can be done on the board as well.
 */
async function listChangedLines(tx: WriteTx, { plan, run }: RunningRound): Promise<string[]> {
	const rows = new Map((await listInitiativeRows(tx, plan.id)).map(({ id, content }) => [id, content]));
	const events = (await listPlanEvents(tx, plan.id)).filter(({ year }) => year === run.year);
	const isInPlan = (id: string) => rows.get(id)?.withdrawnIn === null;
	const told = reduceEvents(events, isInPlan).filter(({ kind, before, after }) => kind !== 'new owner' || before !== after);
	return [...new Set(told.map(({ initiativeId }) => rows.get(initiativeId)?.number ?? ''))].toSorted(compareNaturally);
}

/** What the history keeps of everything that somebody has said in the round. */
async function listTraces(tx: WriteTx, round: RunningRound): Promise<Change[]> {
	const { plan, run } = round;
	const { getById } = await readRoundContent(tx, round);
	const comments = await listRoundComments(tx, plan.id, run.year);
	const key = { planId: plan.id, year: run.year, action: 'removed', after: null } as const;
	return (await listInitiativeRows(tx, plan.id)).flatMap(({ id }): Change[] => {
		const { answer, assessment } = getById(id);
		const said = comments.filter(({ initiativeId }) => initiativeId === id);
		const trace = { status: answer.status, hasDraft: answer.draft !== null, hasComments: said.length > 0, isAssessed: assessment !== null };
		if (!isPutAside(trace)) return [];
		return [
			...(assessment ? [{ ...key, entity: 'assessment', entityId: id, before: { ...getContent(assessment) } } as const] : []),
			{ ...key, entity: 'answer', entityId: id, before: describe(answer, said) },
		];
	});
}

function describe(answer: AnswerRow, comments: readonly RoundComment[]): Change['before'] {
	return { ...getStanding(answer), draft: answer.draft?.content ?? null, comments: comments.map(({ kind, text }) => ({ kind, text })) };
}
