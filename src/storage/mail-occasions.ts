import { and, asc, count, eq, inArray, isNull, max, min, or, sql } from 'drizzle-orm';
import type { MailRound, WaitingAnswer } from '#domain/followup/gather-mails.ts';
import type { CalendarDate } from '#domain/shared/calendar-date.ts';
import { getDanishDay } from '#domain/shared/danish-day.ts';
import { answer, assignment, roundComment, roundRun, roundStep } from './schema/round.ts';
import { initiative } from './schema/plan.ts';
import type { ReadTx } from './transactions.ts';

/** The rounds that owners have something to do in: answers are collected or gone through. */
export async function listMailRounds(tx: ReadTx): Promise<MailRound[]> {
	const began = tx.db
		.select({ planId: roundStep.planId, year: roundStep.year, at: max(roundStep.at).as('at'), first: min(roundStep.at).as('first') })
		.from(roundStep)
		.where(and(eq(roundStep.municipalityCode, tx.tenant), eq(roundStep.toStage, 'collecting'), inArray(roundStep.fromStage, ['open'])))
		.groupBy(roundStep.planId, roundStep.year)
		.as('began');
	const rows = await tx.db
		.select({
			planId: roundRun.planId,
			year: roundRun.year,
			stage: roundRun.stage,
			deadline: roundRun.deadline,
			contact: roundRun.contact,
			at: began.at,
			first: began.first,
			changedAt: roundRun.changedAt,
		})
		.from(roundRun)
		.leftJoin(began, and(eq(began.planId, roundRun.planId), eq(began.year, roundRun.year)))
		.where(and(eq(roundRun.municipalityCode, tx.tenant), inArray(roundRun.stage, ['collecting', 'review'])))
		.orderBy(asc(roundRun.deadline), asc(roundRun.year));
	return rows.map(({ planId, year, stage, deadline, contact, at, first, changedAt }) => ({
		planId,
		year,
		isInReview: stage === 'review',
		// The column is a date.
		deadline: deadline as CalendarDate,
		collectingSince: getDanishDay(at ?? changedAt).day,
		collectingFrom: first ?? changedAt,
		contact,
	}));
}

/** What owners, or these persons among them, have yet to answer in these rounds, in the plan's order. */
export async function listWaitingAnswers(
	tx: ReadTx,
	rounds: readonly MailRound[],
	personIds?: readonly string[],
): Promise<WaitingAnswer[]> {
	if (rounds.length === 0) return [];
	const { planId, year, initiativeId, personId } = assignment;
	const back = selectSentBack(tx);
	const rows = await tx.db
		.select({
			...{ planId, year, initiativeId, personId },
			...{ number: initiative.number, title: initiative.title },
			...{ status: answer.status, backAt: back.at },
		})
		.from(assignment)
		.innerJoin(
			initiative,
			and(
				eq(initiative.municipalityCode, assignment.municipalityCode),
				eq(initiative.planId, planId),
				eq(initiative.id, initiativeId),
				isNull(initiative.withdrawnIn),
			),
		)
		.leftJoin(
			answer,
			and(
				eq(answer.municipalityCode, assignment.municipalityCode),
				eq(answer.planId, planId),
				eq(answer.year, year),
				eq(answer.initiativeId, initiativeId),
			),
		)
		.leftJoin(back, and(eq(back.planId, planId), eq(back.year, year), eq(back.initiativeId, initiativeId)))
		.where(
			and(
				eq(assignment.municipalityCode, tx.tenant),
				personIds && inArray(personId, [...personIds]),
				// Each column by itself: under row security a pair is not looked up in an index.
				or(...rounds.map((round) => and(eq(planId, round.planId), eq(year, round.year)))),
				sql`coalesce(${answer.status}, 'waiting') not in ('answered', 'accepted')`,
			),
		)
		.orderBy(asc(planId), asc(year), asc(initiative.rank), asc(initiativeId), asc(personId));
	return rows.map(({ status, backAt, ...key }) => ({ ...key, sentBackAt: status === 'sent back' ? backAt : null }));
}

/** When each initiative was last sent back. The answer's own time says when it was last typed in. */
function selectSentBack(tx: ReadTx) {
	const { planId, year, initiativeId } = roundComment;
	return tx.db
		.select({ planId, year, initiativeId, at: max(roundComment.at).as('at') })
		.from(roundComment)
		.where(and(eq(roundComment.municipalityCode, tx.tenant), eq(roundComment.kind, 'sent back')))
		.groupBy(planId, year, initiativeId)
		.as('back');
}

/** How far a round has come, counted in initiatives that are in the plan. */
export type RoundProgress = {
	readonly asked: number;
	/** Given, accepted or not. */
	readonly answered: number;
	readonly accepted: number;
	readonly sentBack: number;
	readonly unassigned: number;
	readonly persons: number;
};

/** Counts the answers of a round. What is out of the plan, or nobody is asked about, counts as neither asked nor answered. */
export async function countRoundAnswers(tx: ReadTx, planId: string, roundYear: number): Promise<RoundProgress> {
	const ofRound = (table: typeof answer | typeof assignment) =>
		and(eq(table.municipalityCode, tx.tenant), eq(table.planId, planId), eq(table.year, roundYear));
	const inPlan = and(eq(initiative.municipalityCode, tx.tenant), eq(initiative.planId, planId), isNull(initiative.withdrawnIn));
	const asked = tx.db.selectDistinct({ id: assignment.initiativeId }).from(assignment).where(ofRound(assignment));
	const ofPlan = tx.db.select({ id: initiative.id }).from(initiative).where(inPlan);
	const statuses = await tx.db
		.select({ status: answer.status, count: count() })
		.from(answer)
		.where(and(ofRound(answer), inArray(answer.initiativeId, asked), inArray(answer.initiativeId, ofPlan)))
		.groupBy(answer.status);
	const countOf = (...wanted: string[]) =>
		statuses.filter(({ status }) => wanted.includes(status)).reduce((sum, row) => sum + row.count, 0);
	const total = await tx.db.$count(initiative, inPlan);
	const assigned = await tx.db.$count(initiative, and(inPlan, inArray(initiative.id, asked)));
	const people = await tx.db
		.selectDistinct({ personId: assignment.personId })
		.from(assignment)
		.where(and(ofRound(assignment), inArray(assignment.initiativeId, ofPlan)));
	return {
		asked: assigned,
		persons: people.length,
		answered: countOf('answered', 'accepted'),
		accepted: countOf('accepted'),
		sentBack: countOf('sent back'),
		unassigned: total - assigned,
	};
}

/** True when a person is asked about anything in a round, answered or not. */
export async function isAskedInRound(tx: ReadTx, { planId, year }: Pick<MailRound, 'planId' | 'year'>, personId: string): Promise<boolean> {
	const own = and(eq(assignment.municipalityCode, tx.tenant), eq(assignment.planId, planId), eq(assignment.year, year));
	const rows = await tx.db
		.select({ personId: assignment.personId })
		.from(assignment)
		.where(and(own, eq(assignment.personId, personId)))
		.limit(1);
	return rows.length > 0;
}
