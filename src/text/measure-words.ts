import type { StandingKind } from '#domain/followup/state-standing.ts';
import type { ActivityUnit, EffectKind, EffectQuality } from '#domain/pathway/model.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

type Label = (inputs: Record<string, never>, options: { readonly locale: Locale }) => string;

const helps: Record<EffectKind, Label> = {
	'reduce need': m.measure_help_reduce_need,
	'improve efficiency': m.measure_help_improve_efficiency,
	move: m.measure_help_move,
	'cut factor': m.measure_help_cut_factor,
	'set factor': m.measure_help_set_factor,
	capture: m.measure_help_capture,
	tonnes: m.measure_help_tonnes,
	uptake: m.measure_help_uptake,
	supporting: m.measure_help_supporting,
};

const qualities: Record<EffectQuality, Label> = {
	measured: m.path_quality_measured,
	calculated: m.path_quality_calculated,
	'expert estimate': m.path_quality_expert,
	consultant: m.path_quality_consultant,
	illustrative: m.path_quality_illustrative,
	'not calculated': m.path_quality_none,
};

const standingKinds: Record<StandingKind, Label> = {
	'as decided': m.measure_standing_as_decided,
	delayed: m.measure_standing_delayed,
	reduced: m.measure_standing_reduced,
	dropped: m.measure_standing_dropped,
	replaced: m.measure_standing_replaced,
};

/** How a person says that a measure stands. */
export function standingKindLabel(kind: StandingKind, locale: Locale): string {
	return standingKinds[kind]({}, { locale });
}

/** When to choose what a measure does, with an example. */
export function effectKindHelp(kind: EffectKind, locale: Locale): string {
	return helps[kind]({}, { locale });
}

/** How an effect is known. */
export function effectQualityLabel(quality: EffectQuality, locale: Locale): string {
	return qualities[quality]({}, { locale });
}

/** A unit of activity as it is written; only animals have a name of their own in each language. */
export function activityUnitLabel(unit: ActivityUnit, locale: Locale): string {
	return unit === 'head' ? m.measure_unit_head({}, { locale }) : unit;
}
