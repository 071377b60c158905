import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { ColourCounts } from '#domain/followup/counts.ts';
import { isShownIn } from './round-lines.ts';
import { assessment, statusRound } from './schema/followup.ts';
import { initiative, plan } from './schema/plan.ts';
import type { PublicTx } from './transactions.ts';

/** A municipality's published plan in force in one line; `round` is its latest, null before the first. */
export type PlanSummary = {
	readonly code: string;
	readonly title: string;
	readonly periodStart: number | null;
	readonly periodEnd: number | null;
	readonly total: number;
	readonly round: { readonly year: number; readonly title: string; readonly counts: ColourCounts } | null;
};

/** The summaries of the municipalities named, those without a published plan left out. */
export async function listPlanSummaries(tx: PublicTx, codes: readonly string[]): Promise<PlanSummary[]> {
	if (codes.length === 0) return [];
	const current = selectCurrentPlans(tx, codes);
	const latest = selectLatestRounds(tx, codes);
	const rows = await tx.db
		.select({
			code: current.code,
			title: current.planTitle,
			periodStart: current.periodStart,
			periodEnd: current.periodEnd,
			year: latest.year,
			roundTitle: latest.roundTitle,
			total: sql<number>`count(${initiative.id})::int`,
			...colourCounts,
		})
		.from(current)
		.leftJoin(latest, and(eq(latest.code, current.code), eq(latest.planId, current.planId)))
		.leftJoin(
			initiative,
			and(
				eq(initiative.municipalityCode, current.code),
				eq(initiative.planId, current.planId),
				isShownIn(initiative.introducedIn, initiative.withdrawnIn, latest.year),
			),
		)
		.leftJoin(
			assessment,
			and(
				eq(assessment.municipalityCode, current.code),
				eq(assessment.planId, current.planId),
				eq(assessment.year, latest.year),
				eq(assessment.initiativeId, initiative.id),
			),
		)
		.groupBy(current.code, current.planTitle, current.periodStart, current.periodEnd, latest.year, latest.roundTitle);
	return rows.map(toSummary);
}

function selectCurrentPlans(tx: PublicTx, codes: readonly string[]) {
	return tx.db
		.selectDistinctOn([plan.municipalityCode], {
			code: plan.municipalityCode,
			planId: plan.id,
			planTitle: sql<string>`${plan.title}`.as('plan_title'),
			periodStart: plan.periodStart,
			periodEnd: plan.periodEnd,
		})
		.from(plan)
		.where(and(inArray(plan.municipalityCode, [...codes]), eq(plan.isPublic, true)))
		.orderBy(asc(plan.municipalityCode), sql`${plan.periodStart} desc nulls last`, desc(plan.addedAt), asc(plan.id))
		.as('current_plan');
}

function selectLatestRounds(tx: PublicTx, codes: readonly string[]) {
	return tx.db
		.selectDistinctOn([statusRound.municipalityCode, statusRound.planId], {
			code: statusRound.municipalityCode,
			planId: statusRound.planId,
			year: statusRound.year,
			roundTitle: sql<string>`${statusRound.title}`.as('round_title'),
		})
		.from(statusRound)
		.where(inArray(statusRound.municipalityCode, [...codes]))
		.orderBy(asc(statusRound.municipalityCode), asc(statusRound.planId), desc(statusRound.year))
		.as('latest_round');
}

const count = (condition: ReturnType<typeof sql>) => sql<number>`(count(${initiative.id}) filter (where ${condition}))::int`;

const colourCounts = {
	progressGreen: count(sql`${assessment.progress} = 'green'`),
	progressYellow: count(sql`${assessment.progress} = 'yellow'`),
	progressRed: count(sql`${assessment.progress} = 'red'`),
	progressWhite: count(sql`${assessment.progress} = 'white'`),
	progressNone: count(sql`${assessment.progress} is null`),
	fulfilmentGreen: count(sql`${assessment.fulfilment} = 'green'`),
	fulfilmentYellow: count(sql`${assessment.fulfilment} = 'yellow'`),
	fulfilmentRed: count(sql`${assessment.fulfilment} = 'red'`),
	fulfilmentPink: count(sql`${assessment.fulfilment} = 'pink'`),
	fulfilmentText: count(sql`${assessment.fulfilment} is null and ${assessment.fulfilmentText} <> ''`),
	fulfilmentNone: count(sql`${assessment.fulfilment} is null and coalesce(${assessment.fulfilmentText}, '') = ''`),
};

type SummaryRow = Record<keyof typeof colourCounts, number> &
	Omit<PlanSummary, 'round'> & { readonly year: number | null; readonly roundTitle: string | null };

function toSummary(row: SummaryRow): PlanSummary {
	const { code, title, periodStart, periodEnd, total, year, roundTitle } = row;
	const counts = {
		progress: {
			green: row.progressGreen,
			yellow: row.progressYellow,
			red: row.progressRed,
			white: row.progressWhite,
			none: row.progressNone,
		},
		fulfilment: {
			green: row.fulfilmentGreen,
			yellow: row.fulfilmentYellow,
			red: row.fulfilmentRed,
			pink: row.fulfilmentPink,
			text: row.fulfilmentText,
			none: row.fulfilmentNone,
		},
	};
	return {
		code,
		title,
		periodStart,
		periodEnd,
		total,
		round: year === null || roundTitle === null ? null : { year, title: roundTitle, counts },
	};
}
