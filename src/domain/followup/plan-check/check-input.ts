import type { Initiative } from '#domain/plan/initiative.ts';
import type { Assessment } from '../assessment.ts';
import type { Finding, FindingRule, Severity } from '../finding.ts';
import type { FollowUp } from '../status-round.ts';

/** One initiative that has an assessment in the round: what every rule looks at. */
export type CheckedLine = { readonly initiative: Initiative; readonly assessment: Assessment };

/** What the rules of the plan check are given. `previous` are earlier rounds, latest first. */
export type CheckInput = {
	readonly followUp: FollowUp;
	readonly lines: readonly CheckedLine[];
	readonly previous: readonly FollowUp[];
};

/** One rule group of the plan check. */
export type CheckRules = (input: CheckInput) => Finding[];

/** Parts of a finding that a rule must say; the rest is empty when left out. */
export type FindingParts = {
	readonly rule: FindingRule;
	readonly severity: Severity;
	readonly number: string | null;
	readonly others?: readonly string[];
	readonly text?: string | null;
	readonly details?: Readonly<Record<string, string | number>>;
	/** What makes this the same matter next time, beside rule and numbers: the values in question. */
	readonly matter?: readonly (string | number | null)[];
};

/** Completes a finding and gives it its key: rule, number and a short hash of the values and the other initiatives in question. */
export function makeFinding(parts: FindingParts): Finding {
	const { rule, severity, number, others = [], text = null, details = {}, matter = [] } = parts;
	const key = `${rule}:${number?.toLowerCase() ?? 'several'}:${hashText(JSON.stringify([...matter, ...others]))}`;
	return { rule, severity, number, others, text, details, key };
}

/** FNV-1a in 32 bits: keys only have to differ when the matter does; nobody gains by a collision. */
function hashText(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (hash >>> 0).toString(16).padStart(8, '0');
}
