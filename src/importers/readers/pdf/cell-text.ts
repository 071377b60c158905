import type { TextPiece } from './page-content.ts';

/** One line of a cell. `room` is how much wider, in points, the line could have been. */
export type CellLine = {
	readonly text: string;
	readonly room: number;
	/** Average width of a letter in points. */
	readonly letter: number;
	/** The line ends with a printed space: it was wrapped between two words. */
	readonly open: boolean;
	/** More space above than between two lines of one paragraph. */
	readonly gapAbove: boolean;
};

/** No table has more space between edge and text, in points; text further in is centred or set to the right. */
const widestPadding = 12;

/** Lines of the pieces of one cell, from the top. The cell reaches from `left` to `right`. */
export function listLines(pieces: readonly TextPiece[], left: number, right: number): CellLine[] {
	const rows: TextPiece[][] = [];
	for (const piece of pieces.toSorted((a, b) => middle(a) - middle(b) || a.left - b.left)) {
		const last = rows.at(-1);
		const first = last?.[0];
		if (last && first && Math.abs(middle(piece) - middle(first)) < Math.min(piece.size, first.size) * 0.5) last.push(piece);
		else rows.push([piece]);
	}
	const padding = Math.min(widestPadding, Math.max(0, Math.min(...pieces.map((piece) => piece.left)) - left));
	return rows.map((row, index): CellLine => {
		const sorted = row.toSorted((a, b) => a.left - b.left);
		const above = rows[index - 1]?.[0];
		const first = sorted[0];
		const step = above && first ? middle(first) - middle(above) : 0;
		const text = joinPieces(sorted);
		const width = (sorted.at(-1)?.right ?? 0) - (first?.left ?? 0);
		return {
			text: text.trim().replace(/\s+/gu, ' '),
			room: right - left - 2 * padding - width,
			letter: width / Math.max(1, text.length),
			open: /\s$/u.test(text),
			gapAbove: first !== undefined && step > first.size * 1.75,
		};
	});
}

function middle({ top, bottom }: TextPiece): number {
	return (top + bottom) / 2;
}

function joinPieces(sorted: readonly TextPiece[]): string {
	let text = '';
	let end = -Infinity;
	for (const piece of sorted) {
		const apart = piece.left - end > piece.size * 0.15;
		text += text !== '' && apart && !/\s$/u.test(text) && !/^\s/u.test(piece.text) ? ` ${piece.text}` : piece.text;
		end = piece.right;
	}
	return text;
}

/** A dash before a small letter, on a line that is only wrapped, is in the middle of a sentence. */
const listMark = /^(?:[-–*·◦o]\s?\p{Lu}|[•·◦]|\d{1,2}\)\s)/u;
const linkingWord = /^(?:og|eller|samt|och|eller|and|or)\b/iu;

/** How a document's writer breaks lines. */
export type LineHabits = {
	/** Wrapped lines keep their space. */
	readonly keepsSpaces: boolean;
	/** Words are divided with a hyphen that is not their own. */
	readonly dividesWords: boolean;
	/** Words that have a hyphen of their own, in small letters. */
	readonly hyphenated: ReadonlySet<string>;
};

/** More than this share of wrapped lines ends in a hyphen only where words are divided to fill the lines. */
const mostOwnHyphens = 0.025;

/** Learns from all cells of a document how its lines are broken. */
export function learnHabits(cells: readonly (readonly CellLine[])[]): LineHabits {
	const wrapped = cells.flatMap((lines) => lines.slice(0, -1).map((line, index) => ({ line, next: lines[index + 1]?.text ?? '' })));
	const divided = wrapped.filter(({ line, next }) => /\p{L}-$/u.test(line.text) && /^\p{Ll}/u.test(next) && !linkingWord.test(next));
	const words = cells.flatMap((lines) => lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+-\p{L}[\p{L}-]*/gu) ?? []));
	return {
		keepsSpaces: wrapped.filter(({ line }) => line.open).length > wrapped.length / 2,
		dividesWords: divided.length > Math.max(3, wrapped.length * mostOwnHyphens),
		hyphenated: new Set(words),
	};
}

/** Puts a cell's lines together: what wrapped is rejoined, what its author ended stays a line of its own. */
export function joinCellLines(lines: readonly CellLine[], habits: LineHabits): string {
	let text = '';
	for (const [index, line] of lines.entries()) {
		const above = lines[index - 1];
		const separator = above ? separatorBetween(above, line, habits.keepsSpaces) : '';
		if (above && separator === '' && isDivision(above.text, line.text, habits)) text = text.slice(0, -1);
		text += separator + line.text;
	}
	return text.replace(/\u00AD(?:\n| )?/gu, '').trim();
}

function separatorBetween(above: CellLine, below: CellLine, keepsSpaces: boolean): '' | ' ' | '\n' {
	if (below.gapAbove) return '\n';
	const next = /^\S+/u.exec(below.text)?.[0].length ?? 0;
	// A line that had room for the next word was ended on purpose. Half a letter is left for uneven letters.
	const hadRoom = above.room > (next + 1.5) * above.letter;
	if (keepsSpaces && !above.open) return isBroken(above, below, hadRoom) ? '' : endedByHand(above, below, hadRoom);
	if (hadRoom || listMark.test(below.text)) return '\n';
	if (keepsSpaces) return ' ';
	return wrapsInsideWord(above.text, below.text) ? '' : ' ';
}

function endedByHand(above: CellLine, below: CellLine, hadRoom: boolean): ' ' | '\n' {
	return !hadRoom && /\p{L}$/u.test(above.text) && /^\p{Ll}/u.test(below.text) ? ' ' : '\n';
}

/** Where wrapped lines keep their space, a line without one is broken inside a word. */
function isBroken(above: CellLine, below: CellLine, hadRoom: boolean): boolean {
	if (hadRoom) return false;
	return (/\p{L}$/u.test(above.text) && /^\p{Ll}/u.test(below.text)) || wrapsInsideWord(above.text, below.text);
}

/** A hyphen or a stroke at the end of a line: "Klimakoordinator-/funktion", but not "Leder-/og medarbejder". */
function wrapsInsideWord(above: string, below: string): boolean {
	if (/[\p{L}\d]-$/u.test(above)) return /^[\p{L}\d/]/u.test(below) && !linkingWord.test(below);
	return /[\p{L}\d]\/$/u.test(above) && /^[\p{L}\d]/u.test(below);
}

/** True for a hyphen that only divides a word; one after a capital or a digit ("VE-anlæg") is the word's own. */
function isDivision(above: string, below: string, { dividesWords, hyphenated }: LineHabits): boolean {
	const start = /(\p{L}*\p{Ll})-$/u.exec(above)?.[1];
	const rest = /^\p{Ll}[\p{L}-]*/u.exec(below)?.[0];
	return dividesWords && start !== undefined && rest !== undefined && !hyphenated.has(`${start}-${rest}`.toLowerCase());
}
