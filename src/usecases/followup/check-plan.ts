import type { Finding, Severity } from '#domain/followup/finding.ts';
import type { StatusRound } from '#domain/followup/status-round.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import type { Context } from '../context.ts';
import { findShownRound, getPlanRecord } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';
import { countSeverities, listCheckedFindings } from './find-findings.ts';

/** That a person has said "not a problem here", and why. */
export type Dismissal = { readonly reason: string; readonly who: string; readonly at: Date };
export type CheckedFinding = Finding & { readonly dismissal: Dismissal | null };

export type PlanCheckView = {
	readonly municipality: MunicipalityProfile;
	/** Latest round unless a year was asked for; null when there is nothing to check yet. */
	readonly round: StatusRound | null;
	/** Worst first, then by rule and number; dismissed ones included. */
	readonly findings: readonly CheckedFinding[];
	/** Open findings per severity. */
	readonly counts: Readonly<Record<Severity, number>>;
	readonly dismissed: number;
};

/** Runs the plan check on a round and says which findings have been dismissed. */
export async function checkPlan(
	context: Context,
	input: { readonly municipality: string; readonly year?: number },
): Promise<PlanCheckView> {
	const at = await requireMay(context, 'plan.read', input.municipality);
	const record = await getPlanRecord(context, at);
	const round = findShownRound(record, input.year);
	const checked = listCheckedFindings(record, round?.year ?? null);
	const open = checked.filter(({ dismissal }) => dismissal === null).map(({ finding }) => finding);
	return {
		municipality: record.municipality,
		round,
		findings: checked.map(({ finding, dismissal }) => ({ ...finding, dismissal })),
		counts: countSeverities(open),
		dismissed: checked.length - open.length,
	};
}
