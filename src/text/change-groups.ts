import type { ChangeGroup } from '#domain/followup/change-groups.ts';
import { formatNumber } from './format.ts';
import { changeLabel } from './labels.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

/** What a group of changes is called above its lines: "Gået tilbage". */
export function changeGroupLabel(group: ChangeGroup, locale: Locale): string {
	if (group === 'moved') return m.publish_changes_moved({}, { locale });
	return group === 'other' ? m.publish_changes_other({}, { locale }) : changeLabel(group, locale);
}

/** How many stand as they did: "62 indsatser står som i 2023. 1 har kun ny tekst." */
export function stillSentence(counts: Readonly<Record<ChangeGroup, number>>, year: number, locale: Locale): string {
	const [still, reworded] = [counts.unchanged, counts['text changed']];
	const sentence = m.publish_changes_rest({ count: still, number: formatNumber(still, locale), year: String(year) }, { locale });
	if (reworded === 0) return sentence;
	return `${sentence} ${m.report_change_text_changed({ number: formatNumber(reworded, locale) }, { locale })}.`;
}
