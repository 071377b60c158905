import type { ColourCounts } from '#domain/followup/counts.ts';
import type { Fulfilment, Progress } from '#domain/followup/assessment.ts';
import { formatList, formatNumber } from './format.ts';
import { m } from './paraglide/messages.js';
import type { Locale } from './locale.ts';

/** A colour, `text` for words instead of a colour, `none` for nothing stated. */
type Counted = Progress | Fulfilment | 'text' | 'none';

const adjectives: Record<Counted, (inputs: { count: number }, options: { locale: Locale }) => string> = {
	green: m.report_adjective_green,
	yellow: m.report_adjective_yellow,
	red: m.report_adjective_red,
	white: m.report_adjective_white,
	pink: m.report_adjective_pink,
	text: m.report_adjective_text,
	none: m.report_adjective_none,
};

const progressOrder = ['green', 'yellow', 'red', 'white'] as const;

/** Where a plan stands, in one sentence: "83 indsatser. 29 er grønne, 26 gule, 2 røde og 23 hvide; 3 mangler farve." */
export function summarySentence(progress: ColourCounts['progress'], locale: Locale): string {
	const options = { locale };
	const present = progressOrder.filter((colour) => progress[colour] > 0);
	const total = progress.none + progressOrder.reduce((sum, colour) => sum + progress[colour], 0);
	if (total === 0) return m.report_no_initiatives({}, options);

	const initiatives = m.report_initiatives({ count: total, number: formatNumber(total, locale) }, options);
	if (present.length === 0) return m.report_sentence_none_coloured({ initiatives }, options);
	const parts = present.map((colour, place) => {
		const count = progress[colour];
		const input = { count, number: formatNumber(count, locale), colour: adjectives[colour]({ count }, options) };
		return place === 0 ? m.report_colour_is(input, options) : m.report_colour_more(input, options);
	});
	const colours = formatList(parts, locale);
	if (progress.none === 0) return m.report_sentence_all_coloured({ initiatives, colours }, options);
	const missing = m.report_missing_colour({ count: progress.none, number: formatNumber(progress.none, locale) }, options);
	return m.report_sentence({ initiatives, colours, missing }, options);
}

/**
 * Said where no initiative is red, and with `isCompared` none has slipped since the round before: of those that have a colour, as
 * nothing is known of the others.
 */
export function calmSentence(progress: ColourCounts['progress'], isCompared: boolean, locale: Locale): string {
	if (progressOrder.every((colour) => progress[colour] === 0)) return m.report_none_coloured({}, { locale });
	if (progress.none === 0) return isCompared ? m.report_none_red_or_slipped({}, { locale }) : m.report_none_red({}, { locale });
	const number = formatNumber(progress.none, locale);
	return isCompared ? m.report_none_known_red_or_slipped({ number }, { locale }) : m.report_none_known_red({ number }, { locale });
}

/** One colour with its count, as a segment of a bar is named: "29 grønne". */
export function colourCountLabel(colour: Counted, count: number, locale: Locale): string {
	return m.report_colour_more({ number: formatNumber(count, locale), colour: adjectives[colour]({ count }, { locale }) }, { locale });
}

/** The text alternative of a bar: "Planmæssig fremdrift: 29 grønne, 26 gule og 2 røde." Colours that nothing has are left out. */
export function colourBarAlternative(heading: string, counts: Readonly<Partial<Record<Counted, number>>>, locale: Locale): string {
	const order: Counted[] = [...progressOrder, 'pink', 'text', 'none'];
	const parts = order.filter((colour) => (counts[colour] ?? 0) > 0).map((colour) => colourCountLabel(colour, counts[colour] ?? 0, locale));
	if (parts.length === 0) return m.report_bar_alternative_empty({ heading }, { locale });
	return m.report_bar_alternative({ heading, parts: formatList(parts, locale) }, { locale });
}
