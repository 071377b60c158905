import { recogniseHeading } from '#importers/headings.ts';
import type { Grid } from './fill-cells.ts';
import type { TextLine } from './find-columns.ts';
import { findColumns, findRuledColumns, listStretches, measureColumns, stackStretches } from './find-columns.ts';
import { findRows, learnRows } from './find-rows.ts';
import type { PageContent } from './page-content.ts';
import type { PageLines } from './running-lines.ts';
import { dropRunningLines, lettersOf, textOf } from './running-lines.ts';

/** A heading over several lines has at most so many. */
const mostHeadingLines = 6;
/** So many known headings side by side make a table. */
const fewestHeadings = 3;
/** A table's name stands at most so many lines above its headings, in letters so much larger than the table's. */
const mostTitleLines = 4;
const larger = 1.1;

/** A stretch of a page from one row of headings, or the page's top, to the next. */
type Part = {
	readonly page: number;
	/** Name of a table that begins here; undefined where one goes on. */
	readonly title: string | undefined;
	readonly heading: readonly TextLine[];
	readonly body: readonly TextLine[];
};

/** Finds tables without drawn columns: they begin at the first line of known headings and go on to the end. */
export function findWritten(pages: readonly PageContent[]): Grid[] {
	const texts = dropRunningLines(pages);
	const first = texts.findIndex(({ lines }) => findHeading(lines) !== undefined);
	const start = texts[first];
	const heading = start && findHeading(start.lines);
	if (!start || !heading) return [];
	const letters = start.lines.slice(heading.from, heading.to).map(lettersOf);
	const size = usualSize(texts.slice(first).flatMap(({ lines }) => lines));
	const [opening, ...others] = texts.slice(first).flatMap((page) => splitParts(page, letters, size));
	const parts = [...(opening && opening.heading.length > 0 ? [opening] : []), ...others];
	const body = parts.flatMap((part) => part.body);
	const ruled = findRuledColumns(pages);
	const columns = ruled.length > 0 ? ruled : findColumns(start.lines.slice(heading.from, heading.to), body);
	return columns.length > fewestHeadings ? placeRows(pages, parts, columns) : [];
}

function placeRows(pages: readonly PageContent[], parts: readonly Part[], columns: readonly number[]): Grid[] {
	const key = columns[1] ?? 0;
	const written = measureColumns(
		columns,
		parts.flatMap((part) => part.body),
	);
	const habits = learnRows(
		parts.map(({ body, title }, index) => ({ lines: body, begins: index === 0 || title !== undefined })),
		key,
	);
	const rules = new Map(pages.map((content) => [content.page, listRules(content, columns)]));
	return parts.flatMap(({ page, title, heading, body }): Grid[] => {
		const edges = findRows(body, key, rules.get(page) ?? [], habits);
		const top = heading[0]?.top;
		const rows = top === undefined ? edges : [top - 1, ...(edges.length > 0 ? edges : [(heading.at(-1)?.bottom ?? top) + 1])];
		return rows.length > 1 ? [{ page, columns, rows, lattice: null, written, title: title ?? null, begins: title !== undefined }] : [];
	});
}

/** Cuts a page where the headings are printed again, for another table or because the page is new. */
function splitParts({ page, lines }: PageLines, heading: readonly string[], size: number): Part[] {
	const letters = lines.map(lettersOf);
	const starts = letters.flatMap((_, from) => (heading.every((text, index) => letters[from + index] === text) ? [from] : []));
	const titles = starts.map((start) => findTitle(lines, start, size));
	// What stands above the first headings of a page, and is no title, is the page's running title.
	const ends = starts.map((start, order) => titles[order] ?? (order === 0 && start <= mostHeadingLines ? 0 : start));
	const before: Part[] = (ends[0] ?? lines.length) > 0 ? [{ page, title: undefined, heading: [], body: lines.slice(0, ends[0]) }] : [];
	const after = starts.map((start, order): Part => {
		const title = titles[order];
		const from = start + heading.length;
		const text = title === undefined ? undefined : textOf(lines[title] ?? { pieces: [], left: 0, top: 0, right: 0, bottom: 0 });
		return { page, title: text, heading: lines.slice(start, from), body: lines.slice(from, ends[order + 1]) };
	});
	return [...before, ...after];
}

/** The nearest line of larger letters a few lines above the headings, and the first of those that go with it. */
function findTitle(lines: readonly TextLine[], heading: number, size: number): number | undefined {
	const isTitle = (line: TextLine | undefined): boolean => line !== undefined && line.pieces.every((piece) => piece.size > size * larger);
	for (let index = heading - 1; index >= Math.max(0, heading - mostTitleLines); index -= 1) {
		if (isTitle(lines[index])) return index;
	}
	return undefined;
}

function usualSize(lines: readonly TextLine[]): number {
	const sizes = lines.flatMap(({ pieces }) => pieces.map(({ size }) => size)).toSorted((a, b) => a - b);
	return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** Places of the lines drawn across most of a table, from the top. */
function listRules({ rules }: PageContent, columns: readonly number[]): number[] {
	const [left, right] = [columns[0] ?? 0, columns.at(-1) ?? 0];
	const reach = new Map<number, number>();
	for (const { direction, at, from, to } of rules) {
		const place = [...reach.keys()].find((known) => Math.abs(known - at) < 2) ?? at;
		if (direction === 'horizontal') reach.set(place, (reach.get(place) ?? 0) + Math.max(0, Math.min(to, right) - Math.max(from, left)));
	}
	return [...reach]
		.filter(([, length]) => length > (right - left) * 0.7)
		.map(([place]) => place)
		.toSorted((a, b) => a - b);
}

/** The lines that hold the headings: as many as stand close together and make the most known headings. */
function findHeading(lines: readonly TextLine[]): { from: number; to: number } | undefined {
	for (const [from, line] of lines.entries()) {
		let to = from + 1;
		let most = { to, known: countKnown([line]) };
		if (most.known === 0) continue;
		while (to < lines.length && to - from < mostHeadingLines && isClose(lines[to - 1], lines[to]) && startsWithin(line, lines[to])) {
			to += 1;
			const known = countKnown(lines.slice(from, to));
			if (known >= most.known) most = { to, known };
		}
		if (most.known >= fewestHeadings) return { from, to: most.to };
	}
	return undefined;
}

/** Lines of one cell stand closer together than half their letters' height. */
function isClose(above: TextLine | undefined, below: TextLine | undefined): boolean {
	return above !== undefined && below !== undefined && below.top - above.bottom < (below.bottom - below.top) * 0.5;
}

/** Words alone, further left than the headings, are the first section's heading or the first row's number. */
function startsWithin(heading: TextLine, line: TextLine | undefined): boolean {
	return line !== undefined && (line.left >= heading.left - 1 || listStretches(line).length > 1);
}

function countKnown(lines: readonly TextLine[]): number {
	return stackStretches(lines).filter(({ text }) => recogniseHeading(text).score >= 0.6).length;
}
