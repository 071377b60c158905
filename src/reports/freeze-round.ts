import type { RoundComparison } from '#domain/followup/compare-rounds.ts';
import { countColours } from '#domain/followup/counts.ts';
import type { Finding } from '#domain/followup/finding.ts';
import { breaksGuide } from '#domain/followup/answer-rules.ts';
import { reduceEvents } from '#domain/followup/net-events.ts';
import type { PlanEvent } from '#domain/followup/plan-event.ts';
import type { Legend } from '#domain/followup/legend.ts';
import type { RoundMeeting } from '#domain/followup/round-stage.ts';
import type { AssessedInitiative, FollowUp } from '#domain/followup/status-round.ts';
import type { InitiativeTag } from '#domain/plan/initiative.ts';
import { locales, type Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import type { FrozenAccount, FrozenPath } from './frozen-figures.ts';
import {
	frozenSchema,
	layoutVersion,
	type Correction,
	type FrozenEvent,
	type FrozenFigures,
	type FrozenLine,
	type FrozenRound,
	type FrozenTexts,
} from './frozen-round.ts';
import { countSeverities, readReportSummary } from './report-summary.ts';
import { thawRound } from './thaw-round.ts';

/** What is known of an initiative beside plan and assessment. */
export type LineFacts = {
	readonly tags: readonly InitiativeTag[];
	readonly unit: string | null;
	/** Said about the colour of progress; counts where that is another than the reading guide's. */
	readonly colourReason: string | null;
};

export type FreezeInput = {
	readonly followUp: FollowUp;
	/** With the round before; null in a plan's first round. */
	readonly comparison: RoundComparison | null;
	readonly earlierSha256?: string | null;
	readonly findings: readonly Finding[];
	readonly facts?: ReadonlyMap<string, LineFacts>;
	readonly events?: readonly PlanEvent[];
	readonly accounts?: readonly FrozenAccount[];
	readonly path?: FrozenPath | undefined;
	/** True for a round whose answers were gathered here. */
	readonly isRun?: boolean;
	/** Meeting the round was presented at. */
	readonly meeting?: RoundMeeting | null;
	readonly version: number | null;
	readonly correction?: Correction | null;
};

/** Gathers everything a round's report says, in both languages. Pure, and the same for the same input. */
export function freezeRound({ followUp, comparison, findings, version, facts, correction = null, ...rest }: FreezeInput): FrozenRound {
	const { municipality, plan, round, legend } = followUp;
	const { code, name, slug, region, population, populationYear } = municipality;
	const { initiatives: _lines, ...ofPlan } = plan;
	const { year, title, statusDate, source } = round;
	const freezeLine = (line: AssessedInitiative) => makeLine(line, facts?.get(line.initiative.id));
	const freezeOwn = (line: AssessedInitiative) => ({ ...freezeLine(line), ...pickReason(line, legend, facts?.get(line.initiative.id)) });
	return compose({
		schema: frozenSchema,
		layoutVersion,
		version,
		correction,
		municipality: { code, name, slug, region, population, populationYear },
		plan: ofPlan,
		legend,
		round: { year, title, statusDate, source },
		...(rest.isRun && { isRun: true as const }),
		...(rest.meeting && { meeting: rest.meeting }),
		lines: followUp.lines.map(freezeOwn),
		comparison: comparison && {
			earlierYear: comparison.earlierYear,
			earlierSha256: rest.earlierSha256 ?? null,
			changes: comparison.changes.map(({ initiativeId, kind, progress, fulfilment, state, fields, before }) => ({
				...{ initiativeId, kind, progress, fulfilment, state, fields },
				before: before && freezeLine(before),
			})),
		},
		events: listNetEvents(rest.events ?? [], followUp).map(makeEvent),
		findings,
		...(rest.accounts && rest.accounts.length > 0 && { accounts: rest.accounts }),
		...(rest.path && { path: rest.path }),
		part: null,
	});
}

/** Adds what follows from the rest: the figures, and what the first page says. */
export function compose(facts: Omit<FrozenRound, 'figures' | 'texts'>): FrozenRound {
	const { followUp, comparison, findings } = thawRound(facts);
	const figures: FrozenFigures = {
		total: followUp.lines.length,
		...countColours(followUp.lines),
		changes: comparison && comparison.counts,
		findings: countSeverities(findings),
	};
	const write = (locale: Locale): FrozenTexts => ({
		title: m.report_title({ year: String(followUp.round.year) }, { locale }),
		municipality: writeMunicipality(followUp.municipality.name, locale),
		summary: readReportSummary(followUp, comparison, findings, locale),
	});
	return { ...facts, figures, texts: Object.fromEntries(locales.map((locale) => [locale, write(locale)])) as FrozenRound['texts'] };
}

// The register of municipalities says "Sorø"; a plan's own data may already say "Sorø Kommune".
function writeMunicipality(name: string, locale: Locale): string {
	return / kommune$/i.test(name) ? name : m.report_municipality({ name }, { locale });
}

function makeLine({ initiative, assessment }: AssessedInitiative, facts: LineFacts | undefined): FrozenLine {
	const { id, number, sectionId, title, sector, startDate, deadline, priority, priorityText, responsible, budget } = initiative;
	const { co2Relation, co2RelationText, sphere, quantity, relations } = initiative;
	return {
		initiative: {
			...{ id, number, sectionId, title, sector, startDate, deadline, priority, priorityText, responsible, budget },
			...{ co2Relation, co2RelationText, sphere, quantity, relations },
		},
		assessment: assessment && pickAssessment(assessment),
		tags: facts?.tags ?? [],
		unit: facts?.unit ?? null,
	};
}

function pickReason({ initiative, assessment }: AssessedInitiative, legend: Legend | null, facts: LineFacts | undefined) {
	if (!facts?.colourReason || !assessment) return {};
	return breaksGuide({ legend, priority: initiative.priority }, assessment) ? { colourReason: facts.colourReason } : {};
}

function pickAssessment({
	state,
	stateText,
	progress,
	fulfilment,
	fulfilmentText,
	remark,
}: NonNullable<AssessedInitiative['assessment']>): FrozenLine['assessment'] {
	return { state, stateText, progress, fulfilment, fulfilmentText, remark };
}

/** What happened in the round, without what was taken back in it. */
function listNetEvents(events: readonly PlanEvent[], { round, lines }: FollowUp): PlanEvent[] {
	const ids = new Set(lines.map(({ initiative }) => initiative.id));
	return reduceEvents(
		events.filter(({ year }) => year === round.year),
		(id) => ids.has(id),
	);
}

// Who did it and when is the history's; an owner may be a person, and no person is named in a report.
function makeEvent({ kind, initiativeId, otherId, before, after, decision, caseNumber }: PlanEvent): FrozenEvent {
	const isPersonal = kind === 'new owner';
	return { kind, initiativeId, otherId, before: isPersonal ? null : before, after: isPersonal ? null : after, decision, caseNumber };
}
