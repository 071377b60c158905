import { listTextLines } from './find-columns.ts';
import type { TextLine } from './find-columns.ts';
import type { Grid } from './fill-cells.ts';
import type { PageContent } from './page-content.ts';
import { textOf } from './running-lines.ts';

/** A name stands at most this far above its table, in points, and is at most so long. */
const nearAbove = 40;
const longestName = 120;
/** A title's letters are at least so much larger than most of the page's. */
const larger = 1.25;

/** The line right above a table, when it is short enough to be its name. */
export function findTitleAbove(content: PageContent, { rows, columns }: Grid): string | null {
	const top = rows[0] ?? 0;
	const left = columns[0] ?? 0;
	const right = columns.at(-1) ?? 0;
	const above = listTextLines(content.texts).findLast((line) => line.bottom <= top + 1 && line.left < right && line.right > left);
	if (!above || top - above.bottom > nearAbove) return null;
	const text = textOf(above);
	return text.length <= longestName ? text : null;
}

/** The largest words of the first page, when they are larger than the rest. */
export function findDocumentTitle(pages: readonly PageContent[]): string | null {
	const [page] = pages;
	if (!page) return null;
	const sizes = page.texts
		.flatMap(({ size, text }) => Array.from({ length: Math.ceil(text.length / 10) }, () => size))
		.toSorted((a, b) => a - b);
	const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
	const lines = listTextLines(page.texts);
	const sizeOf = (line: TextLine): number => Math.max(...line.pieces.map(({ size }) => size));
	const largest = Math.max(0, ...lines.map(sizeOf));
	if (largest < usual * larger) return null;
	const first = lines.findIndex((line) => sizeOf(line) > largest - 0.5);
	const rest = lines.slice(first).findIndex((line) => sizeOf(line) <= largest - 0.5);
	const title = lines
		.slice(first, rest < 0 ? undefined : first + rest)
		.map(textOf)
		.join(' ');
	return title.length > 0 && title.length <= longestName * 2 ? title : null;
}
