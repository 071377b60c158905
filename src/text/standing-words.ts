import type { PathStanding, RequiredStanding } from '#domain/followup/path-as-it-stands.ts';
import { formatList, formatShare } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

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
