import type { EarlierStanding, RequiredStanding } from '#domain/followup/path-as-it-stands.ts';
import type { GapStanding, OfferedAt } from '#domain/followup/path-gap.ts';
import type { Pause } from '#domain/pathway/apply-what-if.ts';
import type { MeasureStanding } from '#domain/pathway/compiled.ts';
import { capitalise, formatList, formatShare } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';
import { formatRoughTonnes } from './path-words.ts';
import { standingLabel } from './pathway-findings.ts';

type Standing = Omit<GapStanding, 'whatIf' | 'because'>;

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
		...describePauses(standing, locale),
		...(isKnownBefore ? [m.path_standing_known_from({ year: String(knownFrom) }, { locale })] : []),
		...(left ? [describeGone(left, standing, goneWords.left, locale)] : []),
		...(instead ? [describeGone(instead, standing, goneWords.instead, locale)] : []),
		...(required ?? []).map((each) => describeRequired(each, locale)),
	].join(' ');
}

/** How a measure stands in a path, and why. What was taken in later says itself that it is no part of what was decided: nobody gave it up. */
export function describeRow(result: MeasureStanding, standing: GapStanding | undefined, locale: Locale): string {
	if (!standing) return m.path_standing_as_decided({}, { locale });
	const isTold = result === 'counted' || standing.whatIf !== null || (result === 'dropped' && standing.takenIn !== undefined);
	return `${isTold ? '' : `${capitalise(standingLabel(result, locale), locale)}. `}${describeStanding(standing, locale)}`;
}

function describeOwn(standing: Standing, locale: Locale): string[] {
	const { reason, left, instead, required, since, takenIn, offered } = standing;
	// Held against a round from before it came, that it came is what is new.
	const isTakenIn = takenIn !== undefined && (since === undefined || since.year < takenIn);
	const told = offered ? describeOffered(offered, locale) : [];
	if (isTakenIn && isAsStated(reason)) return [describeTakenIn(standing, takenIn, locale), ...told];
	if (isTakenIn) return [m.path_standing_taken_in_also({ year: String(takenIn) }, { locale }), describeReason(standing, locale), ...told];
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

/** What it was offered at and what it counts for, and why; nothing where the two are written the same. */
export function describeOffered({ year, tonnes, counts, because }: OfferedAt, locale: Locale): string[] {
	const words = { year: String(year), last: formatRoughTonnes(tonnes, locale), ordered: formatRoughTonnes(counts, locale) };
	if (words.last === words.ordered) return [];
	return [because === 'order' ? m.path_standing_offered_order(words, { locale }) : m.path_standing_offered_tonnes(words, { locale })];
}

/** What is other than it was after an earlier round: the start, or the share that is carried out, or both. */
function describeChange(standing: Standing, since: EarlierStanding, locale: Locale): string[] {
	const { start, statement } = standing;
	const isBack = findStop(since) !== undefined && findStop(standing) === undefined;
	const after = isBack && since.start !== null ? findReturn(standing) : start;
	const words = { year: String(since.year), before: String(since.start), after: String(after) };
	if (start === null || (findStop(standing) !== undefined && !isSamePause(standing, since))) return [describeReason(standing, locale)];
	const why = statement ? [m.path_standing_stated({ why: statement.reason }, { locale })] : [];
	if (since.start === null || isBack) {
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

type Paused = Pick<Standing, 'start' | 'pauses'>;

/** The pause that still goes on. */
function findStop({ pauses = [] }: Paused): Pause | undefined {
	return pauses.find(({ to }) => to === null);
}

/** First year with effect after the last pause. */
function findReturn({ start, pauses = [] }: Paused): number | null {
	const last = pauses.at(-1);
	return last ? last.to && last.to + 1 : start;
}

function isSamePause(one: Paused, two: Paused): boolean {
	return findStop(one)?.from === findStop(two)?.from;
}

/** Years without effect that are over; those that go on belong to the reason. */
function describePauses({ pauses = [] }: Paused, locale: Locale): string[] {
	const years = pauses.flatMap(({ from, to }) => (to === null ? [] : from === to ? String(from) : `${String(from)}–${String(to)}`));
	return years.length === 0 ? [] : [m.path_standing_paused({ years: formatList(years, locale) }, { locale })];
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

function describeRequired({ title, reason, decidedStart, start, pauses }: RequiredStanding, locale: Locale): string {
	const words = { title, before: String(decidedStart), after: String(start) };
	const stop = findStop({ start, pauses });
	if (stop) return m.path_standing_required_stopped({ title, last: String(stop.from - 1) }, { locale });
	if (start !== null && start <= decidedStart && pauses) return m.path_standing_required_paused(words, { locale });
	if (start !== null) return m.path_standing_required_later(words, { locale });
	if (reason === 'withdrawn') return m.path_standing_required_withdrawn(words, { locale });
	if (reason === 'on hold') return m.path_standing_required_on_hold(words, { locale });
	return m.path_standing_required_none(words, { locale });
}

type StopWord = (words: { last: string }, options: { locale: Locale }) => string;

/** What it had until it stopped is kept, and a start that had come later by then is said too. */
function describeStop({ from }: Pause, { start, decidedStart }: Standing, write: StopWord, locale: Locale): string {
	const later = start !== null && start > decidedStart;
	const began = later ? [m.path_standing_began({ before: String(decidedStart), after: String(start) }, { locale })] : [];
	return [write({ last: String(from - 1) }, { locale }), ...began].join(' ');
}

function describeReason(standing: Standing, locale: Locale): string {
	const { reason, decidedStart, start, statement, initiative, replacement } = standing;
	const before = String(decidedStart);
	const after = String(start ?? '');
	const years = String((start ?? decidedStart) - decidedStart);
	const stop = findStop(standing);
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
			return stop ? describeStop(stop, standing, m.path_standing_withdrawn_after, locale) : m.path_standing_withdrawn({}, { locale });
		case 'on hold':
			return stop ? describeStop(stop, standing, m.path_standing_on_hold_after, locale) : m.path_standing_on_hold({}, { locale });
		case 'moved':
			return m.path_standing_moved({ before, after, years }, { locale });
		case 'not begun':
			return m.path_standing_not_begun({ before, after }, { locale });
		case 'begun late':
			return m.path_standing_begun_late({ before, after }, { locale });
		case 'resumed':
			return m.path_standing_resumed({}, { locale });
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
