/** The rules of the plan check (Danish: plantjek). */
export const findingRules = [
	'colour-against-legend',
	'priority-outside-legend',
	'under-way-without-start',
	'under-way-before-start',
	'start-passed-not-started',
	'on-hold-in-several-colours',
	'missing-remark',
	'missing-budget',
	'missing-responsible',
	'missing-progress',
	'missing-fulfilment',
	'fulfilment-is-prose',
	'sum-does-not-add-up',
	'same-text-twice',
	'relation-to-unknown',
	'value-spelled-several-ways',
	'units-mixed',
	'colour-column-inferred',
] as const;
export type FindingRule = (typeof findingRules)[number];

/** `wrong` contradicts itself or the reading guide, `unclear` needs a decision, `missing` lacks something. Worst first. */
export const severities = ['wrong', 'unclear', 'missing'] as const;
export type Severity = (typeof severities)[number];

/** Something the plan check found. The sentence for a rule is in `text/`; `details` fill its places. */
export type Finding = {
	readonly rule: FindingRule;
	readonly severity: Severity;
	/** Number of the initiative it is about; null when it is about the whole plan. */
	readonly number: string | null;
	/** Other initiatives it concerns, by number. */
	readonly others: readonly string[];
	/** The text it is about, as the document writes it. */
	readonly text: string | null;
	readonly details: Readonly<Record<string, string | number>>;
	/** Stable across runs while the matter is the same, so that "not a problem here" can be remembered. */
	readonly key: string;
};
