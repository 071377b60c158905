import type { TextLine } from './find-columns.ts';
import { listStretches, listTextLines } from './find-columns.ts';
import type { PageContent } from './page-content.ts';

/** The lines of a page, from the top. */
export type PageLines = { readonly page: number; readonly lines: readonly TextLine[] };

/** Share of a page, above and below, where its running title and number stand. */
const margin = 0.1;
const pageMark = /^(?:side|page|sida)\s*\d+(?:\s*(?:af|of|\/)\s*\d+)?$/iu;
/** A line of so many columns belongs to a table. */
const fewestColumns = 3;

/** Leaves out page numbers and running titles: the same words, but for their digits, at the same place of several pages. */
export function dropRunningLines(pages: readonly PageContent[]): PageLines[] {
	const all = pages.map((content) => ({ content, lines: listTextLines(content.texts) }));
	const seen = new Map<string, number>();
	const keyOf = (line: TextLine): string => `${Math.round(line.top / 4)} ${textOf(line).replace(/\d+/gu, '#')}`;
	for (const { lines } of all) for (const line of lines) seen.set(keyOf(line), (seen.get(keyOf(line)) ?? 0) + 1);
	return all.map(({ content, lines }) => {
		const runs = (line: TextLine | undefined): boolean => {
			if (!line) return false;
			const outside = line.bottom < content.height * margin || line.top > content.height * (1 - margin);
			const again = (seen.get(keyOf(line)) ?? 0) > 1 && listStretches(line).length < fewestColumns;
			return outside && (again || pageMark.test(textOf(line)));
		};
		// From the edges inwards only: the lower lines of repeated headings look the same on every page too.
		let [from, to] = [0, lines.length];
		while (from < to && runs(lines[from])) from += 1;
		while (to > from && runs(lines[to - 1])) to -= 1;
		return { page: content.page, lines: lines.slice(from, to) };
	});
}

/** The words of a line. */
export function textOf(line: TextLine): string {
	return line.pieces
		.map(({ text }) => text)
		.join(' ')
		.replace(/\s+/gu, ' ')
		.trim();
}

/** A line's letters, for comparing: the same words may be cut into other pieces on another page. */
export function lettersOf(line: TextLine): string {
	return textOf(line).replace(/\s/gu, '');
}
