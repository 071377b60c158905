import { can } from '#domain/access/policy.ts';
import type { Assessment } from '#domain/followup/assessment.ts';
import type { Finding } from '#domain/followup/finding.ts';
import { getNumberKey } from '#domain/plan/number-key.ts';
import { legendColour, type FulfilmentRule, type Legend, type LegendAnswer } from '#domain/followup/legend.ts';
import type { StatusRound } from '#domain/followup/status-round.ts';
import type { Initiative, RelationKind } from '#domain/plan/initiative.ts';
import type { MunicipalityProfile, Plan, Section } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listChangesOfInitiative, type Change, type ChangeOccasion } from '#storage/changes.ts';
import { listPlanEvents } from '#storage/plan-events.ts';
import { listRoundRuns } from '#storage/round-runs.ts';
import { listRoundSteps } from '#storage/round-steps.ts';
import { listRounds } from '#storage/status-rounds.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { SourceCell } from '#domain/shared/source-cell.ts';
import type { Context } from '../context.ts';
import { listOpenFindings } from '../followup/find-findings.ts';
import { findInitiativeInTonnes, readPathBrief, type InitiativeInTonnes } from '../pathway/read-path-brief.ts';
import { requireMay } from '../require-may.ts';
import { toChangeEntry, type ChangeEntry } from './change-entry.ts';
import { findOrigins, listHistory, type InitiativeHistory, type InitiativeOrigins } from './initiative-origins.ts';
import { findInRound, findLine, type ShownLine } from './find-line.ts';
import { listPassing, type PassingLine } from './passing-lines.ts';
import { findPeriod, showOutcomes, tellCorrectedReasons, type RunPeriod } from './public-changes.ts';
import { readColourReason } from './read-colour-reason.ts';
import { findNewestPublic, getLegend, getPlanRecord, type PlanRecord, type StoredPlan } from './plan-record.ts';

/** An initiative named by another one; `title` is null when the number does not exist. */
export type RelatedInitiative = { readonly kind: RelationKind; readonly number: string | null; readonly title: string | null };

export type NumberAndTitle = { readonly number: string; readonly title: string };

export type InitiativeView = {
	readonly municipality: MunicipalityProfile;
	readonly planTitle: string;
	/** What the round shown is judged by. */
	readonly legend: Legend | null;
	readonly initiative: Initiative;
	readonly section: Section | null;
	/** The round shown: of the year asked for, else the latest that has the number. */
	readonly round: StatusRound | null;
	/** False when a later round than the one shown exists. */
	readonly isNewestRound: boolean;
	/** The year it was taken out of the plan; null while it is in it. */
	readonly withdrawnIn: number | null;
	/** The initiative that bears its number in the newest round, when that is another one. */
	readonly numberNow: NumberAndTitle | null;
	/** Its assessment in the round shown. */
	readonly assessment: Assessment | null;
	/** Where the round shown did not assess it: the last round before that did. Null when it is assessed, or never was. */
	readonly lastAssessed: { readonly year: number; readonly assessment: Assessment } | null;
	/** What the reading guide says of its priority and state; null without a guide or an assessment. */
	readonly legendAnswer: LegendAnswer | null;
	/** The municipality's reason for another colour of progress than the guide's. */
	readonly colourReason: string | null;
	/** The guide's line for its colour of fulfilment; null when there is none. */
	readonly fulfilmentRule: FulfilmentRule | null;
	/** Every round in which it was assessed, oldest first. */
	readonly history: InitiativeHistory;
	/** The lines it came from and went to, and what happened to it in the plan. */
	readonly origins: InitiativeOrigins;
	/**
	 * The round in which it came and went again, where no round has it; null else. Such a line, and those below, are for those who work
	 * on rounds alone.
	 */
	readonly passedIn: number | null;
	/** What it became that came and went within one round; without a page where another line has the number. */
	readonly passing: readonly (PassingLine & { readonly hasPage: boolean })[];
	readonly relations: { readonly names: readonly RelatedInitiative[]; readonly namedBy: readonly RelatedInitiative[] };
	/** Open findings about it. */
	readonly findings: readonly Finding[];
	/** What its measures save in the year that matters; null when the plan's path has none of it. */
	readonly inTonnes: InitiativeInTonnes | null;
	/** Who changed what when, newest first. */
	readonly changes: readonly ChangeEntry[];
	/** Neighbours in the plan's order. */
	readonly previous: NumberAndTitle | null;
	readonly next: NumberAndTitle | null;
	/** Where the document says it: of the round's assessment or the last before, else of the plan's line; null when typed on the site. */
	readonly source: SourceCell | null;
};

export type ViewInitiativeInput = {
	readonly municipality: string;
	/** As printed ("20a"); case does not matter. */
	readonly number: string;
	/** Year of the round to show; without it the newest, or where the number has left the plan, the last that had it. */
	readonly year?: number;
};

/** Everything about one initiative. Throws not-found `initiative.unknown`, `round.unknown`. */
export async function viewInitiative(context: Context, input: ViewInitiativeInput): Promise<InitiativeView> {
	const at = await requireMay(context, 'plan.read', input.municipality);
	const record = await getPlanRecord(context, at);
	const { municipality } = record;
	const seesAll = can(context.actor, 'round.read', { municipalityCode: at.code });
	const shown = findLine(record, input, seesAll);
	if (!shown) {
		throw new DomainError('not-found', 'initiative.unknown', { municipality: municipality.name, number: input.number.slice(0, 40) });
	}
	const { stored, round, plan, index, line } = shown;
	const { initiative, assessment } = line;
	const legend = getLegend(stored, round?.year ?? null);
	const { changes, origins, passing } = await readPast(context, at.code, { stored, id: initiative.id, seesAll });
	const path = await context.database.read(at.code, (tx) => readPathBrief(tx, record));
	const colourReason = round && (await context.database.read(at.code, (tx) => readColourReason(tx, round, line)));
	const lastAssessed = assessment ? null : findLastAssessed(stored, initiative.id, round);
	const isAbout = ({ number, others }: Finding) => [number, ...others].includes(initiative.number);
	return {
		municipality,
		planTitle: plan.title,
		legend,
		initiative,
		section: plan.sections.find((section) => section.id === initiative.sectionId) ?? null,
		round,
		...placeInTime(record, shown),
		assessment,
		lastAssessed,
		legendAnswer: legend && assessment && legendColour(legend, initiative.priority, assessment.state),
		colourReason,
		fulfilmentRule: legend?.fulfilment.find((rule) => rule.colour === assessment?.fulfilment) ?? null,
		history: listHistory(stored, initiative.id),
		origins,
		passedIn: shown.passedIn ?? null,
		passing: passing.map((one) => ({ ...one, hasPage: findLine(record, { number: one.number }, seesAll)?.line.initiative.id === one.id })),
		relations: listRelations(plan, initiative),
		findings: listOpenFindings(record, round?.year ?? null).filter(isAbout),
		inTonnes: path ? findInitiativeInTonnes(path, initiative.number) : null,
		changes: changes.map((change) => toChangeEntry(change, stored.sections)),
		previous: plan.initiatives[index - 1] ?? null,
		next: plan.initiatives[index + 1] ?? null,
		source:
			(assessment ?? lastAssessed?.assessment)?.source ??
			stored.initiatives.find((each) => each.id === initiative.id)?.content.source ??
			null,
	};
}

type Reading = { readonly stored: StoredPlan; readonly id: string; readonly seesAll: boolean };

/** What has happened to the initiative, without what belongs to a round that the actor may not see before it is published. */
async function readPast({ database }: Context, municipalityCode: string, { stored, id, seesAll }: Reading) {
	return database.read(municipalityCode, async (tx) => {
		const rounds = seesAll ? [] : await listRounds(tx, stored.row.id, { publicOnly: false });
		const hidden = new Set(rounds.filter(({ isPublic }) => !isPublic).map(({ round }) => round.year));
		// A round that was withdrawn is nobody else's either: only years with a public round are shown.
		const shown = new Set(rounds.filter(({ isPublic }) => isPublic).map(({ round }) => round.year));
		const isSeen = (year: number | null) => seesAll || year === null || shown.has(year);
		const periods = await listPeriods(tx, stored.row.id);
		const all = tellCorrectedReasons(await listChangesOfInitiative(tx, stored.row.id, id), periods);
		const changes = all.filter(({ year }) => isSeen(year));
		const events = await listPlanEvents(tx, stored.row.id);
		return {
			changes: seesAll ? changes : hideDrafts(stored, { changes, hidden, id, periods }),
			origins: findOrigins(stored, events, id, hidden),
			passing: seesAll ? listPassing(stored, events, id) : [],
		};
	});
}

/** The times in which rounds of the plan were run here. */
async function listPeriods(tx: ReadTx, planId: string): Promise<RunPeriod[]> {
	const periods: RunPeriod[] = [];
	for (const { year } of await listRoundRuns(tx, planId)) {
		const period = findPeriod(year, await listRoundSteps(tx, planId, year));
		if (period) periods.push(period);
	}
	return periods;
}

type Past = {
	readonly changes: readonly (Change & ChangeOccasion)[];
	readonly hidden: ReadonlySet<number>;
	readonly id: string;
	readonly periods: readonly RunPeriod[];
};

function hideDrafts({ initiatives }: StoredPlan, { changes, hidden, id, periods }: Past) {
	const leftIn = initiatives.find((each) => each.id === id)?.content.withdrawnIn ?? null;
	return showOutcomes(
		changes.filter(({ year }) => year === null || !hidden.has(year)),
		periods,
		leftIn,
	);
}

function placeInTime(record: PlanRecord, { stored, round, line: { initiative } }: ShownLine) {
	const newest = findNewestPublic(stored);
	const isNewestRound = round?.year === newest?.year;
	const now = isNewestRound ? undefined : findInRound(record, stored, newest, initiative.number)?.line.initiative;
	return {
		isNewestRound,
		withdrawnIn: findWithdrawal(stored, initiative.id),
		numberNow: now && now.id !== initiative.id ? { number: now.number, title: now.title } : null,
	};
}

function findLastAssessed(stored: StoredPlan, id: string, shown: StatusRound | null): InitiativeView['lastAssessed'] {
	const last = listHistory(stored, id).findLast(({ round }) => shown !== null && round.year < shown.year);
	return last ? { year: last.round.year, assessment: last.assessment } : null;
}

/** The year an initiative left the plan; null also where that is a round that the reader cannot see yet. */
function findWithdrawal({ initiatives, rounds }: StoredPlan, id: string): number | null {
	const year = initiatives.find((row) => row.id === id)?.content.withdrawnIn ?? null;
	return year !== null && rounds.some(({ round }) => round.year >= year) ? year : null;
}

function listRelations(plan: Plan, { id, number, relations }: Initiative): InitiativeView['relations'] {
	const byNumber = new Map(plan.initiatives.map((each) => [getNumberKey(each.number), each]));
	const names = relations.map(({ kind, targetNumber }): RelatedInitiative => {
		const target = targetNumber === null ? undefined : byNumber.get(getNumberKey(targetNumber));
		return { kind, number: target?.number ?? targetNumber, title: target?.title ?? null };
	});
	const namedBy = plan.initiatives
		.filter((each) => each.id !== id)
		.flatMap((each) =>
			each.relations
				.filter(({ targetNumber }) => targetNumber !== null && getNumberKey(targetNumber) === getNumberKey(number))
				.map(({ kind }): RelatedInitiative => ({ kind, number: each.number, title: each.title })),
		);
	return { names, namedBy };
}
