import { isDeepStrictEqual } from 'node:util';
import type { PlanEvent } from '#domain/followup/plan-event.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import { getNumberKey } from '#domain/plan/number-key.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { appendChanges, type Change } from '#storage/changes.ts';
import { addInitiatives, listInitiativeRows, saveInitiative, type InitiativeContent, type InitiativeRow } from '#storage/initiatives.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { appendPlanEvents } from '#storage/plan-events.ts';
import { findCurrentPlan, type PlanRow } from '#storage/plans.ts';
import { listRoundRuns } from '#storage/round-runs.ts';
import type { WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { checkOpenForCoordinators } from '../round/answer-desk.ts';
import type { InitiativeKey, PlanDecision } from './inputs.ts';
import { keepMeasures } from './keep-measures.ts';

/** A plan being changed in a transaction: collects history and events, and writes them at the end. */
export type PlanDesk = {
	readonly tx: WriteTx;
	readonly plan: PlanRow;
	/** The round that runs; null when none does. */
	readonly run: RoundRun | null;
	/** All lines as they were read, in the plan's order, withdrawn ones included. */
	readonly rows: readonly InitiativeRow[];
	readonly who: string;
	readonly at: Date;
	readonly changes: Change[];
	readonly events: PlanEvent[];
};
/** A plan being changed in a round. */
export type RoundPlanDesk = PlanDesk & { readonly run: RoundRun };

/**
 * Changes the plan in force in one transaction, with history and events.
 * @throws DomainError not-found `plan.unknown`; conflict `round.closed-for-editing` while a round that is approved waits to be published
 */
export async function changePlan<Result>(
	{ database, actor, now }: Context,
	municipalityCode: string,
	work: (desk: PlanDesk) => Promise<Result>,
): Promise<Result> {
	const [who, at] = [actor.id, now()];
	return database.write(municipalityCode, async (tx) => {
		const plan = await findCurrentPlan(tx, { publicOnly: false });
		if (!plan) {
			throw new DomainError('not-found', 'plan.unknown', { municipality: (await findMunicipality(tx))?.profile.name ?? tx.tenant });
		}
		const run = (await listRoundRuns(tx, plan.id)).find(({ stage }) => stage !== 'published') ?? null;
		if (run) checkOpenForCoordinators(run);
		const desk: PlanDesk = { tx, plan, run, rows: await listInitiativeRows(tx, plan.id), who, at, changes: [], events: [] };
		const result = await work(desk);
		await keepMeasures(desk);
		await appendPlanEvents(tx, plan.id, desk.events);
		await appendChanges(tx, { who, at, reason: 'plan change', note: null, importId: null }, desk.changes);
		return result;
	});
}

/** The same in the round that runs. Throws conflict `plan.no-running-round` too. */
export function changePlanInRound<Result>(
	context: Context,
	municipalityCode: string,
	work: (desk: RoundPlanDesk) => Promise<Result>,
): Promise<Result> {
	return changePlan(context, municipalityCode, async (desk) => {
		if (!desk.run) throw new DomainError('conflict', 'plan.no-running-round');
		// The same lists: what `work` adds is written.
		return work({ ...desk, run: desk.run });
	});
}

/** The line that bears a number in the plan now. Throws not-found `initiative.unknown`. */
export async function getLine({ tx, rows }: PlanDesk, number: string): Promise<InitiativeRow> {
	const row = rows.find(({ content }) => content.withdrawnIn === null && getNumberKey(content.number) === getNumberKey(number));
	if (row) return row;
	const municipality = (await findMunicipality(tx))?.profile.name ?? tx.tenant;
	throw new DomainError('not-found', 'initiative.unknown', { municipality, number: number.slice(0, 40) });
}

/** The same in the version that was shown. Throws conflict `initiative.changed-meanwhile` too. */
export async function getLineOfVersion(desk: PlanDesk, { number, version }: InitiativeKey): Promise<InitiativeRow> {
	const row = await getLine(desk, number);
	if (row.version !== version) throw new DomainError('conflict', 'initiative.changed-meanwhile', { name: row.content.number });
	return row;
}

/** Writes what a line says now, and notes it for the history. Gives the line as it is then. */
export async function saveLine(desk: PlanDesk, row: InitiativeRow, content: InitiativeContent): Promise<InitiativeRow> {
	if (isDeepStrictEqual(row.content, content)) return row;
	await saveInitiative(desk.tx, desk.plan.id, row, content, desk.at);
	desk.changes.push({ ...getKey(desk, row.id), action: 'changed', before: row.content, after: content });
	return { ...row, version: row.version + 1, content };
}

/** Adds a line, and notes it for the history. Throws conflict `initiative.duplicate-number`. */
export async function addLine(desk: PlanDesk, id: string, content: InitiativeContent): Promise<void> {
	await addInitiatives(desk.tx, desk.plan.id, [{ id, content }], desk.at);
	desk.changes.push({ ...getKey(desk, id), action: 'added', before: null, after: content });
}

/** Notes what happened to a line. */
export function noteEvent(
	desk: RoundPlanDesk,
	event: Pick<PlanEvent, 'kind' | 'initiativeId'> & Partial<Pick<PlanEvent, 'otherId' | 'before' | 'after'>>,
	decision: PlanDecision,
): void {
	const { run, who, at } = desk;
	const nothing = { otherId: null, before: null, after: null };
	desk.events.push({ ...nothing, ...event, ...readDecision(decision), year: run.year, who, at });
}

const textLimit = 2000;

/** The decision without outer spaces. Throws invalid `round.text-too-long`. */
export function readDecision({ decision, caseNumber }: PlanDecision): { decision: string | null; caseNumber: string | null } {
	return { decision: readText(decision, textLimit), caseNumber: readText(caseNumber, 100) };
}

/** A text without outer spaces and without what cannot be stored; null for a blank one. Throws invalid `round.text-too-long`. */
export function readText(text: string | null | undefined, limit: number): string | null {
	const read = text?.replaceAll('\u0000', '').toWellFormed().replace(/\r\n/g, '\n').trim() || null;
	if (read && read.length > limit) throw new DomainError('invalid', 'round.text-too-long', { limit });
	return read;
}

function getKey({ plan, run }: PlanDesk, id: string) {
	return { entity: 'initiative', planId: plan.id, entityId: id, year: run?.year ?? null } as const;
}
