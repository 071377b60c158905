import { takeSome } from '#domain/shared/take-some.ts';
import { formatList, formatNumber } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

/** Joins as a sentence does, no more than it bears: `4, 9 og 12`, `4, 9, 12 og 3 flere`. */
export function nameSome(items: readonly string[], most: number, locale: Locale): string {
	const { first, more } = takeSome(items, most);
	if (more === 0) return formatList(items, locale);
	return m.report_and_more({ numbers: first.join(', '), number: formatNumber(more, locale) }, { locale });
}
