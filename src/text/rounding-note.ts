import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';
import { roundWholeTonnes } from './path-words.ts';

/** A sum beside the figures it is the sum of. What is not stated is in no sum. */
export type ShownSum = { readonly parts: readonly (number | null | undefined)[]; readonly sum: number | null | undefined };

/**
 * The note that rounded figures need not add up; null where those shown do. `round` gives a figure as exact as the table writes it:
 * sums are made before they are rounded.
 */
export function roundingNote(sums: readonly ShownSum[], round: (value: number) => number, locale: Locale): string | null {
	const isOff = sums.some(({ parts, sum }) => {
		if (sum === null || sum === undefined) return false;
		const added = parts.reduce<number>((total, part) => total + (part === null || part === undefined ? 0 : round(part)), 0);
		// Figures of a computer: 0.1 and 0.2 are not quite 0.3.
		return Math.abs(added - round(sum)) > 1e-6;
	});
	return isOff ? m.web_rounded({}, { locale }) : null;
}

/** The same for what the initiatives make of the gap: their figures are as exact as `formatRoughNumber` writes them. */
export function gapRoundingNote(parts: readonly (number | null)[], sum: number | null, locale: Locale): string | null {
	return roundingNote([{ parts, sum }], roundWholeTonnes, locale);
}
