import { checkPlan } from '#domain/followup/plan-check/check-plan.ts';
import type { Finding, Severity } from '#domain/followup/finding.ts';
import type { FindingDismissal } from '#storage/finding-dismissals.ts';
import { findFollowUp, listEarlier, type PlanRecord } from '../plan/plan-record.ts';

export type CheckedRound = { readonly finding: Finding; readonly dismissal: FindingDismissal | null }[];

// The check is pure, so what it found in a record holds as long as the record does.
const found = new WeakMap<PlanRecord, Map<number, CheckedRound>>();

/** The findings of a round, worst first, each with its dismissal when a person has called it no problem. Nothing without a round. */
export function listCheckedFindings(record: PlanRecord, year: number | null): CheckedRound {
	if (year === null) return [];
	const known = found.get(record) ?? new Map<number, CheckedRound>();
	found.set(record, known);
	const before = known.get(year);
	if (before) return before;
	const followUp = findFollowUp(record, year);
	const dismissals = new Map(record.stored?.dismissals.map((dismissal) => [dismissal.key, dismissal]));
	const findings = followUp ? checkPlan(followUp, listEarlier(record, year)) : [];
	const checked = findings.map((finding) => ({ finding, dismissal: dismissals.get(finding.key) ?? null }));
	known.set(year, checked);
	return checked;
}

/** The findings nobody has dismissed. */
export function listOpenFindings(record: PlanRecord, year: number | null): Finding[] {
	return listCheckedFindings(record, year)
		.filter(({ dismissal }) => dismissal === null)
		.map(({ finding }) => finding);
}

/** How many findings of each severity. */
export function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
	const counts = { wrong: 0, unclear: 0, missing: 0 };
	for (const finding of findings) counts[finding.severity] += 1;
	return counts;
}
