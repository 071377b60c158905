import type { Answer } from '#domain/followup/answer.ts';
import type { Initiative } from '#domain/plan/initiative.ts';
import type { Section } from '#domain/plan/plan.ts';
import { listAnswers, makeUntouched, type AnswerRow } from '#storage/answers.ts';
import { listAssignments } from '#storage/assignments.ts';
import { listInitiativeRows } from '#storage/initiatives.ts';
import { listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import { listSections } from '#storage/plans.ts';
import { listRoundLines } from '#storage/round-lines.ts';
import { listRounds } from '#storage/status-rounds.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { getPlan } from '../plan/plan-record.ts';
import type { RunningRound } from './answer-desk.ts';

/** One line of a round with who is asked and how the answer stands. */
export type RoundLine = {
	readonly initiative: Initiative;
	readonly section: Section | null;
	readonly personIds: readonly string[];
	readonly unitId: string | null;
	readonly answer: AnswerRow;
};
export type OwnLine = RoundLine & { readonly isOwn: boolean };

/** The lines of a round in the plan's order, as the plan was in that round. */
export async function listRoundLinesOf(tx: ReadTx, { plan, run }: RunningRound): Promise<RoundLine[]> {
	const sections = await listSections(tx, plan.id);
	const rounds = await listRounds(tx, plan.id, { publicOnly: false });
	const isNewest = rounds[0]?.round.year === run.year;
	const stored = {
		row: plan,
		sections,
		figures: [],
		initiatives: await listInitiativeRows(tx, plan.id),
		assessments: new Map<number, never>(),
		kept: isNewest ? new Map() : await listRoundLines(tx, plan.id),
	};
	const asked = await listAssignments(tx, plan.id, run.year);
	const units = await listUnitsOfInitiatives(tx, plan.id);
	const answers = await listAnswers(tx, plan.id, run.year);
	return getPlan(tx.tenant, stored, run.year).initiatives.map((initiative) => ({
		initiative,
		section: sections.find(({ id }) => id === initiative.sectionId) ?? null,
		personIds: asked.get(initiative.id) ?? [],
		unitId: units.get(initiative.id) ?? null,
		answer: answers.get(initiative.id) ?? makeUntouched(initiative.id),
	}));
}

/** The lines an actor is asked about, also in another's place, then those that others of the actor's units are asked about. */
export function listOwnLines({ actor }: Context, lines: readonly RoundLine[]): OwnLine[] {
	const { personIds = [], unitIds = [], role, onlyAnswers } = actor;
	const isOwn = (line: RoundLine) => line.personIds.some((id) => personIds.includes(id));
	const isOfUnit = ({ unitId }: RoundLine) => role === 'unit lead' && !onlyAnswers && unitId !== null && unitIds.includes(unitId);
	const others = lines.filter((line) => !isOwn(line) && isOfUnit(line));
	return [...lines.filter(isOwn).map((line) => ({ ...line, isOwn: true })), ...others.map((line) => ({ ...line, isOwn: false }))];
}

/** How an answer stands, without what is typed. */
export function toAnswer({ initiativeId, status, isUnchanged, colourReason, answeredBy, answeredAt, version }: AnswerRow): Answer {
	return { initiativeId, status, isUnchanged, colourReason, answeredBy, answeredAt, version };
}
