import { formatList, formatNumber } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

const words = {
	added: m.web_count_added,
	changed: m.web_count_changed,
	unchanged: m.web_count_unchanged,
	removed: m.web_count_removed,
} as const;
type Counted = keyof typeof words;

/** What became of many, each in its own number: "1 ny, 2 ændrede og 0 fjernede". */
export function listCounts(counts: Partial<Readonly<Record<Counted, number>>>, locale: Locale): string {
	const counted = (Object.keys(words) as Counted[]).flatMap((word) => {
		const count = counts[word];
		return count === undefined ? [] : [words[word]({ count, number: formatNumber(count, locale) }, { locale })];
	});
	return formatList(counted, locale);
}
