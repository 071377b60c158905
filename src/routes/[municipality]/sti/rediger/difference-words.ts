import { formatList, formatShare } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { formatRoughTonnes } from '#text/path-words.ts';
import { readRange } from '#domain/pathway/series.ts';
import type { ComparedMeasure, FrameAspect, MeasureAspect, MeasureDifference } from './compare-measures.ts';
import type { ScenarioSummary } from './summarise-scenario.ts';

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
	takenIn: m.path_compare_aspect_taken_in,
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
	{ timing, realisation, tonnes, isTakenIn }: ComparedMeasure,
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
				tonnes: isTakenIn ? m.path_compare_taken_in({}, { locale }) : tonnes === null ? '–' : formatRoughTonnes(tonnes, locale),
			},
			{ locale },
		),
		...differing.flatMap((aspect) => more[aspect] ?? []),
	].join('; ');
}

/** A measure that scenarios differ in, in words: one cell for each scenario, null where it is not in that one. */
export type WrittenDifference = {
	readonly measure: string;
	readonly title: string;
	readonly what: string | null;
	readonly cells: readonly ({ readonly text: string; readonly isIllustrative: boolean } | null)[];
};

/** The differences in words. They are written on the server: their sentences are no part of what the page's script brings. */
export function writeDifferences(differences: readonly MeasureDifference[], locale: Locale): WrittenDifference[] {
	return differences.map(({ measure, title, aspects: differing, cells }) => ({
		...{ measure, title },
		what: describeAspects(differing, locale),
		cells: cells.map(
			(cell) =>
				cell && {
					text: describeCompared(cell, differing, locale),
					isIllustrative: cell.isIllustrative && !cell.isTakenIn && cell.tonnes !== null,
				},
		),
	}));
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

/** What was taken in later and is no part of a scenario's figures, by name; null where nothing was. */
export function describeTakenIn({ takenIn }: Pick<ScenarioSummary, 'takenIn'>, locale: Locale): string | null {
	if (takenIn.length === 0) return null;
	const titles = formatList(
		takenIn.map(({ title }) => title),
		locale,
	);
	return m.path_edit_taken_in({ titles }, { locale });
}
