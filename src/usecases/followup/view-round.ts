import type { RoundComparison } from '#domain/followup/compare-rounds.ts';
import type { Finding } from '#domain/followup/finding.ts';
import type { FollowUp, StatusRound } from '#domain/followup/status-round.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { contentHash } from '#reports/content-hash.ts';
import { buildStatusReport, type StatusReport } from '#reports/status-report.ts';
import type { Context } from '../context.ts';
import { findFollowUp, getPlanRecord, type StoredPlan } from '../plan/plan-record.ts';
import { compareWithPrevious } from '../plan/view-municipality.ts';
import { requireMay } from '../require-may.ts';
import { listOpenFindings } from './find-findings.ts';

export type RoundView = {
	readonly municipality: MunicipalityProfile;
	readonly followUp: FollowUp;
	/** Against the round before; null in the first. */
	readonly comparison: RoundComparison | null;
	/** All rounds of the plan, newest first. */
	readonly rounds: readonly StatusRound[];
	/** Open findings, worst first. */
	readonly findings: readonly Finding[];
	/** When anything the report shows was last changed. */
	readonly changedAt: Date;
	/** The report in words, as every format sets it out. */
	readonly report: StatusReport;
	/** SHA-256 of the report's content. */
	readonly hash: string;
	/** False when the plan is not published, so that only those who may edit it see this. */
	readonly isPublic: boolean;
};

/** One round as the report shows it, Danish unless said. Throws not-found `round.unknown` when the plan has no round of that year. */
export async function viewRound(
	context: Context,
	input: { readonly municipality: string; readonly year: number; readonly locale?: 'da' | 'en' },
): Promise<RoundView> {
	const at = await requireMay(context, 'plan.read', input.municipality);
	const record = await getPlanRecord(context, at);
	const { municipality, stored } = record;
	const followUp = findFollowUp(record, input.year);
	if (!stored || !followUp) throw new DomainError('not-found', 'round.unknown', { municipality: municipality.name, year: input.year });
	const comparison = compareWithPrevious(record, input.year);
	const findings = listOpenFindings(record, input.year);
	// Rounds are not published in versions yet, so every report is of the first.
	const report = buildStatusReport(followUp, comparison, findings, { locale: input.locale ?? 'da', version: 1 });
	return {
		municipality,
		followUp,
		comparison,
		rounds: stored.rounds.map((each) => each.round),
		findings,
		changedAt: getLastChange(stored, input.year),
		report,
		hash: contentHash(report),
		isPublic: stored.row.isPublic,
	};
}

function getLastChange(stored: StoredPlan, year: number): Date {
	const assessments = [...(stored.assessments.get(year)?.values() ?? [])];
	const rounds = stored.rounds.filter(({ round }) => round.year === year);
	const times = [stored.row, ...rounds, ...assessments, ...stored.initiatives].map(({ changedAt }) => changedAt.getTime());
	return new Date(times.reduce((last, time) => Math.max(last, time), 0));
}
