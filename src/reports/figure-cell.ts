import { formatNumber, formatShare } from '#text/format.ts';
import type { Locale } from '#text/locale.ts';
import { formatRoughNumber, roundWholeTonnes } from '#text/path-words.ts';

/** A figure as it is written for people, and the number it is: what is written and no more, so that a file says what the page says. */
export type FigureNumber = {
	readonly text: string;
	/** As exact as it is written. A share is 0 to 1. */
	readonly value: number;
	readonly decimals: number;
	readonly isShare: boolean;
	/** What is said beside it: that it is derived, or its unit. Null for nothing. */
	readonly mark: string | null;
	/** Said instead in a sheet, where there is nothing that a star could point at. */
	readonly inSheet?: string | undefined;
};

/** What stands in a cell; null is not stated. */
export type FigureCell = string | FigureNumber | null;

/** A number with what is said beside it, on a line of its own unless `between` says otherwise. */
export function writeFigure(
	value: number,
	locale: Locale,
	{
		decimals = 0,
		mark = null,
		between = '\n',
		inSheet,
	}: { decimals?: number; mark?: string | null; between?: string; inSheet?: string } = {},
): FigureNumber {
	const text = [formatNumber(value, locale, decimals), mark].filter((part) => part !== null).join(between);
	return { text, value: round(value, decimals), decimals, isShare: false, mark, ...(inSheet === undefined ? {} : { inSheet }) };
}

/** A calculated figure in tonnes, with three digits that mean something. */
export function writeRoughFigure(tonnes: number, locale: Locale, mark: string | null = null): FigureNumber {
	const text = [formatRoughNumber(tonnes, locale), mark].filter((part) => part !== null).join(' ');
	return { text, value: roundWholeTonnes(tonnes), decimals: 0, isShare: false, mark };
}

/** A share of 0 to 1 as per cent, with as many decimals of a per cent as are said, and no needless zero. */
export function writeShareFigure(share: number, locale: Locale, decimals: 0 | 1, mark: string | null = null): FigureNumber {
	const value = round(share, decimals + 2);
	const text = [formatShare(value, locale), mark].filter((part) => part !== null).join('\n');
	return { text, value, decimals: Number.isInteger(round(value * 100, 1)) ? 0 : 1, isShare: true, mark };
}

/** A cell in words, for whoever reads. */
export function writeFigureCell(cell: FigureCell): string | null {
	return cell === null || typeof cell === 'string' ? cell : cell.text;
}

// Never −0, which a spreadsheet would show.
function round(value: number, decimals: number): number {
	return Number(value.toFixed(decimals)) || 0;
}
