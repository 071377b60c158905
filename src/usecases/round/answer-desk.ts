import { can } from '#domain/access/policy.ts';
import type { AnswerRules } from '#domain/followup/answer-rules.ts';
import { isOpenForCoordinators, isOpenForOwners } from '#domain/followup/answer-stage.ts';
import type { Legend } from '#domain/followup/legend.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findAnswerDesk, type AnswerDeskRow } from '#storage/answer-desks.ts';
import { findAnswerToSave, makeUntouched, type AnswerRow } from '#storage/answers.ts';
import { listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import { findLegend } from '#storage/legends.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import type { PlanRow } from '#storage/plans.ts';
import { findPlanWithRuns } from '#storage/round-runs.ts';
import type { DraftTx, ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { checkMay } from '../require-may.ts';
import { explainAbsence } from './explain-absence.ts';

/** A round that is run here, with its plan. */
export type RunningRound = { readonly plan: Pick<PlanRow, 'id' | 'legend'>; readonly run: RoundRun };

/** The same with all that is stored of the plan itself. */
export type RoundOfPlan = RunningRound & { readonly plan: PlanRow };

/** One answer with what decides about it. */
export type AnswerDesk = RunningRound & {
	readonly initiative: AnswerDeskRow['initiative'];
	/** The reading guide of the round; null when it has none. */
	readonly legend: Legend | null;
	/** Who is asked. */
	readonly personIds: readonly string[];
	readonly answer: AnswerRow;
};

/** The round of a year that is run here. Throws not-found `round.unknown`, `plan.unknown`. */
export async function getRunningRound(tx: ReadTx, year: number): Promise<RoundOfPlan> {
	const found = await findPlanWithRuns(tx);
	const run = found?.runs.find((each) => each.year === year);
	if (found && run) return { plan: found.plan, run };
	const municipality = (await findMunicipality(tx))?.profile.name ?? tx.tenant;
	throw found
		? new DomainError('not-found', 'round.unknown', { municipality, year })
		: new DomainError('not-found', 'plan.unknown', { municipality });
}

/**
 * One answer of a round to save, one answer's wait long because many are saved at once, for an actor who may give or review it. Nobody
 * else saves it until the transaction ends.
 * @throws DomainError not-found `round.unknown`, or as `explainAbsence`; forbidden `access.denied`
 */
export async function getAnswerDesk(
	context: Context,
	tx: DraftTx,
	{ year, number }: { readonly year: number; readonly number: string },
	action: 'answer.give' | 'answer.review' = 'answer.give',
): Promise<AnswerDesk> {
	const wanted = makeFindable(number);
	const [found, stored] = await Promise.all([findAnswerDesk(tx, year, wanted), findAnswerToSave(tx, year, wanted)]);
	if (!found) {
		throw await explainAbsence(tx, context, await getRunningRound(tx, year), wanted, action);
	}
	const { plan, initiative, personIds } = found;
	if (!can(context.actor, action, { municipalityCode: tx.tenant, personIds })) {
		const unitId = (await listUnitsOfInitiatives(tx, plan.id)).get(initiative.id) ?? null;
		checkMay(context, action, { municipalityCode: tx.tenant, personIds, unitId });
	}
	return { ...found, answer: stored ?? makeUntouched(initiative.id) };
}

/** A number that was asked for as the database can look for it. */
export function makeFindable(number: string): string {
	return number.slice(0, 80).replaceAll('\u0000', '');
}

/** True for those who run the round: they can change answers for others, longer than those who are asked. */
export function runsRound({ actor }: Context, municipalityCode: string): boolean {
	return can(actor, 'round.run', { municipalityCode });
}

/** Whether the actor, who may answer, can save at this moment of the round. */
export function isOpenFor(context: Context, municipalityCode: string, { run, answer }: Pick<AnswerDesk, 'run' | 'answer'>): boolean {
	return runsRound(context, municipalityCode) ? isOpenForCoordinators(run.stage) : isOpenForOwners(run.stage, answer.status);
}

/** Throws conflict `round.published`, `round.closed` unless the actor can save at this moment. */
export function checkOpenFor(context: Context, municipalityCode: string, desk: Pick<AnswerDesk, 'run' | 'answer'>): void {
	if (isOpenFor(context, municipalityCode, desk)) return;
	if (desk.run.stage === 'published') throw new DomainError('conflict', 'round.published', { year: desk.run.year });
	const code = runsRound(context, municipalityCode) ? 'round.closed-for-editing' : 'round.closed';
	throw new DomainError('conflict', code, { stage: desk.run.stage });
}

/** Throws conflict `round.published`, `round.closed-for-editing` once the round is approved. */
export function checkOpenForCoordinators({ stage, year }: RoundRun): void {
	if (stage === 'published') throw new DomainError('conflict', 'round.published', { year });
	if (!isOpenForCoordinators(stage)) throw new DomainError('conflict', 'round.closed-for-editing', { stage });
}

/** The reading guide of a round; null when it has none. */
export function findRoundLegend(tx: ReadTx, { legend }: RoundRun): Promise<Legend | null> {
	return findLegend(tx, legend);
}

type Rated = { readonly initiative: Pick<AnswerDeskRow['initiative'], 'priority'> };

/** What an answer about an initiative is held against in a round. */
export function makeRules({ run, legend, initiative }: Pick<AnswerDesk, 'run' | 'legend'> & Rated): AnswerRules {
	const { askedFields, remarkLimit } = run;
	const { priority } = initiative;
	return { askedFields, remarkLimit, legend, priority };
}
