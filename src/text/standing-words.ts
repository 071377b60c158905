import type { EarlierStanding, PathStanding, RequiredStanding } from '#domain/followup/path-as-it-stands.ts';
import type { MeasureStanding } from '#domain/pathway/compiled.ts';
import { capitalise, formatList, formatShare } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';
import { standingLabel } from './pathway-findings.ts';

type Standing = Omit<PathStanding, 'whatIf' | 'because'>;

/**
 * Why a measure stands as it does, in words, and where the state is known from when the newest round says nothing. What is held against
 * an earlier round is told as what has changed since then.
 */
export function describeStanding(standing: Standing, locale: Locale): string {
	const { reason, knownFrom, left, instead, required } = standing;
	// What does not follow from the state is as sure as it was.
	const isKnownBefore = knownFrom !== undefined && reason !== 'stated' && reason !== 'withdrawn';
	return [
		...describeOwn(standing, locale),
		...(isKnownBefore ? [m.path_standing_known_from({ year: String(knownFrom) }, { locale })] : []),
		...(left ? [describeGone(left, standing, goneWords.left, locale)] : []),
		...(instead ? [describeGone(instead, standing, goneWords.instead, locale)] : []),
		...(required ?? []).map((each) => describeRequired(each, locale)),
	].join(' ');
}

/** How a measure stands in a path, and why. What was taken in later says itself that it is no part of what was decided: nobody gave it up. */
export function describeRow(result: MeasureStanding, standing: PathStanding | undefined, locale: Locale): string {
	if (!standing) return m.path_standing_as_decided({}, { locale });
	const isTold = result === 'counted' || standing.whatIf !== null || (result === 'dropped' && standing.takenIn !== undefined);
	return `${isTold ? '' : `${capitalise(standingLabel(result, locale), locale)}. `}${describeStanding(standing, locale)}`;
}

function describeOwn(standing: Standing, locale: Locale): string[] {
	const { reason, left, instead, required, since, takenIn } = standing;
	// Held against a round from before it came, that it came is what is new.
	const isTakenIn = takenIn !== undefined && (since === undefined || since.year < takenIn);
	if (isTakenIn && isAsStated(reason)) return [describeTakenIn(standing, takenIn, locale)];
	if (isTakenIn) return [m.path_standing_taken_in_also({ year: String(takenIn) }, { locale }), describeReason(standing, locale)];
	if (since) return describeChange(standing, since, locale);
	// What counts in another's place was not decided to, and what waits for another is not as decided.
	const isInPlace = left !== undefined || instead !== undefined || required !== undefined;
	if ((required !== undefined || instead !== undefined) && reason === 'as decided') return [];
	return [isInPlace && reason === 'no initiative' ? m.path_standing_of_none({}, { locale }) : describeReason(standing, locale)];
}

/** Nothing but what the scenario states is known of it. */
function isAsStated(reason: Standing['reason']): boolean {
	return reason === 'as decided' || reason === 'not assessed' || reason === 'no initiative' || reason === 'initiative unknown';
}

function describeTakenIn({ start }: Standing, year: number, locale: Locale): string {
	if (start === null) return m.path_standing_not_taken_in({ year: String(year) }, { locale });
	return m.path_standing_taken_in({ year: String(year), after: String(start) }, { locale });
}

/** What is other than it was after an earlier round: the start, or the share that is carried out, or both. */
function describeChange(standing: Standing, since: EarlierStanding, locale: Locale): string[] {
	const { start, statement } = standing;
	const words = { year: String(since.year), before: String(since.start), after: String(start) };
	if (start === null) return [describeReason(standing, locale)];
	const why = statement ? [m.path_standing_stated({ why: statement.reason }, { locale })] : [];
	if (since.start === null) {
		const isResumed = since.reason === 'on hold';
		return [isResumed ? m.path_change_resumed(words, { locale }) : m.path_change_back(words, { locale }), ...why];
	}
	const share = describeShare(standing, since, locale);
	if (start < since.start) return [m.path_change_earlier({ ...words, years: String(since.start - start) }, { locale }), ...share, ...why];
	// The years and the reason are those of the time since then.
	return start > since.start || (statement?.realisation ?? null) !== null
		? [describeReason({ ...standing, decidedStart: since.start }, locale), ...share]
		: [...share, ...why];
}

function describeShare({ statement }: Standing, { year, realisation: before }: EarlierStanding, locale: Locale): string[] {
	const now = statement?.realisation ?? null;
	if (before === null || before === now) return [];
	const words = { year: String(year), share: formatShare(before, locale) };
	return [now === null ? m.path_change_whole(words, { locale }) : m.path_change_share(words, { locale })];
}

type GoneWord = (words: { others: string }, options: { locale: Locale }) => string;
const goneWords = {
	left: { gone: m.path_standing_left, held: m.path_standing_left_held, mixed: m.path_standing_left_mixed },
	instead: { gone: m.path_standing_instead, held: m.path_standing_instead_held, mixed: m.path_standing_instead_mixed },
} satisfies Record<string, Record<'gone' | 'held' | 'mixed', GoneWord>>;

/** Given up is what was dropped or taken out; what is on hold may come back. */
function describeGone(
	gone: readonly string[],
	{ onHold = [] }: Standing,
	words: Record<'gone' | 'held' | 'mixed', GoneWord>,
	locale: Locale,
): string {
	const held = gone.filter((title) => onHold.includes(title)).length;
	const write = held === 0 ? words.gone : held === gone.length ? words.held : words.mixed;
	return write({ others: formatList(gone, locale) }, { locale });
}

function describeRequired({ title, reason, decidedStart, start }: RequiredStanding, locale: Locale): string {
	const words = { title, before: String(decidedStart), after: String(start) };
	if (start !== null) return m.path_standing_required_later(words, { locale });
	if (reason === 'withdrawn') return m.path_standing_required_withdrawn(words, { locale });
	if (reason === 'on hold') return m.path_standing_required_on_hold(words, { locale });
	return m.path_standing_required_none(words, { locale });
}

function describeReason(standing: Standing, locale: Locale): string {
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
