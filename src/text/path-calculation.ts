import type { StandingReason } from '#domain/followup/path-as-it-stands.ts';
import type { CellTerms, EffectTerms, FigureTerms } from '#domain/pathway/explain-figure.ts';
import type { Amount, EffectKind } from '#domain/pathway/model.ts';
import { formatNumber, formatShare, formatTonnes } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';
import { activityUnitLabel } from './measure-words.ts';
import { standingLabel } from './pathway-findings.ts';

type Label = (inputs: Record<string, never>, options: { readonly locale: Locale }) => string;

const kinds: Record<EffectKind, Label> = {
	'reduce need': m.path_effect_reduce_need,
	'improve efficiency': m.path_effect_improve_efficiency,
	move: m.path_effect_move,
	'cut factor': m.path_effect_cut_factor,
	'set factor': m.path_effect_set_factor,
	capture: m.path_effect_capture,
	tonnes: m.path_effect_tonnes,
	uptake: m.path_effect_uptake,
	supporting: m.path_effect_supporting,
};

/** The word for what a measure does. */
export function effectKindLabel(kind: EffectKind, locale: Locale): string {
	return kinds[kind]({}, { locale });
}

/** How a measure's figure of a year is calculated, a sentence to each term. `reason` is why it stands as it does after a round. */
export function describeCalculation(terms: FigureTerms, locale: Locale, reason?: StandingReason): string[] {
	const effects = terms.effects.flatMap((effect) => [
		describeEffect(terms, effect, locale),
		...effect.cells.map((cell) => describeCell(cell, locale)),
	]);
	return [...effects, describeResult(terms, locale, reason)];
}

function describeEffect({ realisation, ramp, year }: FigureTerms, effect: EffectTerms, locale: Locale): string {
	const { kind, stated, strength, newKilograms, ratio } = effect;
	const [from = '', to = ''] = effect.cells.map(({ unit }) => activityUnitLabel(unit, locale));
	const write = (value: number) => (kind === 'tonnes' || kind === 'uptake' ? formatTonnes(value, locale) : formatShare(value, locale));
	const words = {
		kind: kinds[kind]({}, { locale }),
		stated: stated === null ? '' : writeAmount(stated, write, locale),
		realisation: writeAmount(realisation, (share) => formatShare(share, locale), locale),
		ramp: formatShare(ramp, locale),
		strength: write(strength),
		year: String(year),
	};
	if (newKilograms !== null)
		return m.path_calculation_set({ ...words, factor: formatNumber(newKilograms, locale), unit: from }, { locale });
	if (ratio !== null) return m.path_calculation_move({ ...words, from, to, ratio: formatNumber(ratio, locale, 2) }, { locale });
	return m.path_calculation_effect(words, { locale });
}

function describeCell({ sector, carrier, activity, kilograms, tonnes, ...cell }: CellTerms, locale: Locale): string {
	const place = { sector, carrier };
	const unit = activityUnitLabel(cell.unit, locale);
	if (activity === null || kilograms === null || tonnes === null) return m.path_calculation_cell_missing(place, { locale });
	const figures = {
		activity: `${formatNumber(activity, locale, 0)} ${unit}`,
		factor: formatNumber(kilograms, locale),
		unit,
		tonnes: formatTonnes(tonnes, locale),
	};
	return m.path_calculation_cell({ ...place, ...figures }, { locale });
}

function describeResult({ standing, standAlone, year }: FigureTerms, locale: Locale, reason?: StandingReason): string {
	if (standing !== 'counted') return m.path_calculation_standing({ standing: standingLabel(standing, locale, reason) }, { locale });
	if (standAlone === null) return m.path_calculation_missing({}, { locale });
	return m.path_calculation_alone({ tonnes: formatTonnes(standAlone, locale), year: String(year) }, { locale });
}

/** A certain amount alone, an uncertain one with its ends: `3.000 ton (1.500 ton til 4.000 ton)`. */
function writeAmount(amount: Amount, write: (value: number) => string, locale: Locale): string {
	if (typeof amount === 'number') return write(amount);
	return m.path_calculation_range({ mid: write(amount.mid), low: write(amount.low), high: write(amount.high) }, { locale });
}
