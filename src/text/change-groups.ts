import { countGroups, getChangeGroup, type ChangeGroup } from '#domain/followup/change-groups.ts';
import type { InitiativeChange } from '#domain/followup/compare-rounds.ts';
import { formatNumber } from './format.ts';
import { changeLabel } from './labels.ts';
import type { Locale } from './locale.ts';
import { nameSome } from './name-some.ts';
import { m } from './paraglide/messages.js';

/** What a group of changes is called above its lines: "Gået tilbage". */
export function changeGroupLabel(group: ChangeGroup, locale: Locale): string {
	if (group === 'moved') return m.publish_changes_moved({}, { locale });
	return group === 'other' ? m.publish_changes_other({}, { locale }) : changeLabel(group, locale);
}

const words: Record<ChangeGroup, (inputs: { count: number }, options: { locale: Locale }) => string> = {
	better: m.publish_sum_better,
	worse: m.publish_sum_worse,
	mixed: m.publish_sum_mixed,
	new: m.publish_sum_new,
	gone: m.publish_sum_gone,
	'newly assessed': m.publish_sum_newly_assessed,
	'not assessed': m.publish_sum_not_assessed,
	moved: m.publish_sum_moved,
	other: m.publish_sum_other,
	'text changed': m.publish_sum_text_changed,
	unchanged: m.publish_sum_unchanged,
	'still not assessed': m.publish_sum_still_not_assessed,
};

/** What follows a count of a group: "(3) nye", "(1) anden ændring". */
export function changeGroupWord(group: ChangeGroup, count: number, locale: Locale): string {
	return words[group]({ count }, { locale });
}

type NamedChange = Pick<InitiativeChange, 'kind' | 'fields' | 'number'>;

/** How many stand as they did: "62 indsatser står som i 2023. 1 har kun ændret tekst: 10. 4 er ikke vurderet i nogen af årene." */
export function stillSentence(changes: readonly NamedChange[], year: number, locale: Locale): string {
	const counts = countGroups(changes);
	const [still, silent] = [counts.unchanged, counts['still not assessed']];
	const reworded = changes.filter((change) => getChangeGroup(change) === 'text changed').map(({ number }) => number);
	const words = { number: formatNumber(reworded.length, locale), numbers: nameSome(reworded, mostNumbers, locale) };
	const sentences = [
		still === 0
			? m.publish_changes_rest_none({ year: String(year) }, { locale })
			: m.publish_changes_rest({ count: still, number: formatNumber(still, locale), year: String(year) }, { locale }),
		reworded.length > 0 && `${m.report_change_reworded(words, { locale })}.`,
		silent > 0 && `${m.report_change_still_not_assessed({ number: formatNumber(silent, locale) }, { locale })}.`,
	];
	return sentences.filter((sentence) => sentence !== false).join(' ');
}

/** Numbers that a sentence has room for. */
const mostNumbers = 20;
