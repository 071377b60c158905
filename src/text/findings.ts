import type { Progress, State } from '#domain/followup/assessment.ts';
import type { DraftField } from '#domain/followup/draft-initiative.ts';
import type { Finding, FindingRule } from '#domain/followup/finding.ts';
import type { Priority } from '#domain/plan/initiative.ts';
import { formatDate, formatList, formatNumber } from './format.ts';
import { colourLabel, fieldLabel, priorityLabel, stateLabel } from './labels.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

/** Longest quotation in a sentence; the whole text stands beside the finding. */
const longestQuote = 160;

/** A finding's parts as the words and numbers of a sentence. */
type Words = ReturnType<typeof readWords>;
type Sentence = (words: Words, options: { locale: Locale }, finding: Finding) => string;

const sentences: Record<FindingRule, Sentence> = {
	'colour-against-legend': (words, options, { details }) =>
		details.kind === 'other colour'
			? m.domain_finding_colour_other(words, options)
			: details.kind === 'other state'
				? m.domain_finding_colour_state(words, options)
				: m.domain_finding_colour_silent(words, options),
	'priority-outside-legend': (words, options, { details }) =>
		details.progress === 'none'
			? m.domain_finding_priority_outside_uncoloured(words, options)
			: m.domain_finding_priority_outside(words, options),
	'under-way-without-start': m.domain_finding_under_way_without_start,
	'under-way-before-start': m.domain_finding_under_way_before_start,
	'start-passed-not-started': m.domain_finding_start_passed,
	'on-hold-in-several-colours': (_, options, finding) =>
		m.domain_finding_on_hold({ colours: formatList(listColours(finding, options.locale), options.locale) }, options),
	'missing-remark': m.domain_finding_missing_remark,
	'missing-budget': m.domain_finding_missing_budget,
	'missing-responsible': m.domain_finding_missing_responsible,
	'missing-progress': (words, options, { details }) =>
		details.lastYear === undefined
			? m.domain_finding_missing_progress(words, options)
			: m.domain_finding_missing_progress_last(words, options),
	'missing-fulfilment': (words, options, { number }) =>
		number === null ? m.domain_finding_missing_fulfilments(words, options) : m.domain_finding_missing_fulfilment(words, options),
	'fulfilment-is-prose': m.domain_finding_fulfilment_prose,
	'sum-does-not-add-up': m.domain_finding_sum,
	'same-text-twice': m.domain_finding_same_text,
	'relation-to-unknown': (words, options, { others }) =>
		others.length === 0 ? m.domain_finding_relation_unknown(words, options) : m.domain_finding_relation_split(words, options),
	'value-spelled-several-ways': m.domain_finding_spelled,
	'units-mixed': (words, options, { details }) =>
		details.bare === ''
			? m.domain_finding_units_powers(words, options)
			: details.powers === ''
				? m.domain_finding_units_bare(words, options)
				: m.domain_finding_units_both(words, options),
	'colour-column-inferred': m.domain_finding_inferred,
};

/** The finding as one sentence or two: what it is, about which initiative, and the text it is about. */
export function findingSentence(finding: Finding, locale: Locale): string {
	return sentences[finding.rule](readWords(finding, locale), { locale }, finding);
}

type Short = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const advice: Record<FindingRule, Short> = {
	'colour-against-legend': m.domain_advice_colour_against_legend,
	'priority-outside-legend': m.domain_advice_priority_outside_legend,
	'under-way-without-start': m.domain_advice_under_way_without_start,
	'under-way-before-start': m.domain_advice_under_way_before_start,
	'start-passed-not-started': m.domain_advice_start_passed_not_started,
	'on-hold-in-several-colours': m.domain_advice_on_hold_in_several_colours,
	'missing-remark': m.domain_advice_missing_remark,
	'missing-budget': m.domain_advice_missing_budget,
	'missing-responsible': m.domain_advice_missing_responsible,
	'missing-progress': m.domain_advice_missing_progress,
	'missing-fulfilment': m.domain_advice_missing_fulfilment,
	'fulfilment-is-prose': m.domain_advice_fulfilment_is_prose,
	'sum-does-not-add-up': m.domain_advice_sum_does_not_add_up,
	'same-text-twice': m.domain_advice_same_text_twice,
	'relation-to-unknown': m.domain_advice_relation_to_unknown,
	'value-spelled-several-ways': m.domain_advice_value_spelled_several_ways,
	'units-mixed': m.domain_advice_units_mixed,
	'colour-column-inferred': m.domain_advice_colour_column_inferred,
};

/** What a coordinator can do about it. */
export function findingAdvice(rule: FindingRule, locale: Locale): string {
	return advice[rule]({}, { locale });
}

const names: Record<FindingRule, Short> = {
	'colour-against-legend': m.domain_rule_colour_against_legend,
	'priority-outside-legend': m.domain_rule_priority_outside_legend,
	'under-way-without-start': m.domain_rule_under_way_without_start,
	'under-way-before-start': m.domain_rule_under_way_before_start,
	'start-passed-not-started': m.domain_rule_start_passed_not_started,
	'on-hold-in-several-colours': m.domain_rule_on_hold_in_several_colours,
	'missing-remark': m.domain_rule_missing_remark,
	'missing-budget': m.domain_rule_missing_budget,
	'missing-responsible': m.domain_rule_missing_responsible,
	'missing-progress': m.domain_rule_missing_progress,
	'missing-fulfilment': m.domain_rule_missing_fulfilment,
	'fulfilment-is-prose': m.domain_rule_fulfilment_is_prose,
	'sum-does-not-add-up': m.domain_rule_sum_does_not_add_up,
	'same-text-twice': m.domain_rule_same_text_twice,
	'relation-to-unknown': m.domain_rule_relation_to_unknown,
	'value-spelled-several-ways': m.domain_rule_value_spelled_several_ways,
	'units-mixed': m.domain_rule_units_mixed,
	'colour-column-inferred': m.domain_rule_colour_column_inferred,
};

/** The rule's name, for headings and filters. */
export function ruleLabel(rule: FindingRule, locale: Locale): string {
	return names[rule]({}, { locale });
}

function readWords(finding: Finding, locale: Locale) {
	const { details, others, rule } = finding;
	const involved = finding.number === null || rule !== 'same-text-twice' ? others : [finding.number, ...others];
	const count = (name: string) => (typeof details[name] === 'number' ? formatNumber(details[name], locale) : String(details[name] ?? ''));
	return {
		number: finding.number ?? '',
		numbers: formatList(involved, locale),
		candidates: formatList(others, locale),
		text: quote(finding.text ?? ''),
		count: count('count'),
		sum: count('sum'),
		// A year is a name, not a quantity: 2023, never 2.023.
		lastYear: String(details.lastYear ?? ''),
		total: count('total'),
		unit: details.unit === 't' ? m.domain_unit_tonnes({}, { locale }) : String(details.unit ?? ''),
		parts: formatList(readParts(details.parts, locale), locale),
		priority: details.priority === undefined ? '' : writePriority(details.priority, locale),
		state: details.state === undefined || details.state === 'none' ? '' : lower(stateLabel(details.state as State, locale)),
		progress: writeColour(details.progress, locale),
		expected: writeColour(details.expected, locale),
		lastProgress: writeColour(details.lastProgress, locale),
		start: formatDate(String(details.startDate ?? ''), locale),
		target: String(details.target ?? ''),
		field: writeField(finding, locale),
		powers: formatList(String(details.powers ?? '').split('; '), locale),
		bare: formatList(String(details.bare ?? '').split('; '), locale),
	};
}

function writePriority(priority: unknown, locale: Locale): string {
	return priority === 'none' ? m.domain_priority_none({}, { locale }) : lower(priorityLabel(priority as Priority, locale));
}

function writeField({ details, rule }: Finding, locale: Locale): string {
	if (details.field === undefined) return '';
	const label = fieldLabel(details.field as DraftField, locale);
	return rule === 'colour-column-inferred' ? lower(label) : label;
}

function readParts(parts: string | number | undefined, locale: Locale): string[] {
	return String(parts ?? '')
		.split(' + ')
		.map((part) => formatNumber(Number(part), locale));
}

function listColours({ others, details }: Finding, locale: Locale): string[] {
	return others.map((number) => {
		const colour = details[number] === 'none' ? m.domain_finding_no_colour({}, { locale }) : writeColour(details[number], locale);
		return m.domain_finding_on_hold_item({ number, colour }, { locale });
	});
}

function writeColour(colour: string | number | undefined, locale: Locale): string {
	return colour === undefined || colour === 'none' ? '' : lower(colourLabel(colour as Progress, locale));
}

function lower(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}

function quote(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length <= longestQuote ? line : `${line.slice(0, longestQuote).replace(/\s\S*$/, '')} …`;
}
