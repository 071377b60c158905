import type { AccountFigure } from '#domain/account/account-figure.ts';
import type { RoundComparison } from '#domain/followup/compare-rounds.ts';
import type { ColourCounts, GroupCounts } from '#domain/followup/counts.ts';
import type { Finding, Severity } from '#domain/followup/finding.ts';
import type { AssessedInitiative, StatusRound } from '#domain/followup/status-round.ts';
import type { MunicipalityProfile, Plan, Section } from '#domain/plan/plan.ts';
import type { Context } from '../context.ts';

/** One section or sector with its colours. `underWay` counts states "in progress" and "partly in progress". */
export type GroupSummary = GroupCounts & { readonly title: string | null; readonly underWay: number };

/** The page "Hvor står vi?". A municipality without a plan has `plan: null` and empty lists. */
export type MunicipalityView = {
	readonly municipality: MunicipalityProfile;
	readonly plan: Plan | null;
	/** Latest round; null before the first follow-up. */
	readonly round: StatusRound | null;
	/** All rounds, newest first. */
	readonly rounds: readonly StatusRound[];
	readonly total: number;
	readonly counts: ColourCounts;
	readonly sections: readonly (GroupSummary & { readonly section: Section | null })[];
	readonly sectors: readonly GroupSummary[];
	/** Against the round before; null in the first year. */
	readonly comparison: RoundComparison | null;
	/** Red in progress or fulfilment. */
	readonly behind: readonly AssessedInitiative[];
	/** Open findings of the plan check (dismissed ones are left out), worst first. */
	readonly findings: readonly Finding[];
	readonly findingCounts: Readonly<Record<Severity, number>>;
	readonly account: readonly AccountFigure[];
	/** When anything of this municipality was last changed, and the import it came with. */
	readonly changedAt: Date | null;
};

/** Everything that the municipality's first page says, by code ("0340") or slug ("soroe"). */
export async function viewMunicipality(context: Context, input: { readonly municipality: string }): Promise<MunicipalityView> {
	throw new Error(`unfinished ${typeof context} ${input.municipality}`);
}
