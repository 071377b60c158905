import type { DraftField } from '#domain/followup/draft-initiative.ts';
import type { CellGuess, ColumnWidth, Source } from './recurring-cells.ts';
import { chooseGuess, countTexts, listSuffixes, mayBeginAt, percentile, wrapsAsColumn } from './recurring-cells.ts';
import { sliceLines } from './find-header.ts';
import type { Span } from './text-line.ts';
import { squeeze } from './text-line.ts';
import { co2Words } from './vocabulary.ts';

/** The last cells of a row, and what stands before them. */
export type Tail = { readonly rest: Span; readonly responsible: Span | null; readonly co2: Span | null };

type Guess = CellGuess & { readonly co2: Span | null };

/** No column of departments is wider, in characters. */
const widestBody = 24;

/** Tells the responsible body and the CO2 relation from the prose before them, in every row. `regions` begin after the colours. */
export function splitTails(
	source: Source,
	regions: readonly Span[],
	fields: ReadonlySet<DraftField>,
	headingWidth: number,
	keepsSpaces: boolean,
): Tail[] {
	const ends = regions.map((region) => (fields.has('co2Relation') ? listCo2Starts(source, region) : []));
	if (!fields.has('responsible')) return regions.map((region, index) => withoutResponsible(region, ends[index]?.[0]));
	const column = { width: measureWidth(source, regions, ends, headingWidth), keepsSpaces };
	const guesses = regions.map((region, index) => listGuesses(source, region, ends[index] ?? [], column));
	const counts = countTexts(guesses);
	return regions.map((region, index) => {
		const guess = chooseTail(source, region, guesses[index] ?? [], counts, column);
		if (!guess) return withoutResponsible(region, ends[index]?.at(-1));
		return { rest: { from: region.from, to: guess.span.from }, responsible: guess.span, co2: guess.co2 };
	});
}

function withoutResponsible(region: Span, co2: number | undefined): Tail {
	const to = co2 ?? region.to;
	return { rest: { from: region.from, to }, responsible: null, co2: co2 === undefined ? null : { from: co2, to: region.to } };
}

/** Places where a cell about the calculated reduction can begin. */
function listCo2Starts(source: Source, region: Span): number[] {
	const starts: number[] = [];
	for (let at = region.from; at < region.to; at += 1) {
		if (!/^\p{Lu}/u.test(source.words[at]?.text ?? '') || !mayBeginAt(source, region, at)) continue;
		const known = [1, 2].some((count) => at + count <= region.to && co2Words.test(squeeze(source.words, { from: at, to: at + count })));
		if (known) starts.push(at);
	}
	return starts;
}

/** The column's width, from the blocks that stand before the CO2 relation. */
function measureWidth(source: Source, regions: readonly Span[], ends: readonly (readonly number[])[], headingWidth: number): number {
	const lengths = regions.flatMap((region, index) => {
		const end = ends[index]?.at(-1);
		if (end === undefined || end === region.from) return [];
		const pieces = sliceLines(source.lines, source.words, { from: region.from, to: end });
		const start = pieces.findLastIndex((piece) => piece.blankBefore);
		// The first line may hold a budget too; those below it are the responsible body's own.
		const own = pieces.slice(Math.max(0, start) + 1).map(({ text }) => text.length);
		return own.every((length) => length <= widestBody) ? own : [];
	});
	return Math.max(headingWidth, percentile(lengths, 0.9, headingWidth));
}

function listGuesses(source: Source, region: Span, ends: readonly number[], column: ColumnWidth): Guess[] {
	return ends.flatMap((end) =>
		listSuffixes(source, { from: region.from, to: end }, column)
			.filter(({ span }) => endsBefore(source, span, end))
			.map((guess) => ({ ...guess, co2: { from: end, to: region.to } })),
	);
}

/** The cell after a wrapped cell begins a line; the one after a cell on one line does not. */
function endsBefore({ words, lines }: Source, span: Span, end: number): boolean {
	const first = words[span.from];
	const last = words[span.to - 1];
	const next = words[end];
	if (!first || !last || !next) return false;
	const wrapped = first.line !== last.line;
	return wrapped === (next.line !== last.line) || (!wrapped && lines[next.line]?.blankBefore === true);
}

function chooseTail(
	source: Source,
	region: Span,
	guesses: readonly Guess[],
	counts: ReadonlyMap<string, number>,
	column: ColumnWidth,
): Guess | undefined {
	const best = chooseGuess(guesses, counts);
	if (best && ((counts.get(best.text) ?? 0) > 1 || wrapsOverLines(source, best.span))) return best;
	return findKnown(source, region, counts, column) ?? best ?? findLast(source, region, column);
}

/** A row whose CO2 relation has other words: the last body that other rows have too ends at the end of a line. */
function findKnown(source: Source, region: Span, counts: ReadonlyMap<string, number>, column: ColumnWidth): Guess | undefined {
	for (let end = region.to; end > region.from; end -= 1) {
		const next = source.words[end];
		if (end < region.to && next?.from !== 0) continue;
		const known = listSuffixes(source, { from: region.from, to: end }, column).filter(({ text }) => (counts.get(text) ?? 0) > 1);
		const best = chooseGuess(known, counts);
		if (best) return { ...best, co2: end < region.to ? { from: end, to: region.to } : null };
	}
	return undefined;
}

/** A body named once, with nothing after it: what ends the row and wraps as the column does. */
function findLast(source: Source, region: Span, column: ColumnWidth): Guess | undefined {
	const guesses = listSuffixes(source, region, column).filter(({ span }) => wrapsOverLines(source, span));
	const longest = chooseGuess(guesses, new Map());
	return longest ? { ...longest, co2: null } : undefined;
}

function wrapsOverLines(source: Source, span: Span): boolean {
	const pieces = sliceLines(source.lines, source.words, span);
	return pieces.length > 1 && wrapsAsColumn(pieces, 0);
}
