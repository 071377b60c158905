import { findingRules, severities, type FindingRule, type Severity } from '#domain/followup/finding.ts';
import type { CheckedFinding } from '#usecases/followup/check-plan.ts';

/** The findings of one rule and severity, open ones apart from those that somebody has said are no problem here. */
export type RuleFindings = {
	readonly rule: FindingRule;
	readonly severity: Severity;
	readonly open: readonly CheckedFinding[];
	readonly dismissed: readonly CheckedFinding[];
};

/** Groups findings by severity, worst first, and within it by rule. A rule may find both what is wrong and what is unclear. */
export function groupByRule(findings: readonly CheckedFinding[]): RuleFindings[] {
	return severities.flatMap((severity) =>
		findingRules.flatMap((rule) => {
			const own = findings.filter((finding) => finding.rule === rule && finding.severity === severity);
			if (own.length === 0) return [];
			return { rule, severity, open: own.filter((one) => !one.dismissal), dismissed: own.filter((one) => one.dismissal) };
		}),
	);
}
