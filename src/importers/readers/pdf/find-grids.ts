import { recogniseHeading } from '#importers/headings.ts';
import type { Grid } from './fill-cells.ts';
import type { TextLine } from './find-columns.ts';
import { findColumns, listStretches, listTextLines, measureColumns, stackStretches } from './find-columns.ts';
import type { Lattice } from './find-lattices.ts';
import { findLattices, isInside } from './find-lattices.ts';
import { findRows } from './find-rows.ts';
import type { PageContent } from './page-content.ts';

/** A heading over several lines has at most so many. */
const mostHeadingLines = 6;
/** So many known headings side by side make a table. */
const fewestHeadings = 3;
/** Share of a page, above and below, where its running title and number stand. */
const margin = 0.1;
const pageNumber = /^(?:side|page)?\s*\d+(?:\s*(?:af|of|\/)\s*\d+)?$/iu;

/** Finds the tables of all pages: by their drawn lines, or on pages without any by headings and the space between the texts. */
export function findGrids(pages: readonly PageContent[]): Grid[] {
	const drawn = new Map<number, Grid[]>();
	for (const content of pages) {
		const lattices = findLattices(content).filter((lattice) => isTable(lattice, content));
		drawn.set(
			content.page,
			lattices.map((lattice): Grid => ({ page: content.page, columns: lattice.columns, rows: lattice.rows, lattice })),
		);
	}
	const open = pages.filter(({ page }) => drawn.get(page)?.length === 0);
	const written = findWritten(open);
	return pages
		.flatMap(({ page }) => drawn.get(page) ?? [])
		.concat(written)
		.toSorted((a, b) => a.page - b.page);
}

/** Lines around a part of a table only, such as its coloured cells, leave most of the words beside them outside. */
function isTable(lattice: Lattice, { texts }: PageContent): boolean {
	if (lattice.columns.length < 3 || lattice.rows.length < 2) return false;
	const beside = texts.filter(({ top, bottom }) => top + bottom > 2 * lattice.top && top + bottom < 2 * lattice.bottom);
	const inside = beside.filter((piece) => isInside(piece, lattice));
	return countLetters(inside) > countLetters(beside) * 0.6;
}

function countLetters(texts: PageContent['texts']): number {
	return texts.reduce((sum, { text }) => sum + text.length, 0);
}

type PageLines = { readonly page: number; readonly lines: readonly TextLine[] };
type Part = { readonly page: number; readonly heading: readonly TextLine[]; readonly body: readonly TextLine[] };

/** A table without drawn columns begins at the first line of known headings and goes on to the end. */
function findWritten(pages: readonly PageContent[]): Grid[] {
	const texts = dropRunningLines(pages);
	const first = texts.findIndex(({ lines }) => findHeading(lines) !== undefined);
	const start = texts[first];
	const heading = start && findHeading(start.lines);
	if (!start || !heading) return [];
	const headingTexts = start.lines.slice(heading.from, heading.to).map(lettersOf);
	const parts = texts
		.slice(first)
		.map(({ page, lines }, index) => splitPart(page, index === 0 ? lines.slice(heading.from) : lines, headingTexts));
	const body = parts.flatMap((part) => part.body);
	const columns = findColumns(parts[0]?.heading ?? [], body);
	if (columns.length <= fewestHeadings) return [];
	const written = measureColumns(columns, body);
	const rules = new Map(pages.map((content) => [content.page, listRules(content, columns)]));
	return parts.flatMap(({ page, heading: above, body: own }): Grid[] => {
		const edges = findRows(own, columns[1] ?? 0, rules.get(page) ?? []);
		const top = above[0]?.top;
		const rows = top === undefined ? edges : [top - 1, ...(edges.length > 0 ? edges : [(above.at(-1)?.bottom ?? top) + 1])];
		return rows.length > 1 ? [{ page, columns, rows, lattice: null, written }] : [];
	});
}

/** On each page the headings may be printed again; what stands above them there is the page's running title. */
function splitPart(page: number, lines: readonly TextLine[], heading: readonly string[]): Part {
	const texts = lines.slice(0, mostHeadingLines + heading.length).map(lettersOf);
	const start = texts.findIndex((_, from) => heading.every((text, index) => texts[from + index] === text));
	if (start < 0) return { page, heading: [], body: lines };
	const end = start + heading.length;
	return { page, heading: lines.slice(start, end), body: lines.slice(end) };
}

/** A line's letters, for comparing: the same words may be cut into other pieces on another page. */
function lettersOf(line: TextLine): string {
	return textOf(line).replace(/\s/gu, '');
}

function textOf(line: TextLine): string {
	return line.pieces
		.map(({ text }) => text)
		.join(' ')
		.replace(/\s+/gu, ' ');
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
		while (to < lines.length && to - from < mostHeadingLines && isClose(lines[to - 1], lines[to])) {
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

function countKnown(lines: readonly TextLine[]): number {
	return stackStretches(lines).filter(({ text }) => recogniseHeading(text).score >= 0.6).length;
}

/** Leaves out page numbers and running titles: the same words, but for their digits, at the same place of several pages. */
function dropRunningLines(pages: readonly PageContent[]): PageLines[] {
	const all = pages.map((content) => ({ content, lines: listTextLines(content.texts) }));
	const seen = new Map<string, number>();
	const keyOf = (line: TextLine): string => `${Math.round(line.top / 4)} ${textOf(line).replace(/\d+/gu, '#')}`;
	for (const { lines } of all) for (const line of lines) seen.set(keyOf(line), (seen.get(keyOf(line)) ?? 0) + 1);
	return all.map(({ content, lines }) => {
		const runs = (line: TextLine | undefined): boolean => {
			if (!line) return false;
			const outside = line.bottom < content.height * margin || line.top > content.height * (1 - margin);
			const again = (seen.get(keyOf(line)) ?? 0) > 1 && listStretches(line).length < fewestHeadings;
			return outside && (again || pageNumber.test(textOf(line)));
		};
		// From the edges inwards only: the lower lines of repeated headings look the same on every page too.
		let [from, to] = [0, lines.length];
		while (from < to && runs(lines[from])) from += 1;
		while (to > from && runs(lines[to - 1])) to -= 1;
		return { page: content.page, lines: lines.slice(from, to) };
	});
}
