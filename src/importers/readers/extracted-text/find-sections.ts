import type { RowStart } from './find-row-starts.ts';
import { joinLines } from './join-lines.ts';
import type { Source } from './recurring-cells.ts';
import type { Span } from './text-line.ts';

/** A row with its words, from its number up to the next section or row. */
export type RowSpan = { readonly start: RowStart; readonly span: Span };

/** A heading between rows. `line` is its first line; `before` the row that follows it. */
export type Section = { readonly text: string; readonly line: number; readonly before: number };

const mostHeadingLines = 4;

/** Cuts the body into rows, and takes out the section headings that stand between the last cell of one and the number of the next. */
export function cutRows(
	source: Source,
	body: Span,
	starts: readonly RowStart[],
	sectors: ReadonlySet<string>,
): { rows: RowSpan[]; sections: Section[] } {
	const rows: RowSpan[] = [];
	const sections: Section[] = [];
	for (const [index, start] of starts.entries()) {
		const previous = starts[index - 1];
		const headingLine = findHeadingLine(source, previous ? previous.anchor.to : body.from, start, sectors, previous === undefined);
		const heading = headingLine === undefined ? undefined : source.words.findIndex(({ line }) => line === headingLine);
		if (previous) rows.push({ start: previous, span: { from: previous.from, to: heading ?? start.from } });
		if (headingLine !== undefined) {
			const pieces = source.lines.slice(headingLine, start.line);
			sections.push({ text: joinLines(pieces, 'line'), line: headingLine, before: index });
		}
	}
	const last = starts.at(-1);
	if (last) rows.push({ start: last, span: { from: last.from, to: body.to } });
	return { rows, sections };
}

function findHeadingLine(
	{ lines, words }: Source,
	from: number,
	start: RowStart,
	sectors: ReadonlySet<string>,
	isFirst: boolean,
): number | undefined {
	const floor = isFirst ? (words[from]?.line ?? 0) : (words[from - 1]?.line ?? 0) + 1;
	let top = start.line - 1;
	while (top > floor && !lines[top]?.blankBefore) top -= 1;
	const block = lines.slice(Math.max(top, floor), start.line);
	const base = Math.max(top, floor);
	if (block.length === 0) return undefined;
	const inCapitals = block.findIndex(({ text }) => isCapitals(text));
	if (inCapitals >= 0 && block.length - inCapitals <= mostHeadingLines) return base + inCapitals;
	if (isFirst && block.length <= mostHeadingLines) return base;
	return sectors.has(joinLines(block, 'line').toLowerCase()) ? base : undefined;
}

/** A heading is set in capitals, or nearly ("LANDBRUG og"). */
function isCapitals(text: string): boolean {
	const letters = text.match(/\p{L}/gu) ?? [];
	const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter)).length;
	return letters.length >= 4 && capitals / letters.length > 0.6;
}
