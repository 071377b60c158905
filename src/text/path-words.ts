import { arePullingBothWays, type WorstYear } from '#domain/followup/path-gap.ts';
import type { PathSlip } from '#domain/followup/path-report.ts';
import { formatList, formatNumber, formatShare, formatTonnes } from './format.ts';
import { joinYears } from './join-years.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

/** Tonnes with three significant digits: more would say that we know more. */
export function roundTonnes(tonnes: number): number {
	return tonnes === 0 ? 0 : Number(tonnes.toPrecision(3));
}

/** A calculated figure in tonnes with its unit: `57.300 ton CO2e`. */
export function formatRoughTonnes(tonnes: number, locale: Locale): string {
	return formatTonnes(roundTonnes(tonnes), locale);
}

/** Whole tonnes with three significant digits, rounded once. */
export function roundWholeTonnes(tonnes: number): number {
	// Never -0, which would be written as such.
	return Math.abs(tonnes) < 100 ? Math.round(tonnes) + 0 : roundTonnes(tonnes);
}

/** A calculated figure without its unit, for a column whose heading has it. */
export function formatRoughNumber(tonnes: number, locale: Locale): string {
	return formatNumber(roundWholeTonnes(tonnes), locale, 0);
}

/** How a figure was estimated and where it stands, or that neither is stated. */
export function describeOrigin(
	{ method, source }: { readonly method: string | null; readonly source?: string | null | undefined },
	locale: Locale,
): string {
	const parts = [method, source].flatMap((part) => part?.trim() || []);
	if (parts.length === 0) return m.path_method_unstated({}, { locale });
	return parts.map((part, at) => (at < parts.length - 1 ? part.replace(/\.$/, '') : part)).join('. ');
}

type MaybeTonnes = number | null | undefined;

/** What measures that are calculated one by one come to in sum, and how that differs from what they save together. */
export function describeOverlap(
	{ sum, joint, overlap }: { readonly sum: MaybeTonnes; readonly joint: MaybeTonnes; readonly overlap: MaybeTonnes },
	locale: Locale,
): string {
	const write = (tonnes: MaybeTonnes) => (tonnes === null || tonnes === undefined ? '–' : formatRoughTonnes(tonnes, locale));
	const words = { sum: write(sum), joint: write(joint) };
	// Less than half a tonne is written as none.
	if (typeof overlap === 'number' && overlap <= -0.5)
		return m.path_attribution_note_reinforce({ ...words, more: write(-overlap) }, { locale });
	if (typeof overlap === 'number' && overlap < 0.5) return m.path_attribution_note_apart(words, { locale });
	return m.path_attribution_note_alone({ ...words, overlap: write(overlap) }, { locale });
}

export type TargetGap = {
	readonly year: number;
	/** Tonnes above the target as decided; negative when there is room. Null when it cannot be calculated. */
	readonly decided: number | null;
	/** The same as it stands; null when no round has been held or it cannot be calculated. */
	readonly standing: number | null;
};

/**
 * What is short in all, with the years it is summed over: those the target path reaches. Null where a figure of those is missing.
 * @param shortfall tonnes above the target path, year by year; null before it begins, and where there is none
 */
export function describeShortfallSum(
	{ years, shortfall, sum }: { years: readonly number[]; shortfall: readonly (number | null)[]; sum: number | null },
	locale: Locale,
): string | null {
	const reached = years.filter((_, at) => (shortfall[at] ?? null) !== null);
	const [first, last] = [reached[0], reached.at(-1)];
	if (first === undefined || last === undefined) return m.path_shortfall_no_target({}, { locale });
	if (sum === null) return null;
	if (sum <= 0) return m.path_shortfall_none({}, { locale });
	if (first === last) return m.path_shortfall_one({ year: String(first), tonnes: formatRoughTonnes(sum, locale) }, { locale });
	// Without a path between the targets, only their own years are there to be summed.
	return m.path_shortfall_sum({ years: formatList(joinYears(reached), locale), tonnes: formatRoughTonnes(sum, locale) }, { locale });
}

/** Where we stand in tonnes, in one sentence. */
export function describeTargetGap(gap: TargetGap | null, locale: Locale): string {
	if (gap === null) return m.path_sentence_no_target({}, { locale });
	const { year, decided, standing } = gap;
	if (decided === null) return m.path_sentence_unknown({ year: String(year) }, { locale });
	const words = { year: String(year), decided: formatRoughTonnes(Math.abs(decided), locale) };
	const isShort = decided > 0;
	if (standing === null) return isShort ? m.path_sentence_short(words, { locale }) : m.path_sentence_reached(words, { locale });
	const both = { ...words, standing: formatRoughTonnes(Math.abs(standing), locale) };
	if (isShort && both.standing === both.decided && standing > 0) return m.path_sentence_short_same(both, { locale });
	if (isShort) return standing > 0 ? m.path_sentence_short_short(both, { locale }) : m.path_sentence_short_reached(both, { locale });
	return standing > 0 ? m.path_sentence_reached_short(both, { locale }) : m.path_sentence_reached_reached(both, { locale });
}

/**
 * What is emitted more or less than was decided. Less than half a tonne is written as none.
 * @param causes what each makes of it: it is net where they pull both ways
 */
export function describeNet(tonnes: number, causes: readonly (number | null | undefined)[], locale: Locale): string {
	if (Math.abs(tonnes) < 0.5) return m.path_same({}, { locale });
	const words = { tonnes: formatRoughTonnes(Math.abs(tonnes), locale) };
	if (!arePullingBothWays(causes)) return tonnes < 0 ? m.path_fewer_alone(words, { locale }) : m.path_more_alone(words, { locale });
	return tonnes < 0 ? m.path_fewer(words, { locale }) : m.path_more(words, { locale });
}

/** The year in which most is emitted more as `year` and `worst`; several that have the same as from and to, each with those tonnes. */
function writeWorst({ year, tonnes, years }: WorstYear, write: (tonnes: number, locale: Locale) => string, locale: Locale) {
	const worst = write(tonnes, locale);
	if (!years) return { year: String(year), worst };
	return { year: formatList(joinYears(years), locale), worst: m.path_worst_each({ tonnes: worst }, { locale }) };
}

/** What is written of it in a table. */
export function describeWorst(worst: WorstYear, locale: Locale): string {
	return m.path_gap_worst_words(writeWorst(worst, formatRoughNumber, locale), { locale });
}

/** What was moved or fell away, in one sentence: the same wherever it is said. */
export function describeSlip({ sum, worst, isNet }: PathSlip, locale: Locale): string {
	if (Math.abs(sum) < 0.5) return isNet ? m.path_slip_even({}, { locale }) : m.path_slip_nothing({}, { locale });
	if (sum < 0 || !worst) {
		const less = { sum: formatRoughTonnes(Math.abs(sum), locale) };
		return isNet ? m.path_slip_less(less, { locale }) : m.path_slip_less_alone(less, { locale });
	}
	const words = { sum: formatRoughTonnes(sum, locale), ...writeWorst(worst, formatRoughTonnes, locale) };
	return isNet ? m.path_slip_net(words, { locale }) : m.path_slip_sum(words, { locale });
}

/** What is counted in the rows of a difference, and how they were found where not every set of changes was tried. */
export function describeSharing(sampled: { readonly seed: number; readonly pairs: number } | null, locale: Locale): string {
	const note = m.path_gap_note({}, { locale });
	if (!sampled) return note;
	return `${note} ${describeSampling(sampled, locale)}`;
}

/** That the rows of a difference are sampled, and how. */
export function describeSampling({ seed, pairs }: { readonly seed: number; readonly pairs: number }, locale: Locale): string {
	return m.path_gap_sampled({ pairs: formatNumber(pairs, locale), seed: String(seed) }, { locale });
}

/** How likely something is, as a share of whole per cent: more would say that we know more. */
export function roundProbability(share: number): number {
	return Math.round(share * 100) / 100;
}

/** How likely something is, in whole per cent. */
export function formatProbability(share: number, locale: Locale): string {
	return formatShare(roundProbability(share), locale);
}
