import type { CostPerspective } from '#domain/pathway/model.ts';
import { capitalise, formatNumber, formatShare } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';
import { perspectiveLabel } from './pathway-findings.ts';

/** Whose money an abatement cost curve is about, and what capital costs a year. */
export function costCurveName(
	{ perspective, discountRate }: { readonly perspective: CostPerspective; readonly discountRate: number | null },
	locale: Locale,
): string {
	const who = capitalise(perspectiveLabel(perspective, locale), locale);
	return discountRate === null ? who : m.path_cost_rate({ who, rate: formatShare(discountRate, locale) }, { locale });
}

/** "1.200 kr. pr. ton" */
export function writePrice(perTonne: number, locale: Locale): string {
	return m.path_cost_price({ price: formatNumber(perTonne, locale, 0) }, { locale });
}

/** What the picture of a cost curve says, in words: its cheapest and its dearest tonne. */
export function describeCostCurve(bars: readonly { readonly title: string; readonly perTonne: number }[], locale: Locale): string {
	const [first, last] = [bars[0], bars.at(-1)];
	if (!first || !last) return '';
	const [cheapest, dearest] = [writePrice(first.perTonne, locale), writePrice(last.perTonne, locale)];
	return m.path_cost_picture({ cheapest, first: first.title, dearest, last: last.title }, { locale });
}
