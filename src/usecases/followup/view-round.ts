import type { RoundComparison } from '#domain/followup/compare-rounds.ts';
import type { Finding } from '#domain/followup/finding.ts';
import type { FollowUp, StatusRound } from '#domain/followup/status-round.ts';
import type { Context } from '../context.ts';

export type RoundView = {
	readonly followUp: FollowUp;
	/** Against the round before; null in the first. */
	readonly comparison: RoundComparison | null;
	/** All rounds of the plan, newest first. */
	readonly rounds: readonly StatusRound[];
	/** Open findings, worst first. */
	readonly findings: readonly Finding[];
	/** When anything the report shows was last changed. */
	readonly changedAt: Date;
};

/** One round as the report shows it. Throws not-found `round.unknown` when the plan has no round of that year. */
export async function viewRound(context: Context, input: { readonly municipality: string; readonly year: number }): Promise<RoundView> {
	throw new Error(`unfinished ${typeof context} ${input.year}`);
}
