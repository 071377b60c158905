import type { DraftField } from '#domain/followup/draft-initiative.ts';
import type { RowStart } from './find-row-starts.ts';
import type { CellGuess, Source } from './recurring-cells.ts';
import { chooseGuess, countTexts, lastBlock, listSuffixes, percentile } from './recurring-cells.ts';
import type { Span } from './text-line.ts';

/** Title and sector: what stands between a row's number and its closed cells. */
export type Front = { readonly title: Span; readonly sector: Span | null };

const usualSectorWidth = 16;

/** Tells title from sector in every row: the sector's words recur, and it wraps in a column of its own. */
export function splitFronts(source: Source, starts: readonly RowStart[], fields: ReadonlySet<DraftField>, keepsSpaces: boolean): Front[] {
	const regions = starts.map((start): Span => ({ from: start.to, to: start.anchor.from }));
	if (!fields.has('sector')) return regions.map((title) => ({ title, sector: null }));
	const lengths = regions.flatMap((region) =>
		lastBlock(source, region)
			.slice(-2)
			.map(({ text }) => text.length),
	);
	const wrapping = { width: percentile(lengths, 0.9, usualSectorWidth), keepsSpaces };
	const guesses = regions.map((region): CellGuess[] =>
		listSuffixes(source, region, wrapping).filter(({ span }) => span.from > region.from && leavesWholeTitle(source, region, span.from)),
	);
	const counts = countTexts(guesses);
	return regions.map((region, index) => {
		const sector = chooseGuess(guesses[index] ?? [], counts);
		return sector ? { title: { from: region.from, to: sector.span.from }, sector: sector.span } : { title: region, sector: null };
	});
}

/** Only a title on one line is followed by its sector on the same line. */
function leavesWholeTitle({ lines, words }: Source, region: Span, from: number): boolean {
	const first = words[region.from];
	const word = words[from];
	if (!first || !word) return false;
	if (word.from === 0) return word.line - first.line > 1 || lines[word.line]?.blankBefore === true;
	return word.line === first.line;
}
