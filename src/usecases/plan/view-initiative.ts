import type { Assessment } from '#domain/followup/assessment.ts';
import type { Finding } from '#domain/followup/finding.ts';
import type { FulfilmentRule, Legend, LegendAnswer } from '#domain/followup/legend.ts';
import type { StatusRound } from '#domain/followup/status-round.ts';
import type { Initiative, RelationKind } from '#domain/plan/initiative.ts';
import type { MunicipalityProfile, Section } from '#domain/plan/plan.ts';
import type { Context } from '../context.ts';
import type { ChangeEntry } from './change-entry.ts';

/** An initiative named by another one; `title` is null when the number does not exist. */
export type RelatedInitiative = { readonly kind: RelationKind; readonly number: string | null; readonly title: string | null };

export type InitiativeView = {
	readonly municipality: MunicipalityProfile;
	readonly planTitle: string;
	readonly legend: Legend | null;
	readonly initiative: Initiative;
	readonly section: Section | null;
	/** The round shown (the latest unless a year was asked for) and the assessment in it. */
	readonly round: StatusRound | null;
	readonly assessment: Assessment | null;
	/** What the reading guide says of its priority and state; null without a guide. */
	readonly legendAnswer: LegendAnswer | null;
	/** The guide's line for its colour of fulfilment; null when there is none. */
	readonly fulfilmentRule: FulfilmentRule | null;
	/** Every round in which it was assessed, oldest first. */
	readonly history: readonly { readonly round: StatusRound; readonly assessment: Assessment }[];
	readonly relations: { readonly names: readonly RelatedInitiative[]; readonly namedBy: readonly RelatedInitiative[] };
	/** Open findings about it. */
	readonly findings: readonly Finding[];
	/** Who changed what when, newest first. */
	readonly changes: readonly ChangeEntry[];
	/** Neighbours in the plan's order. */
	readonly previous: { readonly number: string; readonly title: string } | null;
	readonly next: { readonly number: string; readonly title: string } | null;
};

/** Everything about one initiative, by its number as printed ("20a"; case does not matter). Throws not-found `initiative.unknown`. */
export async function viewInitiative(
	context: Context,
	input: { readonly municipality: string; readonly number: string; readonly year?: number },
): Promise<InitiativeView> {
	throw new Error(`unfinished ${typeof context} ${input.number}`);
}
