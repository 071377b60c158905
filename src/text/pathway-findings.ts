import type { StandingReason } from '#domain/followup/path-as-it-stands.ts';
import type { MeasureStanding } from '#domain/pathway/compiled.ts';
import type { CostPerspective, FactorBasis, MeasureRelation } from '#domain/pathway/model.ts';
import type { EffectAttribution } from '#domain/pathway/pathway.ts';
import type { PathwayFinding, PathwayRule } from '#domain/pathway/pathway-finding.ts';
import { formatList, formatNumber, formatShare, formatTonnes } from './format.ts';
import { joinYears } from './join-years.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

type Options = { readonly locale: Locale };
type Words = ReturnType<typeof readWords>;
type Sentence = (words: Words, options: Options, finding: PathwayFinding) => string;
type Label = (inputs: Record<string, never>, options: Options) => string;

const sentences: Record<PathwayRule, Sentence> = {
	unmatched: (words, options) =>
		words.meant === '' ? m.pathway_finding_unmatched(words, options) : m.pathway_finding_unmatched_meant(words, options),
	'removal-only': m.pathway_finding_removal_only,
	'unit-mismatch': m.pathway_finding_unit_mismatch,
	'missing-year': (words, options, { details }) =>
		details.what === 'activity' ? m.pathway_finding_missing_activity(words, options) : m.pathway_finding_missing_factor(words, options),
	'negative-baseline': m.pathway_finding_negative_baseline,
	'removal-sign': m.pathway_finding_removal_sign,
	'same-twice': (words, options, { details }) =>
		details.what === 'cell' ? m.pathway_finding_same_cell(words, options) : m.pathway_finding_same_measure(words, options),
	'spelled-twice': m.pathway_finding_spelled_twice,
	'range-order': m.pathway_finding_range_order,
	'full-before-start': m.pathway_finding_full_before_start,
	'end-before-start': m.pathway_finding_end_before_start,
	'steps-order': m.pathway_finding_steps_order,
	'never-in-effect': m.pathway_finding_never_in_effect,
	'effect-in-first-year': m.pathway_finding_first_year,
	'no-effect-stated': m.pathway_finding_no_effect_stated,
	'realisation-zero': m.pathway_finding_realisation_zero,
	'supporting-beside': m.pathway_finding_supporting_beside,
	'old-factor': m.pathway_finding_old_factor,
	'expired-factor': m.pathway_finding_expired_factor,
	'old-tonnes': m.pathway_finding_old_tonnes,
	'restricted-factor': m.pathway_finding_restricted_factor,
	'mixed-gwp': m.pathway_finding_mixed_gwp,
	'gwp-not-stated': m.pathway_finding_gwp_not_stated,
	'order-leaves-out': m.pathway_finding_order_leaves_out,
	'order-repeats': m.pathway_finding_order_repeats,
	'order-unknown': m.pathway_finding_order_unknown,
	'relation-unknown': m.pathway_finding_relation_unknown,
	'relation-circular': (words, options, { others }) =>
		others.length === 0 ? m.pathway_finding_relation_self(words, options) : m.pathway_finding_relation_circular(words, options),
	'baseline-version-unclear': m.pathway_finding_baseline_version,
	'alternative-not-counted': m.pathway_finding_alternative,
	'whole-given-up': m.pathway_finding_whole_given_up,
	'required-missing': m.pathway_finding_required_missing,
	'required-later': m.pathway_finding_required_later,
	'potential-used-twice': (words, options, { others }) =>
		others.length === 0 ? m.pathway_finding_potential_alone(words, options) : m.pathway_finding_potential(words, options),
	'moves-above-all': (words, options, { others }) =>
		others.length === 0 ? m.pathway_finding_moves_alone(words, options) : m.pathway_finding_moves(words, options),
	'factors-above-all': (words, options, { others }) =>
		others.length === 0 ? m.pathway_finding_factors_alone(words, options) : m.pathway_finding_factors(words, options),
	'tonnes-above-remaining': m.pathway_finding_tonnes,
	'adds-emissions': m.pathway_finding_adds,
	'target-year-outside': m.pathway_finding_target_outside,
	'target-without-reference': m.pathway_finding_target_reference,
	'target-same-year': m.pathway_finding_target_same_year,
	'cost-without-rate': m.pathway_finding_cost_rate,
};

/** What the calculation remarks on, as a sentence that names the measure or the place. */
export function pathwayFindingSentence(finding: PathwayFinding, locale: Locale): string {
	return sentences[finding.rule](readWords(finding, locale), { locale }, finding);
}

const standings: Record<MeasureStanding, Label> = {
	counted: m.pathway_standing_counted,
	supporting: m.pathway_standing_supporting,
	'counted inside': m.pathway_standing_inside,
	alternative: m.pathway_standing_alternative,
	'required missing': m.pathway_standing_required_missing,
	'in the baseline': m.pathway_standing_baseline,
	'outside the account': m.pathway_standing_outside,
	dropped: m.pathway_standing_dropped,
	'not calculated': m.pathway_standing_not_calculated,
};

/** Whether a measure is counted, and if not, why. A reason for how it stands tells what is on hold from what is given up. */
export function standingLabel(standing: MeasureStanding, locale: Locale, reason?: StandingReason): string {
	if (standing === 'dropped' && reason === 'on hold') return m.pathway_standing_on_hold({}, { locale });
	return standings[standing]({}, { locale });
}

const attributions: Record<EffectAttribution, Label> = {
	'stand-alone': m.pathway_attribution_stand_alone,
	'in order': m.pathway_attribution_in_order,
	'last in': m.pathway_attribution_last_in,
	shapley: m.pathway_attribution_shapley,
};

/** The word for a way to divide the joint effect. */
export function attributionLabel(attribution: EffectAttribution, locale: Locale): string {
	return attributions[attribution]({}, { locale });
}

const perspectives: Record<CostPerspective, Label> = {
	'municipal cash': m.pathway_perspective_cash,
	users: m.pathway_perspective_users,
	society: m.pathway_perspective_society,
};

/** Whose money a cost is. */
export function perspectiveLabel(perspective: CostPerspective, locale: Locale): string {
	return perspectives[perspective]({}, { locale });
}

const bases: Record<FactorBasis, Label> = {
	direct: m.pathway_basis_direct,
	'life cycle': m.pathway_basis_life_cycle,
	'well to wheel': m.pathway_basis_well_to_wheel,
	'125 % allocation': m.pathway_basis_125,
	'200 % allocation': m.pathway_basis_200,
};

/** What a factor covers, after "the factor is". */
export function factorBasisLabel(basis: FactorBasis, locale: Locale): string {
	return bases[basis]({}, { locale });
}

const relations: Record<Extract<MeasureRelation, { measure: string }>['kind'], Label> = {
	'counted inside': m.pathway_relation_inside,
	'alternative to': m.pathway_relation_alternative,
	requires: m.pathway_relation_requires,
};

function readWords({ details, others, ...finding }: PathwayFinding, locale: Locale) {
	// A year is a name, not a quantity: 2023, never 2.023.
	const text = (name: string) => String(details[name] ?? '');
	const label = (labels: Readonly<Record<string, Label>>, name: string) => labels[text(name)]?.({}, { locale }) ?? '';
	const number = (name: string) => (typeof details[name] === 'number' ? details[name] : 0);
	const isShare = details.share !== undefined || details.used !== undefined;
	const plain = [
		'unit',
		'per',
		'start',
		'full',
		'end',
		'firstYear',
		'lastYear',
		'factorYear',
		'set',
		'expected',
		'id',
		'from',
		'version',
		'potential',
		'meant',
		'year',
	] as const;
	return {
		...(Object.fromEntries(plain.map((name) => [name, text(name)])) as Record<(typeof plain)[number], string>),
		about: writeAbout(finding, locale),
		others: formatList(others, locale),
		years:
			typeof details.years === 'string'
				? formatList(joinYears(details.years.split(' ').map(Number)), locale)
				: formatNumber(number('years'), locale),
		count: formatNumber(number('count'), locale),
		tonnes: formatTonnes(number('tonnes'), locale),
		share: isShare ? formatShare(number('share') || number('used'), locale) : '',
		basis: label(bases, 'basis'),
		relation: label(relations, 'kind'),
		perspective: label(perspectives, 'perspective'),
	};
}

function writeAbout({ name, sector, carrier }: Pick<PathwayFinding, 'name' | 'sector' | 'carrier'>, locale: Locale): string {
	const place = [sector, carrier].filter((each) => each !== null).join(', ');
	if (name === null) return place === '' ? m.pathway_word_reference({}, { locale }) : place;
	return place === '' ? name : m.pathway_about({ name, place }, { locale });
}
