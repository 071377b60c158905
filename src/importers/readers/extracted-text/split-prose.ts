import type { Source } from './recurring-cells.ts';
import { wrapsAsColumn } from './recurring-cells.ts';
import { sliceLines } from './find-header.ts';
import type { Span, TextLine } from './text-line.ts';
import { moneyWords } from './vocabulary.ts';

/** Remark and budget of a row. `unsure`: the text could be the other one. */
export type Prose = { readonly remark: Span | null; readonly budget: Span | null; readonly unsure: boolean };

/** What is known of the two columns: the texts that are surely budgets, without case, and both widths in characters. */
export type BudgetColumn = { readonly known: ReadonlySet<string>; readonly width: number; readonly remarkWidth: number };

/** Letters differ in width: a narrow column's line has at most this many times its usual number. */
const narrow = 1.25;
const clearlyNarrower = 0.45;

/**
 * Budgets that are certain: the cell stands on one line with the responsible body, after a remark that wrapped.
 * `rests` are the words between the colours and the responsible body.
 */
export function learnBudgets(source: Source, rests: readonly Span[], remarkWidth: number): BudgetColumn {
	const sure = rests.flatMap((rest) => {
		const pieces = sliceLines(source.lines, source.words, rest);
		const last = pieces.at(-1);
		return last && pieces.length > 1 && endsMidLine(source, rest) ? [last.text] : [];
	});
	const lengths = sure.map((text) => text.length).toSorted((a, b) => a - b);
	const usual = lengths.filter((length) => length <= 2.5 * (lengths[Math.floor(lengths.length / 2)] ?? 0));
	const width = usual.at(-1) ?? 30;
	return { known: new Set(sure.filter((text) => text.length <= width).map((text) => text.toLowerCase())), width, remarkWidth };
}

function endsMidLine({ lines, words }: Source, span: Span): boolean {
	const last = words[span.to - 1];
	return last !== undefined && last.to < (lines[last.line]?.text.length ?? 0);
}

/** Tells remark from budget by where cells may end, by the budgets other rows have, and by the width they wrap at. */
export function splitProse(source: Source, rest: Span, column: BudgetColumn): Prose {
	if (rest.from >= rest.to) return { remark: null, budget: null, unsure: false };
	const pieces = sliceLines(source.lines, source.words, rest);
	if (endsMidLine(source, rest)) {
		const lastLine = lineSpan(source, rest, pieces.length - 1);
		const last = pieces.at(-1);
		// After a remark that wrapped, all that stands before the responsible body on its line is the budget.
		if (pieces.length > 1 && last && last.text.length <= column.width * narrow) return cut(rest, lastLine.from);
		return splitOneLine(source, rest, lastLine, column);
	}
	return splitWrapped(source, rest, pieces, column);
}

function cut(rest: Span, at: number): Prose {
	const remark = at > rest.from ? { from: rest.from, to: at } : null;
	const budget = at < rest.to ? { from: at, to: rest.to } : null;
	return { remark, budget, unsure: false };
}

/** Words of the n-th line of a span. */
function lineSpan({ words }: Source, span: Span, index: number): Span {
	const numbers: number[] = [];
	for (let at = span.from; at < span.to; at += 1) {
		const line = words[at]?.line ?? 0;
		if (numbers.at(-1) !== line) numbers.push(line);
	}
	const from = words.findIndex((word, at) => at >= span.from && word.line === numbers[index]);
	const next = words.findIndex((word, at) => at > from && at < span.to && word.line !== numbers[index]);
	return { from, to: next < 0 ? span.to : next };
}

/** Remark and budget on one line: a known budget, a repeated phrase or a new sentence about money tells where the second begins. */
function splitOneLine(source: Source, rest: Span, line: Span, column: BudgetColumn): Prose {
	const text = (from: number, to: number): string =>
		source.words
			.slice(from, to)
			.map((word) => word.text)
			.join(' ');
	for (let at = line.from; at < line.to; at += 1) {
		if (column.known.has(text(at, line.to).toLowerCase())) return cut(rest, at);
	}
	for (let at = line.from + 1; at < line.to; at += 1) {
		const half = line.to - at;
		if (at - half >= line.from && text(at - half, at) === text(at, line.to)) return cut(rest, at);
	}
	for (let at = line.from + 1; at < line.to; at += 1) {
		const budget = text(at, line.to);
		const begins = /[.!?]$/u.test(source.words[at - 1]?.text ?? '') && /^\p{Lu}/u.test(budget);
		if (begins && budget.length <= column.width * narrow) return { ...cut(rest, at), unsure: !moneyWords.test(budget) };
	}
	const whole = text(rest.from, rest.to);
	if (rest.from === line.from && whole.length <= column.width * narrow) {
		return moneyWords.test(whole) ? { ...cut(rest, rest.from), unsure: true } : { remark: rest, budget: null, unsure: true };
	}
	return { remark: rest, budget: null, unsure: false };
}

/** The responsible body begins a line, so the cell before it wrapped: the last narrow paragraphs are the budget, or all is remark. */
function splitWrapped(source: Source, rest: Span, pieces: readonly TextLine[], column: BudgetColumn): Prose {
	let start = pieces.length;
	for (let end = pieces.length; end > 0;) {
		const from = Math.max(
			0,
			pieces.findLastIndex((piece, index) => index < end && piece.blankBefore),
		);
		const block = pieces.slice(from, end);
		if (!isBudgetBlock(block, column)) break;
		start = from;
		end = from;
	}
	const lines = pieces.length - start;
	if (lines > 1) return cut(rest, lineSpan(source, rest, start).from);
	if (lines === 1 || pieces.length === 0) return { remark: rest, budget: null, unsure: lines === 1 };
	return splitSharedLine(source, rest, pieces, column);
}

function isBudgetBlock(block: readonly TextLine[], { known, width, remarkWidth }: BudgetColumn): boolean {
	const widest = Math.max(...block.map(({ text }) => text.length));
	if (widest > width * narrow) {
		// Wider than the budgets known so far, but all its lines break where a remark's would not.
		const wraps = block.length > 1 && block.slice(0, -1).every(({ open }) => open) && wrapsAsColumn(block, widest);
		return wraps && widest < remarkWidth * clearlyNarrower;
	}
	const text = block.map((piece) => piece.text).join(' ');
	return known.has(text.toLowerCase()) || moneyWords.test(text) || (block.length > 1 && someLineWraps(block, width));
}

function someLineWraps(block: readonly TextLine[], width: number): boolean {
	return block.some((piece, index) => index < block.length - 1 && piece.open && wrapsAsColumn(block.slice(index, index + 2), width));
}

/** A remark on one line and the first line of a budget that wrapped stand on one line. */
function splitSharedLine(source: Source, rest: Span, pieces: readonly TextLine[], { width }: BudgetColumn): Prose {
	const remark = { remark: rest, budget: null, unsure: false };
	const below = pieces.slice(1);
	const first = pieces[0];
	if (!first || below.length === 0 || below.some(({ text }) => text.length > width * narrow)) return remark;
	const line = lineSpan(source, rest, 0);
	for (let at = line.from + 1; at < line.to; at += 1) {
		const head = sliceLines(source.lines, source.words, { from: at, to: line.to })[0];
		const word = source.words[at]?.text ?? '';
		if (!head || head.text.length > width * narrow || !/^\p{Lu}/u.test(word)) continue;
		if (wrapsAsColumn([head, ...below.slice(0, 1)], width)) return { ...cut(rest, at), unsure: true };
	}
	return remark;
}
