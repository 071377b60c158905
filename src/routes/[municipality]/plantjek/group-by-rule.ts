import { findingRules, type FindingRule, type Severity } from '#domain/followup/finding.ts';
import type { CheckedFinding } from '#usecases/followup/check-plan.ts';

/** The findings of one rule, open ones apart from those that somebody has said are no problem here. */
export type RuleFindings = {
	readonly rule: FindingRule;
	readonly severity: Severity;
	readonly open: readonly CheckedFinding[];
	readonly dismissed: readonly CheckedFinding[];
};

/** Groups findings by rule, in the order of the rules; a rule that found nothing is left out. */
export function groupByRule(findings: readonly CheckedFinding[]): RuleFindings[] {
	return findingRules.flatMap((rule) => {
		const own = findings.filter((finding) => finding.rule === rule);
		const first = own[0];
		if (!first) return [];
		return { rule, severity: first.severity, open: own.filter((one) => !one.dismissal), dismissed: own.filter((one) => one.dismissal) };
	});
}
