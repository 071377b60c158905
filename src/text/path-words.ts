import type { PathStanding, RequiredStanding } from '#domain/followup/path-as-it-stands.ts';
import { formatList, formatNumber, formatShare, formatTonnes } from './format.ts';
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

/** The same without its unit, for a column whose heading has it. */
export function formatRoughNumber(tonnes: number, locale: Locale): string {
	return formatNumber(roundTonnes(tonnes), locale, 0);
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
	const isWhole = reached.length > 1 && last - first === reached.length - 1;
	const said = isWhole ? `${first}-${last}` : formatList(reached.map(String), locale);
	return m.path_shortfall_sum({ years: said, tonnes: formatRoughTonnes(sum, locale) }, { locale });
}

/**
 * What is counted otherwise in the path than in the account beside it; null where nothing is.
 * @param removals what is taken up, year by year, where the path is less that and the account is not
 */
export function describeRemovals(
	{ years, removals }: { years: readonly number[]; removals?: readonly (number | null)[] | undefined },
	year: number,
	locale: Locale,
): string | null {
	if (!removals) return null;
	const tonnes = removals[years.indexOf(year)] ?? null;
	return m.path_counts_removals({ year: String(year), tonnes: tonnes === null ? '–' : formatRoughTonnes(tonnes, locale) }, { locale });
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

/** Why a measure stands as it does, in words, and where the state is known from when the newest round says nothing. */
export function describeStanding(standing: Omit<PathStanding, 'whatIf'>, locale: Locale): string {
	const { reason, knownFrom, left, instead, required } = standing;
	// What does not follow from the state is as sure as it was.
	const isKnownBefore = knownFrom !== undefined && reason !== 'stated' && reason !== 'withdrawn';
	// What counts in another's place was not decided to, and what waits for another is not as decided.
	const isInPlace = left !== undefined || instead !== undefined || required !== undefined;
	const isOnlyRequired = required !== undefined && reason === 'as decided';
	return [
		...(isOnlyRequired
			? []
			: [isInPlace && reason === 'no initiative' ? m.path_standing_of_none({}, { locale }) : describeReason(standing, locale)]),
		...(isKnownBefore ? [m.path_standing_known_from({ year: String(knownFrom) }, { locale })] : []),
		...(left ? [m.path_standing_left({ others: formatList(left, locale) }, { locale })] : []),
		...(instead ? [m.path_standing_instead({ others: formatList(instead, locale) }, { locale })] : []),
		...(required ?? []).map((each) => describeRequired(each, locale)),
	].join(' ');
}

function describeRequired({ title, reason, decidedStart, start }: RequiredStanding, locale: Locale): string {
	const words = { title, before: String(decidedStart), after: String(start) };
	if (start !== null) return m.path_standing_required_later(words, { locale });
	if (reason === 'withdrawn') return m.path_standing_required_withdrawn(words, { locale });
	if (reason === 'on hold') return m.path_standing_required_on_hold(words, { locale });
	return m.path_standing_required_none(words, { locale });
}

function describeReason(standing: Omit<PathStanding, 'whatIf'>, locale: Locale): string {
	const { reason, decidedStart, start, statement, initiative, replacement } = standing;
	const before = String(decidedStart);
	const after = String(start ?? '');
	const years = String((start ?? decidedStart) - decidedStart);
	switch (reason) {
		case 'as decided':
			return m.path_standing_as_decided({}, { locale });
		case 'not assessed':
			return m.path_standing_not_assessed({}, { locale });
		case 'no initiative':
			return m.path_standing_no_initiative({}, { locale });
		case 'initiative unknown':
			return m.path_standing_unknown({ initiative: initiative ?? '' }, { locale });
		case 'withdrawn':
			return m.path_standing_withdrawn({}, { locale });
		case 'on hold':
			return m.path_standing_on_hold({}, { locale });
		case 'moved':
			return m.path_standing_moved({ before, after, years }, { locale });
		case 'not begun':
			return m.path_standing_not_begun({ before, after }, { locale });
		case 'stated': {
			const why = statement?.reason ?? '';
			if (start === null && replacement !== undefined) return m.path_standing_stated_replaced({ why, replacement }, { locale });
			if (start === null) return m.path_standing_stated_dropped({ why }, { locale });
			const share = statement?.realisation ?? null;
			if (share !== null) return m.path_standing_stated_reduced({ why, share: formatShare(share, locale), after }, { locale });
			return start === decidedStart
				? m.path_standing_stated({ why }, { locale })
				: m.path_standing_stated_moved({ why, before, after }, { locale });
		}
	}
}

/** How likely something is, as a share of whole per cent: more would say that we know more. */
export function roundProbability(share: number): number {
	return Math.round(share * 100) / 100;
}

/** How likely something is, in whole per cent. */
export function formatProbability(share: number, locale: Locale): string {
	return formatShare(roundProbability(share), locale);
}
