import type { Assessment } from '#domain/followup/assessment.ts';
import type { RoundComparison, InitiativeChange, FieldChange } from '#domain/followup/compare-rounds.ts';
import type { ColourCounts } from '#domain/followup/counts.ts';
import type { Finding, Severity } from '#domain/followup/finding.ts';
import type { Legend } from '#domain/followup/legend.ts';
import type { RoundMeeting } from '#domain/followup/round-stage.ts';
import type { PlanEvent } from '#domain/followup/plan-event.ts';
import type { ReportFact } from '#domain/followup/report-fact.ts';
import type { ReportPart } from '#domain/followup/report-part.ts';
import type { StatusRound } from '#domain/followup/status-round.ts';
import type { Initiative, InitiativeTag, TagKind } from '#domain/plan/initiative.ts';
import type { Municipality, Plan } from '#domain/plan/plan.ts';
import type { Locale } from '#text/locale.ts';
import { hashContent, writeCanonicalJson } from './canonical-json.ts';
import type { FrozenAccount, FrozenPath } from './frozen-figures.ts';
import type { ReportSummary } from './report-content.ts';

/** Grows when a field of `FrozenRound` changes its meaning or goes away; a new field does not make it grow. */
export const frozenSchema = 2;
/** Grows when the files are set out anew, so that it can be told which layout a stored file has. */
export const layoutVersion = 11;

/**
 * Everything a round's report says, whatever the language: what is frozen when a round is published, what its SHA-256 is
 * calculated of, and what every page and file of it is made from. Nothing in it comes from a clock but the day on which a version that is
 * corrected was published, and no person is named.
 */
export type FrozenRound = {
	readonly schema: typeof frozenSchema;
	readonly layoutVersion: number;
	/** Counts the published versions of the round's report, from 1; null for a round that is not published and not public. */
	readonly version: number | null;
	/** What a version after the first corrects. */
	readonly correction: Correction | null;
	readonly municipality: Municipality;
	readonly plan: Omit<Plan, 'initiatives'>;
	readonly legend: Legend | null;
	readonly round: Omit<StatusRound, 'version' | 'planId'>;
	/** True for a round whose answers were gathered here; left out for one that came whole from a document. */
	readonly isRun?: true | undefined;
	/** Meeting that it was presented at; left out where there was none. */
	readonly meeting?: RoundMeeting | undefined;
	/** In the plan's order. */
	readonly lines: readonly FrozenLine[];
	/** Against the round before; null in the first. */
	readonly comparison: FrozenComparison | null;
	/** What happened to the plan's lines in this round. */
	readonly events: readonly FrozenEvent[];
	/** Open findings of the plan check, worst first. */
	readonly findings: readonly Finding[];
	/** The green account, by kind; left out where there was none, and in a part of a report. */
	readonly accounts?: readonly FrozenAccount[] | undefined;
	/** The path in tonnes; left out where there was none, and in a part of a report. */
	readonly path?: FrozenPath | undefined;
	readonly figures: FrozenFigures;
	/** What the first page says, in both languages. */
	readonly texts: Readonly<Record<Locale, FrozenTexts>>;
	/** What part of a whole report this is; null for the whole. */
	readonly part: FrozenPart | null;
};

/** The version that a correction takes the place of, why, and in what they differ. */
export type Correction = {
	/** `published` is the day that it was; older corrections do not say it. */
	readonly replaces: { readonly version: number; readonly sha256: string; readonly published?: string | undefined };
	readonly reason: string;
	readonly differences: readonly Difference[];
	/** What the versions say differently of the round itself; left out where that is nothing. */
	readonly facts?: readonly FactDifference[] | undefined;
};

/** One thing beside the initiatives in which two versions differ. With the same value on both sides, or none, it differs in what else it says. */
export type FactDifference = { readonly field: ReportFact; readonly before: string | null; readonly after: string | null };

/** One value in which two versions differ. `field` null: the whole initiative came or went. */
export type Difference = Omit<FieldChange, 'field'> & {
	readonly field: FieldChange['field'] | 'colourReason' | 'relations' | 'unit' | TagKind | null;
	readonly number: string;
	readonly title: string;
};

export type FrozenInitiative = Omit<Initiative, 'version' | 'position'>;
export type FrozenAssessment = Omit<Assessment, 'initiativeId' | 'year' | 'source' | 'version'>;
export type FrozenLine = {
	readonly initiative: FrozenInitiative;
	readonly assessment: FrozenAssessment | null;
	readonly tags: readonly InitiativeTag[];
	/** Name of the organisation unit that answers for it. */
	readonly unit: string | null;
	/** Why its progress has another colour than the reading guide's; left out where it has not, or where nothing was said. */
	readonly colourReason?: string | undefined;
};

export type FrozenChange = Pick<InitiativeChange, 'initiativeId' | 'kind' | 'progress' | 'fulfilment' | 'state' | 'fields'> & {
	/** What the round before said; null for a new initiative. */
	readonly before: FrozenLine | null;
};
export type FrozenComparison = Pick<RoundComparison, 'earlierYear'> & {
	/** The published report that is compared with; null when the round before was not published here. */
	readonly earlierSha256: string | null;
	readonly changes: readonly FrozenChange[];
};

export type FrozenEvent = Omit<PlanEvent, 'year' | 'who' | 'at'>;
export type FrozenFigures = ColourCounts & {
	readonly total: number;
	readonly changes: Partial<RoundComparison['counts']> | null;
	readonly findings: Readonly<Record<Severity, number>>;
};
export type FrozenTexts = { readonly title: string; readonly municipality: string; readonly summary: ReportSummary };

/** `of` is the SHA-256 of the whole. */
export type FrozenPart = ReportPart & { readonly of: string };

/** SHA-256 of a frozen round's canonical JSON. */
export function hashFrozenRound(frozen: FrozenRound): string {
	return hashContent(writeCanonicalJson(frozen));
}
