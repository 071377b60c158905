import { formatList, formatShare } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { formatRoughTonnes } from '#text/path-words.ts';
import { readRange } from '#domain/pathway/series.ts';
import type { ComparedMeasure, FrameAspect, MeasureAspect } from './compare-measures.ts';

type Label = (inputs: Record<string, never>, options: { readonly locale: Locale }) => string;

const aspects: Record<MeasureAspect, Label> = {
	effect: m.path_compare_aspect_effect,
	range: m.path_compare_aspect_range,
	start: m.path_compare_aspect_start,
	full: m.path_compare_aspect_full,
	ramp: m.path_compare_aspect_ramp,
	end: m.path_compare_aspect_end,
	lifetime: m.path_compare_aspect_lifetime,
	realisation: m.path_compare_aspect_realisation,
	relations: m.path_compare_aspect_relations,
	potential: m.path_compare_aspect_potential,
};

const frames: Record<FrameAspect, Label> = {
	order: m.path_compare_frame_order,
	baseline: m.path_compare_frame_baseline,
	reference: m.path_compare_frame_reference,
	targets: m.path_compare_frame_targets,
	distribution: m.path_compare_frame_distribution,
	rates: m.path_compare_frame_rates,
};

/** What of a measure is stated otherwise: null where all that have it state the same, so that it only is not in all. */
export function describeAspects(differing: readonly MeasureAspect[], locale: Locale): string | null {
	if (differing.length === 0) return null;
	const what = formatList(
		differing.map((aspect) => aspects[aspect]({}, { locale })),
		locale,
	);
	return m.path_compare_aspects({ what }, { locale });
}

/** A measure in one scenario: its start, share and tonnes, and of the rest what differs and is a figure or a word. */
export function describeCompared(
	{ timing, realisation, tonnes }: ComparedMeasure,
	differing: readonly MeasureAspect[],
	locale: Locale,
): string {
	const { start, full, ramp, end, lifetime } = timing;
	const write = (year: number | null) => (year === null ? '–' : String(year));
	const ramps = { linear: m.measure_ramp_linear, 'S-curve': m.measure_ramp_s, steps: m.measure_ramp_steps };
	const more: Partial<Record<MeasureAspect, string>> = {
		full: m.path_compare_full({ year: String(full) }, { locale }),
		ramp: ramps[ramp.kind]({}, { locale }),
		end: m.path_compare_end({ year: write(end) }, { locale }),
		lifetime: m.path_compare_lifetime({ years: write(lifetime) }, { locale }),
	};
	return [
		m.path_compare_measure(
			{
				start: String(start),
				share: formatShare(readRange(realisation).mid, locale),
				tonnes: tonnes === null ? '–' : formatRoughTonnes(tonnes, locale),
			},
			{ locale },
		),
		...differing.flatMap((aspect) => more[aspect] ?? []),
	].join('; ');
}

/** What scenarios differ in beside their measures; null where they differ in nothing else. */
export function describeFrames(differing: readonly FrameAspect[], locale: Locale): string | null {
	if (differing.length === 0) return null;
	const what = formatList(
		differing.map((aspect) => frames[aspect]({}, { locale })),
		locale,
	);
	return m.path_compare_frames({ what }, { locale });
}
