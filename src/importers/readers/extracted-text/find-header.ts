import type { DraftField } from '#domain/followup/draft-initiative.ts';
import { joinLines } from './join-lines.ts';
import type { Span, TextLine, Word } from './text-line.ts';
import { squeeze } from './text-line.ts';
import { headingWords } from './vocabulary.ts';

/** One heading of the table: its own text, the field it is taken for and how many characters its widest line has. */
export type Heading = { readonly text: string; readonly field: DraftField; readonly width: number };

/** The heading row; `lines` are indexes from the first line up to, not including, the last. */
export type Header = { readonly headings: readonly Heading[]; readonly lines: Span };

/** Reading order that this form of table has; a document may lack columns, but not change their order. */
export const columnOrder: readonly DraftField[] = [
	'number',
	'title',
	'sector',
	'startDate',
	'state',
	'priority',
	'progress',
	'fulfilment',
	'remark',
	'budget',
	'responsible',
	'co2Relation',
];

const longestHeading = 7;

/** Finds the first line from which headings of such a table follow one another; undefined when there is none. */
export function findHeader(lines: readonly TextLine[], words: readonly Word[]): Header | undefined {
	for (const [index, word] of words.entries()) {
		if (word.from > 0) continue;
		const header = readHeader(lines, words, index);
		if (header && isWholeHeader(header)) return header;
	}
	return undefined;
}

function isWholeHeader({ headings }: Header): boolean {
	const order = headings.map(({ field }) => columnOrder.indexOf(field));
	const rising = order.every((place, index) => index === 0 || place > (order[index - 1] ?? -1));
	const fields = new Set(headings.map(({ field }) => field));
	return rising && headings.length >= 4 && fields.has('title') && (fields.has('state') || fields.has('priority'));
}

function readHeader(lines: readonly TextLine[], words: readonly Word[], start: number): Header | undefined {
	const found: { span: Span; field: DraftField }[] = [];
	let at = start;
	while (at < words.length) {
		const heading = headingAt(words, at, found.at(-1)?.field);
		if (heading) {
			found.push(heading);
			at = heading.span.to;
			continue;
		}
		const previous = found.at(-1);
		const word = words[at];
		// A word nobody knows belongs to the heading before it, unless it begins a line after a blank one or the headings anew.
		if (!previous || !word || (word.from === 0 && (lines[word.line]?.blankBefore || headingAt(words, at, undefined)))) break;
		previous.span = { from: previous.span.from, to: at + 1 };
		at += 1;
	}
	const first = words[start];
	const last = words[at - 1];
	if (!first || !last || found.length === 0) return undefined;
	return {
		headings: found.map(({ span, field }) => describeHeading(lines, words, span, field)),
		lines: { from: first.line, to: last.line + 1 },
	};
}

function headingAt(words: readonly Word[], from: number, previous: DraftField | undefined): { span: Span; field: DraftField } | undefined {
	for (let count = Math.min(longestHeading, words.length - from); count > 0; count -= 1) {
		const span = { from, to: from + count };
		const text = squeeze(words, span);
		const match = headingWords.find(
			({ field, words: known }) => known.test(text) && (!previous || columnOrder.indexOf(field) > columnOrder.indexOf(previous)),
		);
		if (match) return { span, field: match.field };
	}
	return undefined;
}

function describeHeading(lines: readonly TextLine[], words: readonly Word[], span: Span, field: DraftField): Heading {
	const pieces = sliceLines(lines, words, span);
	return { text: joinLines(pieces, 'line'), field, width: Math.max(...pieces.map(({ text }) => text.length)) };
}

/** The part of each line that a span of words covers. */
export function sliceLines(lines: readonly TextLine[], words: readonly Word[], span: Span): TextLine[] {
	const pieces: TextLine[] = [];
	let at = span.from;
	while (at < span.to) {
		const first = words[at];
		const line = first && lines[first.line];
		if (!line) break;
		let last = first;
		while (at < span.to && words[at]?.line === first.line) {
			last = words[at] ?? last;
			at += 1;
		}
		const reachesEnd = last.to === line.text.length;
		pieces.push({ ...line, text: line.text.slice(first.from, last.to), open: reachesEnd ? line.open : true });
	}
	return pieces;
}
