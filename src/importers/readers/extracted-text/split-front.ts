import type { RowStart } from './find-row-starts.ts';
import type { CellGuess, Source } from './recurring-cells.ts';
import { sliceLines } from './find-header.ts';
import { chooseGuess, countTexts, listSuffixes, percentile } from './recurring-cells.ts';
import type { Span } from './text-line.ts';

/** Title and sector: what stands between a row's number and its closed cells. */
export type Front = { readonly title: Span; readonly sector: Span | null };

const usualSectorWidth = 16;

/** Tells title from sector in every row: the sector's words recur, and it wraps in a column of its own. Without a heading there is none. */
export function splitFronts(source: Source, starts: readonly RowStart[], headingWidth: number | undefined, keepsSpaces: boolean): Front[] {
	const regions = starts.map((start): Span => ({ from: start.to, to: start.anchor.from }));
	if (headingWidth === undefined) return regions.map((title) => ({ title, sector: null }));
	const lengths = regions.flatMap((region) => listOwnLines(source, region));
	const wrapping = { width: Math.max(headingWidth, percentile(lengths, 0.9, usualSectorWidth)), keepsSpaces };
	const guesses = regions.map((region): CellGuess[] =>
		listSuffixes(source, region, wrapping).filter(({ span }) => span.from > region.from && leavesWholeTitle(source, region, span.from)),
	);
	const counts = countTexts(guesses);
	return regions.map((region, index) => {
		const sector = chooseGuess(guesses[index] ?? [], counts);
		return sector ? { title: { from: region.from, to: sector.span.from }, sector: sector.span } : { title: region, sector: null };
	});
}

/** Lengths of the lines that a sector has for itself: after a blank line, or below a line shared with the title. */
function listOwnLines({ lines, words }: Source, region: Span): number[] {
	const pieces = sliceLines(lines, words, region);
	const start = pieces.findLastIndex((piece, index) => index > 0 && piece.blankBefore);
	return pieces.slice(Math.max(1, start)).map(({ text }) => text.length);
}

/** Only a title on one line is followed by its sector on the same line. */
function leavesWholeTitle({ lines, words }: Source, region: Span, from: number): boolean {
	const first = words[region.from];
	const word = words[from];
	if (!first || !word) return false;
	if (word.from === 0) return word.line - first.line > 1 || lines[word.line]?.blankBefore === true;
	return word.line === first.line;
}
