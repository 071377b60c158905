import type { TextLine } from './text-line.ts';

/** `line`: the cell is one run of words. `paragraphs`: line breaks of the author are kept. */
export type CellKind = 'line' | 'paragraphs';

/** How a column's lines were broken. */
export type Wrapping = {
	/** Characters that fit on a line; unknown when absent. */
	readonly width?: number | undefined;
	/** Lines wrapped between two words still end with their space. */
	readonly keepsSpaces?: boolean;
	/** The extraction put the blank lines of this row one line too early, so that they may stand inside a sentence. */
	readonly shiftedBlanks?: boolean;
};

/** A line must reach this share of the column's width before its end counts as wrapped: letters differ in width. */
const nearlyFull = 0.88;

const listMark = /^(?:[-–•*·◦o]\s|[-–•]\p{L}|\d{1,2}[.)]\s)/u;

/** Puts a cell's lines together: wrapped words and lines are rejoined, the author's own breaks become `\n`. */
export function joinLines(lines: readonly TextLine[], kind: CellKind, wrapping: Wrapping = {}): string {
	let text = '';
	for (const [index, line] of lines.entries()) {
		const previous = lines[index - 1];
		text += (previous ? separatorBetween(previous, line, kind, wrapping) : '') + line.text;
	}
	return text
		.replace(/[^\S\n]+/gu, ' ')
		.replace(/ ?\n ?/gu, '\n')
		.trim();
}

function separatorBetween(above: TextLine, below: TextLine, kind: CellKind, wrapping: Wrapping): '' | ' ' | '\n' {
	const wraps = isFull(above.text, below.text, wrapping.width);
	if (isBrokenWord(above, below, kind, wrapping, wraps)) return '';
	if (kind === 'line') return ' ';
	const open = isOpen(above, below, wrapping);
	const endsSentence = /[.:;!?…]["”')]?$/u.test(above.text);
	const goesOn = /^\p{Ll}/u.test(below.text);
	if (above.text.length === 1 && listMark.test(`${above.text} `)) return ' ';
	if (below.blankBefore) return wrapping.shiftedBlanks && wraps && open && !endsSentence ? ' ' : '\n';
	if (listMark.test(below.text)) return '\n';
	// A line that lost no space at its end was ended by the author; now and then in the middle of a sentence.
	if (!open) return goesOn && /[\p{L},]$/u.test(above.text) ? ' ' : '\n';
	if (wraps) return ' ';
	return endsSentence || (/\d$/u.test(above.text) && !goesOn) ? '\n' : ' ';
}

function isFull(above: string, below: string, width: number | undefined): boolean {
	if (width === undefined) return true;
	const next = /^\S+/u.exec(below)?.[0].length ?? 0;
	return above.length + 1 + next > nearlyFull * width;
}

/** True when the line ended at a space; where the text has lost those, unless the line is full with part of one long word. */
function isOpen(above: TextLine, below: TextLine, { keepsSpaces = true, width }: Wrapping): boolean {
	if (keepsSpaces) return above.open;
	const limit = width ?? Math.max(above.text.length, below.text.length);
	const next = /^\S+/u.exec(below.text)?.[0].length ?? 0;
	return /\s/u.test(above.text) || above.text.length < 0.75 * limit || above.text.length + next <= limit;
}

function isBrokenWord(above: TextLine, below: TextLine, kind: CellKind, wrapping: Wrapping, wraps: boolean): boolean {
	if (below.blankBefore || isOpen(above, below, wrapping)) return false;
	if (/\p{L}$/u.test(above.text) && /^\p{Ll}/u.test(below.text)) return kind === 'line' || isBreakInside(above, below, wrapping);
	if (/[\p{L}\d]-$/u.test(above.text))
		return /^(?:\p{L}|\/)/u.test(below.text) && (kind === 'line' || wraps || /^\p{Ll}/u.test(below.text));
	return kind === 'line' && /\p{L}\/$/u.test(above.text) && /^\p{L}/u.test(below.text);
}

/** In prose an author may end a line without a space; a word is broken only where it is too long for what was left of the line. */
function isBreakInside(above: TextLine, below: TextLine, { width }: Wrapping): boolean {
	if (width === undefined) return true;
	const last = /\S+$/u.exec(above.text)?.[0].length ?? 0;
	const next = /^\S+/u.exec(below.text)?.[0].length ?? 0;
	return above.text.length >= nearlyFull * width && last + next > nearlyFull * width - 2;
}
