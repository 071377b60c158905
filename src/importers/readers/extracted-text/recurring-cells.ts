import { sliceLines } from './find-header.ts';
import { joinLines } from './join-lines.ts';
import type { Span, TextLine, Word } from './text-line.ts';

/** The text with its words, as all steps of reading need them. */
export type Source = { readonly lines: readonly TextLine[]; readonly words: readonly Word[] };

/** A stretch of words that may be one cell, and the text it would have. `clear`: it begins where cells usually begin. */
export type CellGuess = { readonly span: Span; readonly text: string; readonly clear: boolean };

/** Width of a column in characters, and whether wrapped lines of this text still end with their space. */
export type ColumnWidth = { readonly width: number; readonly keepsSpaces: boolean };

/*
 * The extraction writes cell after cell. A cell on one line is followed by the next on the same line; a cell that wrapped
 * ends its line. So where a cell may begin is limited, and a cell that wrapped must fill its column's width. What is still
 * open is settled by the other rows: the words of a sector or a department come back, the words around them do not.
 */

const tolerance = 1.15;
const fullShare = 0.8;
const mostLines = 5;

/** All stretches within `region` that end at its end and may be a cell of a column of this width. */
export function listSuffixes(source: Source, region: Span, column: ColumnWidth): CellGuess[] {
	const guesses: CellGuess[] = [];
	for (let from = region.to - 1; from >= region.from; from -= 1) {
		if (!mayBeginAt(source, region, from)) continue;
		const span = { from, to: region.to };
		const pieces = sliceLines(source.lines, source.words, span);
		if (pieces.length > mostLines || pieces.some(({ text }) => text.length > column.width * tolerance + 1)) break;
		if (!wrapsAsColumn(pieces, column.width)) continue;
		guesses.push({ span, text: joinLines(pieces, 'line', column), clear: from === region.from || beginsClearly(source, region, from) });
	}
	return guesses;
}

/** True where a new cell can begin: not in a broken word, and after a cell that ended where cells end. */
export function mayBeginAt({ lines, words }: Source, region: Span, at: number): boolean {
	const word = words[at];
	const line = word && lines[word.line];
	if (!word || !line || at === region.from) return word !== undefined;
	const before = words[at - 1];
	const first = words[region.from];
	if (!before || !first) return false;
	if (before.line === word.line) return true;
	if (line.blankBefore) return true;
	const above = lines[before.line];
	const broken = above !== undefined && !above.open && /[\p{L}-]$/u.test(above.text) && /^\p{Ll}/u.test(line.text);
	// A cell on one line is followed by the next on that line, so only a wrapped cell can end above.
	return !broken && word.line - first.line > 1;
}

/** A cell begins after one on the same line, or after the blank line that follows a wrapped one. */
function beginsClearly({ lines, words }: Source, region: Span, at: number): boolean {
	const word = words[at];
	if (!word) return false;
	// On the same line only after a cell that itself began there.
	return lines[word.line]?.blankBefore === true || (word.from > 0 && word.line === words[region.from]?.line);
}

/** True when every line but the last is too full to have taken the next word. */
export function wrapsAsColumn(pieces: readonly TextLine[], width: number): boolean {
	return pieces.every((piece, index) => {
		const next = pieces[index + 1];
		if (!next) return true;
		if (next.blankBefore) return false;
		const word = /^\S+/u.exec(next.text)?.[0].length ?? 0;
		return piece.text.length + 1 + word > width * fullShare;
	});
}

/** In how many rows each text begins where a cell usually begins. */
export function countTexts(rows: readonly (readonly CellGuess[])[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const guesses of rows) {
		for (const text of new Set(guesses.filter(({ clear }) => clear).map((guess) => guess.text)))
			counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	return counts;
}

/** The guess that most rows share; among equals the longest, which holds the others. */
export function chooseGuess<Guess extends CellGuess>(guesses: readonly Guess[], counts: ReadonlyMap<string, number>): Guess | undefined {
	return guesses.reduce<Guess | undefined>((best, guess) => {
		if (!best) return guess;
		const difference = (counts.get(guess.text) ?? 0) - (counts.get(best.text) ?? 0);
		return difference > 0 || (difference === 0 && guess.text.length > best.text.length) ? guess : best;
	}, undefined);
}

/** The length that a share of the values does not exceed; `otherwise` when there are none. */
export function percentile(values: readonly number[], share: number, otherwise: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? otherwise;
}
