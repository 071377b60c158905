import type { Severity } from '../followup/finding.ts';

/** What the calculation remarks on instead of guessing. The sentence for each is in `text/`. */
export const pathwayRules = [
	'unmatched',
	'removal-only',
	'unit-mismatch',
	'missing-year',
	'negative-baseline',
	'removal-sign',
	'same-twice',
	'spelled-twice',
	'range-order',
	'full-before-start',
	'end-before-start',
	'steps-order',
	'never-in-effect',
	'effect-in-first-year',
	'no-effect-stated',
	'realisation-zero',
	'supporting-beside',
	'old-factor',
	'expired-factor',
	'old-tonnes',
	'restricted-factor',
	'mixed-gwp',
	'gwp-not-stated',
	'order-leaves-out',
	'order-repeats',
	'order-unknown',
	'relation-unknown',
	'relation-circular',
	'baseline-version-unclear',
	'alternative-not-counted',
	'whole-given-up',
	'required-missing',
	'required-later',
	'potential-used-twice',
	'moves-above-all',
	'factors-above-all',
	'tonnes-above-remaining',
	'adds-emissions',
	'target-year-outside',
	'target-without-reference',
	'target-same-year',
	'cost-without-rate',
] as const;
export type PathwayRule = (typeof pathwayRules)[number];

/** Something about a scenario that a person should know, with the measure's name where it is about one. */
export type PathwayFinding = {
	readonly rule: PathwayRule;
	/** With something `wrong` or `missing` the pathway is not complete and should not be published; a price that is missing is no tonne. */
	readonly severity: Severity;
	/** Id and title of the measure; null when it is about the baseline or the targets. */
	readonly measure: string | null;
	readonly name: string | null;
	/** Other measures it concerns, by title. */
	readonly others: readonly string[];
	readonly sector: string | null;
	readonly carrier: string | null;
	readonly details: Readonly<Record<string, string | number>>;
};

export type FindingFacts = Partial<Omit<PathwayFinding, 'rule' | 'severity'>>;

const severities: Record<PathwayRule, Severity> = {
	unmatched: 'wrong',
	'removal-only': 'wrong',
	'unit-mismatch': 'wrong',
	'missing-year': 'missing',
	'negative-baseline': 'wrong',
	'removal-sign': 'wrong',
	'same-twice': 'wrong',
	'spelled-twice': 'unclear',
	'range-order': 'wrong',
	'full-before-start': 'wrong',
	'end-before-start': 'wrong',
	'steps-order': 'wrong',
	'never-in-effect': 'unclear',
	'effect-in-first-year': 'unclear',
	'no-effect-stated': 'missing',
	'realisation-zero': 'unclear',
	'supporting-beside': 'unclear',
	'old-factor': 'unclear',
	'expired-factor': 'unclear',
	'old-tonnes': 'unclear',
	'restricted-factor': 'unclear',
	'mixed-gwp': 'unclear',
	'gwp-not-stated': 'unclear',
	'order-leaves-out': 'wrong',
	'order-repeats': 'wrong',
	'order-unknown': 'wrong',
	'relation-unknown': 'wrong',
	'relation-circular': 'wrong',
	'baseline-version-unclear': 'wrong',
	'alternative-not-counted': 'unclear',
	'whole-given-up': 'unclear',
	'required-missing': 'unclear',
	'required-later': 'unclear',
	'potential-used-twice': 'wrong',
	'moves-above-all': 'unclear',
	'factors-above-all': 'unclear',
	'tonnes-above-remaining': 'unclear',
	'adds-emissions': 'unclear',
	'target-year-outside': 'unclear',
	'target-without-reference': 'missing',
	'target-same-year': 'wrong',
	'cost-without-rate': 'missing',
};

/** Makes a finding; what it is not about is null. */
export function createFinding(rule: PathwayRule, facts: FindingFacts): PathwayFinding {
	const empty = { measure: null, name: null, others: [], sector: null, carrier: null, details: {} };
	return { ...empty, ...facts, rule, severity: severities[rule] };
}
