import { findNewestAccount, listAccountFigures, type AccountFigure } from '#domain/account/account-figure.ts';
import { can } from '#domain/access/policy.ts';
import type { Legend } from '#domain/followup/legend.ts';
import type { AssessedInitiative, FollowUp, StatusRound } from '#domain/followup/status-round.ts';
import type { Initiative } from '#domain/plan/initiative.ts';
import type { MunicipalityProfile, Plan, PlanFigure, Section } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listAccounts } from '#storage/accounts.ts';
import { listAssessments, type AssessmentRow } from '#storage/assessments.ts';
import type { Database, TenantRevision } from '#storage/database.ts';
import { listFindingDismissals, type FindingDismissal } from '#storage/finding-dismissals.ts';
import { listInitiativeRows, type InitiativeRow } from '#storage/initiatives.ts';
import { listInitiativeTags, type InitiativeTags } from '#storage/initiative-tags.ts';
import { findLegend } from '#storage/legends.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { findCurrentPlan, listPlanFigures, listSections, type PlanRow } from '#storage/plans.ts';
import { rememberByRevision } from '#storage/revision-cache.ts';
import { listRoundLines, listRoundTags, type RoundLines } from '#storage/round-lines.ts';
import { listStatusReports, type PublishedReport } from '#storage/status-reports.ts';
import { listRoundRuns } from '#storage/round-runs.ts';
import { listRounds, type RoundRow } from '#storage/status-rounds.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { findJudgingLegend } from './find-judging-legend.ts';

/** All that is stored of a municipality's plan in force, from one snapshot. Everything on its pages is made from it. */
export type PlanRecord = {
	readonly municipality: MunicipalityProfile;
	/** When anything of the municipality's content was last changed. */
	readonly changedAt: Date;
	/** The newest account of the area in short. */
	readonly account: readonly AccountFigure[];
	readonly stored: StoredPlan | null;
};

export type StoredPlan = {
	readonly row: PlanRow;
	/** The plan's own; see `getLegend` for that of a round. */
	readonly legend: Legend | null;
	/** What each round is judged by, by year. */
	readonly roundLegends: ReadonlyMap<number, Legend | null>;
	readonly sections: readonly Section[];
	readonly figures: readonly PlanFigure[];
	/** In the plan's order, withdrawn ones included. */
	readonly initiatives: readonly InitiativeRow[];
	/** As they are now; see `getTags` for those of a round. */
	readonly tags: InitiativeTags;
	/** Newest first. */
	readonly rounds: readonly RoundRow[];
	/** By year, then by initiative. */
	readonly assessments: ReadonlyMap<number, ReadonlyMap<string, AssessmentRow>>;
	/** What the plan said in the rounds before the newest one. */
	readonly kept: RoundLines;
	/** The tags in those rounds. */
	readonly keptTags: ReadonlyMap<number, InitiativeTags>;
	readonly dismissals: readonly FindingDismissal[];
	/** Published versions of the rounds' reports, newest year and version first. */
	readonly reports: readonly PublishedReport[];
};

/** What decides what a plan says in a round. */
export type PlanParts = Pick<StoredPlan, 'row' | 'sections' | 'figures' | 'initiatives' | 'assessments' | 'kept'>;

/** Reads the record in the transaction given. With `publicOnly` neither an unpublished plan nor an unpublished round counts. */
export async function readPlanRecord(tx: ReadTx, { publicOnly }: { publicOnly: boolean }): Promise<PlanRecord> {
	const found = await findMunicipality(tx);
	if (!found) throw new DomainError('not-found', 'municipality.unknown', { municipality: tx.tenant });
	const newest = findNewestAccount(await listAccounts(tx));
	const row = await findCurrentPlan(tx, { publicOnly });
	return {
		municipality: found.profile,
		changedAt: found.changedAt,
		account: newest ? listAccountFigures(newest) : [],
		stored: row ? await readStoredPlan(tx, row, { publicOnly }) : null,
	};
}

/** Everything that belongs to a plan; with `publicOnly` without the rounds that are not published. */
export async function readStoredPlan(tx: ReadTx, row: PlanRow, { publicOnly }: { publicOnly: boolean }): Promise<StoredPlan> {
	const [legend, sections, figures, initiatives, tags, rounds, runs, assessed, kept, keptTags, dismissals, reports] = await Promise.all([
		findLegend(tx, row.legend),
		listSections(tx, row.id),
		listPlanFigures(tx, row.id),
		listInitiativeRows(tx, row.id),
		listInitiativeTags(tx, row.id),
		listRounds(tx, row.id, { publicOnly }),
		listRoundRuns(tx, row.id),
		listAssessments(tx, row.id),
		listRoundLines(tx, row.id),
		listRoundTags(tx, row.id),
		listFindingDismissals(tx, row.id),
		listStatusReports(tx, row.id),
	]);
	const assessments = new Map<number, Map<string, AssessmentRow>>(rounds.map(({ round }) => [round.year, new Map()]));
	for (const each of assessed) assessments.get(each.assessment.year)?.set(each.assessment.initiativeId, each);
	const roundLegends = new Map<number, Legend | null>();
	for (const { round } of rounds) {
		const run = runs.find(({ year }) => year === round.year);
		roundLegends.set(round.year, await findJudgingLegend(tx, row, run));
	}
	return { row, legend, roundLegends, sections, figures, initiatives, tags, rounds, assessments, kept, keptTags, dismissals, reports };
}

// Twenty thousand lines of rounds are about a hundred megabytes in each of the two memories below.
const limits = {
	weigh: ({ stored }: PlanRecord) => 10 + (stored ? stored.initiatives.length * Math.max(1, stored.rounds.length) : 0),
	maxWeight: 20_000,
};
const read = (publicOnly: boolean) => (database: Database, tenant: string) =>
	database.read(tenant, (tx) => readPlanRecord(tx, { publicOnly }));
const getPublicRecord = rememberByRevision(read(true), limits);
const getWholeRecord = rememberByRevision(read(false), limits);

/** The record as the actor may see it, read again only when the municipality's revision has moved. */
export function getPlanRecord(context: Context, at: TenantRevision): Promise<PlanRecord> {
	const seesAll = can(context.actor, 'round.read', { municipalityCode: at.code });
	return seesAll ? getWholeRecord(context.database, at) : getPublicRecord(context.database, at);
}

/**
 * The plan with the initiatives that are in it in the round of `year`, or now when there is none. In a round that is no longer
 * the newest they say what they said then.
 */
export function getPlan(municipalityCode: string, stored: PlanParts, year: number | null): Plan {
	const { row, sections, figures } = stored;
	const kept = year === null ? undefined : stored.kept.get(year);
	const initiatives = stored.initiatives
		.filter((each) => isInRound(stored, each, year))
		.map((each, position) => ({ ...toInitiative(each, position), ...kept?.get(each.id) }));
	const { id, title, periodStart, periodEnd, source } = row;
	return { id, municipalityCode, title, periodStart, periodEnd, legendId: row.legend?.id ?? null, sections, initiatives, figures, source };
}

/**
 * The tags of a year's round, or as they are now without a year. What is set while a round runs belongs to it, as everything else that is
 * said in it. A line that was kept before tags were kept has those of now.
 */
export function getTags({ tags, keptTags }: Pick<StoredPlan, 'tags' | 'keptTags'>, year: number | null): InitiativeTags {
	const kept = year === null ? undefined : keptTags.get(year);
	return kept ? new Map([...tags, ...kept]) : tags;
}

/** The reading guide that a year's round is judged by. Without a year, and for a round that is about to be, the plan's own. */
export function getLegend({ legend, roundLegends }: Pick<StoredPlan, 'legend' | 'roundLegends'>, year: number | null): Legend | null {
	const own = year === null ? undefined : roundLegends.get(year);
	return own === undefined ? legend : own;
}

/** The plan's lines with their assessments of a year; without a year, or without a round of it, all assessments are null. */
export function getLines(stored: StoredPlan, plan: Plan, year: number | null): AssessedInitiative[] {
	const round = year === null ? undefined : stored.assessments.get(year);
	return plan.initiatives.map((initiative) => ({ initiative, assessment: round?.get(initiative.id)?.assessment ?? null }));
}

/** One round with all that a page or report of it is made from; undefined when the plan has no round of that year. */
export function findFollowUp(record: PlanRecord, year: number): FollowUp | undefined {
	const { stored, municipality } = record;
	const round = stored?.rounds.find((each) => each.round.year === year)?.round;
	return stored && round ? makeFollowUp(municipality, stored, round) : undefined;
}

/** A follow-up of a round that is stored, or of one that is about to be. */
export function makeFollowUp(municipality: MunicipalityProfile, stored: StoredPlan, round: StatusRound): FollowUp {
	const legend = getLegend(stored, round.year);
	const plan = { ...getPlan(municipality.code, stored, round.year), legendId: legend?.id ?? null };
	return { municipality, plan, legend, round, lines: getLines(stored, plan, round.year) };
}

/** The rounds before a year, newest first. */
export function listEarlier(record: PlanRecord, year: number): FollowUp[] {
	const rounds = record.stored?.rounds.filter(({ round }) => round.year < year) ?? [];
	return rounds.flatMap(({ round }) => findFollowUp(record, round.year) ?? []);
}

/**
 * The newest round that everybody may see. It is what pages show also to those who work on a newer one: an unfinished round has its
 * board, and would otherwise show as a plan in which nothing is known.
 */
export function findNewestPublic({ rounds }: StoredPlan): StatusRound | null {
	return rounds.find(({ isPublic }) => isPublic)?.round ?? null;
}

/** The round a page shows: that of the year asked for, else the newest that everybody may see; null when there is none yet. */
export function findShownRound(record: PlanRecord, year: number | undefined): StatusRound | null {
	const rounds = record.stored?.rounds ?? [];
	if (year === undefined) return record.stored && findNewestPublic(record.stored);
	const round = rounds.find((each) => each.round.year === year)?.round;
	if (!round) throw new DomainError('not-found', 'round.unknown', { municipality: record.municipality.name, year });
	return round;
}

function isInRound(stored: PlanParts, { id, content }: InitiativeRow, year: number | null): boolean {
	if (year === null) return content.withdrawnIn === null;
	if (content.withdrawnIn !== null && content.withdrawnIn <= year) return false;
	return content.introducedIn === null || content.introducedIn <= year || stored.assessments.get(year)?.has(id) === true;
}

function toInitiative({ id, version, content }: InitiativeRow, position: number): Initiative {
	const { rank: _rank, introducedIn: _introduced, withdrawnIn: _withdrawn, source: _source, ...fields } = content;
	return { id, version, position, ...fields };
}
