import type { Answer } from '#domain/followup/answer.ts';
import type { Initiative } from '#domain/plan/initiative.ts';
import { listAnswers, makeUntouched, type AnswerRow } from '#storage/answers.ts';
import { listAskedLines, type AskedLine } from '#storage/asked-lines.ts';
import { listAssignments } from '#storage/assignments.ts';
import { listInitiativeRows } from '#storage/initiatives.ts';
import { listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import { listSections } from '#storage/plans.ts';
import { listRoundLines } from '#storage/round-lines.ts';
import { findNewestYear } from '#storage/status-rounds.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { getPlan } from '../plan/plan-record.ts';
import { getRunningRound, type RoundOfPlan } from './answer-desk.ts';

/** One line of a round with who is asked and how the answer stands. */
export type RoundLine = Omit<AskedLine, 'initiative' | 'isOwn'> & { readonly initiative: Initiative };
export type OwnLine = RoundLine & Pick<AskedLine, 'isOwn'>;

/** The lines of a round in the plan's order, as the plan was in that round. */
export async function listRoundLinesOf(tx: ReadTx, round: RoundOfPlan): Promise<RoundLine[]> {
	const { plan, run } = round;
	const [newest, sections, initiatives, asked, units, answers] = await Promise.all([
		findNewestYear(tx),
		listSections(tx, plan.id),
		listInitiativeRows(tx, plan.id),
		listAssignments(tx, plan.id, run.year),
		listUnitsOfInitiatives(tx, plan.id),
		listAnswers(tx, plan.id, run.year),
	]);
	const lines = initiatives.map((initiative) => ({
		initiative,
		section: sections.find(({ id }) => id === initiative.content.sectionId) ?? null,
		personIds: asked.get(initiative.id) ?? [],
		unitId: units.get(initiative.id) ?? null,
		answer: answers.get(initiative.id) ?? makeUntouched(initiative.id),
	}));
	return tellAsThen(tx, round, { lines, newest });
}

/**
 * The round of a year and in it the lines an actor is asked about, also in another's place, then those that others of the actor's units
 * are asked about. Throws not-found as `getRunningRound`.
 */
export async function readOwnRound({ actor }: Context, tx: ReadTx, year: number): Promise<{ round: RoundOfPlan; lines: OwnLine[] }> {
	const { personIds = [], unitIds = [], role, onlyAnswers } = actor;
	const ledUnits = role === 'unit lead' && !onlyAnswers ? unitIds : [];
	const [round, asked, newest] = await Promise.all([
		getRunningRound(tx, year),
		listAskedLines(tx, year, { personIds, unitIds: ledUnits }),
		findNewestYear(tx),
	]);
	const lines = await tellAsThen(tx, round, { lines: asked, newest });
	return { round, lines: [...lines.filter(({ isOwn }) => isOwn), ...lines.filter(({ isOwn }) => !isOwn)] };
}

/** Lines with what the plan said in the round; those that were not in it are left out. */
async function tellAsThen<Line extends Omit<AskedLine, 'isOwn'>>(
	tx: ReadTx,
	{ plan, run }: RoundOfPlan,
	{ lines, newest }: { readonly lines: readonly Line[]; readonly newest: number | null },
) {
	// The newest round says what the plan says now.
	const kept = newest === run.year ? new Map<number, never>() : await listRoundLines(tx, plan.id);
	const initiatives = lines.map(({ initiative }) => initiative);
	const stored = { row: plan, sections: [], figures: [], initiatives, assessments: new Map<number, never>(), kept };
	const then = new Map(getPlan(tx.tenant, stored, run.year).initiatives.map((initiative) => [initiative.id, initiative]));
	return lines.flatMap((line) => {
		const initiative = then.get(line.initiative.id);
		return initiative ? [{ ...line, initiative }] : [];
	});
}

/** How an answer stands, without what is typed. */
export function toAnswer({ initiativeId, status, isUnchanged, colourReason, answeredBy, answeredAt, version }: AnswerRow): Answer {
	return { initiativeId, status, isUnchanged, colourReason, answeredBy, answeredAt, version };
}
