import type { Answer } from '#domain/followup/answer.ts';
import type { Initiative } from '#domain/plan/initiative.ts';
import type { Section } from '#domain/plan/plan.ts';
import { listAnswers, makeUntouched, type AnswerRow } from '#storage/answers.ts';
import { listAskedAbout, listAssignments } from '#storage/assignments.ts';
import { listInitiativeRows } from '#storage/initiatives.ts';
import { listInitiativesOfUnits, listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import { listSections } from '#storage/plans.ts';
import { listRoundLines } from '#storage/round-lines.ts';
import { listRounds } from '#storage/status-rounds.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { getPlan } from '../plan/plan-record.ts';
import type { RoundOfPlan } from './answer-desk.ts';

/** One line of a round with who is asked and how the answer stands. */
export type RoundLine = {
	readonly initiative: Initiative;
	readonly section: Section | null;
	readonly personIds: readonly string[];
	readonly unitId: string | null;
	readonly answer: AnswerRow;
};
export type OwnLine = RoundLine & { readonly isOwn: boolean };

/** The lines of a round in the plan's order, as the plan was in that round; those of these initiatives when `ids` are given. */
export async function listRoundLinesOf(tx: ReadTx, { plan, run }: RoundOfPlan, ids?: readonly string[]): Promise<RoundLine[]> {
	if (ids?.length === 0) return [];
	const [sections, rounds, initiatives, asked, units, answers] = await Promise.all([
		listSections(tx, plan.id),
		listRounds(tx, plan.id, { publicOnly: false }),
		listInitiativeRows(tx, plan.id, ids),
		listAssignments(tx, plan.id, run.year, ids),
		listUnitsOfInitiatives(tx, plan.id, ids),
		listAnswers(tx, plan.id, run.year, ids),
	]);
	const isNewest = rounds[0]?.round.year === run.year;
	const kept = isNewest ? new Map<number, never>() : await listRoundLines(tx, plan.id);
	const stored = { row: plan, sections, figures: [], initiatives, assessments: new Map<number, never>(), kept };
	return getPlan(tx.tenant, stored, run.year).initiatives.map((initiative) => ({
		initiative,
		section: sections.find(({ id }) => id === initiative.sectionId) ?? null,
		personIds: asked.get(initiative.id) ?? [],
		unitId: units.get(initiative.id) ?? null,
		answer: answers.get(initiative.id) ?? makeUntouched(initiative.id),
	}));
}

/** The lines an actor is asked about, also in another's place, then those that others of the actor's units are asked about. */
export async function listOwnLines({ actor }: Context, tx: ReadTx, round: RoundOfPlan): Promise<OwnLine[]> {
	const { personIds = [], unitIds = [], role, onlyAnswers } = actor;
	const ledUnits = role === 'unit lead' && !onlyAnswers ? unitIds : [];
	const [own, ofUnits] = await Promise.all([
		listAskedAbout(tx, round.plan.id, round.run.year, personIds),
		listInitiativesOfUnits(tx, round.plan.id, ledUnits),
	]);
	const lines = await listRoundLinesOf(tx, round, [...new Set([...own, ...ofUnits])]);
	const isOwn = ({ initiative }: RoundLine) => own.includes(initiative.id);
	return [
		...lines.filter(isOwn).map((line) => ({ ...line, isOwn: true })),
		...lines.filter((line) => !isOwn(line)).map((line) => ({ ...line, isOwn: false })),
	];
}

/** How an answer stands, without what is typed. */
export function toAnswer({ initiativeId, status, isUnchanged, colourReason, answeredBy, answeredAt, version }: AnswerRow): Answer {
	return { initiativeId, status, isUnchanged, colourReason, answeredBy, answeredAt, version };
}
