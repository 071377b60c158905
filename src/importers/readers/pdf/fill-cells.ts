import type { CellLine } from './cell-text.ts';
import { listLines } from './cell-text.ts';
import type { Lattice } from './find-lattices.ts';
import type { Area, Fill, PageContent, TextPiece } from './page-content.ts';
import { isInside } from './page-content.ts';

/** A table on one page: its edges, and the drawn lines where it has them. */
export type Grid = {
	readonly page: number;
	readonly columns: readonly number[];
	readonly rows: readonly number[];
	readonly lattice: Lattice | null;
	/** Where no columns are drawn: its name, and whether a table begins here or goes on. */
	readonly title?: string | null;
	readonly begins?: boolean;
	/** Where no columns are drawn: how far the words of each reach. */
	readonly written?: readonly { readonly left: number; readonly right: number }[];
};

/** A cell over `span` columns from `column`; columns count from 0. */
export type GridCell = {
	readonly column: number;
	readonly span: number;
	readonly lines: readonly CellLine[];
	readonly fill: string | undefined;
	/** Lower part of a cell over several rows, whose text stands in the first of them. */
	readonly fromAbove: boolean;
};

/** A row of a table on one page. `row` counts from 1 on that page. */
export type GridRow = { readonly page: number; readonly row: number; readonly cells: readonly GridCell[] };

/** Words this far over a column's edge, in points, belong to the next cell. */
const overEdge = 3;

/** Puts a page's texts and backgrounds into the cells of a grid. */
export function fillCells(content: PageContent, grid: Grid): GridRow[] {
	const rows: GridRow[] = [];
	for (const [index, top] of grid.rows.slice(0, -1).entries()) {
		const bottom = grid.rows[index + 1] ?? top;
		const band = { left: grid.columns[0] ?? 0, right: grid.columns.at(-1) ?? 0, top, bottom };
		const texts = content.texts.filter((piece) => isInside(piece, { ...band, left: band.left - overEdge, right: band.right + overEdge }));
		const edges = grid.lattice ? drawnEdges(grid.lattice, grid.columns, band) : writtenEdges(grid.columns, texts);
		const cells = edges.slice(0, -1).map((from, place): GridCell => {
			const to = edges[place + 1] ?? from;
			const area = { ...band, left: grid.columns[from] ?? band.left, right: grid.columns[to] ?? band.right };
			return readCell(content, grid, { from, to, area });
		});
		rows.push({ page: grid.page, row: index + 1, cells });
	}
	return rows;
}

/** Columns whose edge is drawn beside this row: where none is, the cell goes on. */
function drawnEdges(lattice: Lattice, columns: readonly number[], { top, bottom }: Area): number[] {
	const [from, to] = [top + (bottom - top) * 0.3, bottom - (bottom - top) * 0.3];
	return columns.flatMap((x, index) => (index === 0 || index === columns.length - 1 || lattice.hasColumnEdge(x, from, to) ? [index] : []));
}

/** Without drawn columns a row with one text that runs over an edge is one cell: a section's heading. */
function writtenEdges(columns: readonly number[], texts: readonly TextPiece[]): number[] {
	const second = columns[1] ?? Infinity;
	const starts = texts.some(({ left }) => left < second);
	const crosses = texts.some(({ left, right }) => left < second - overEdge && right > second + overEdge);
	const others = texts.some(({ left }) => left > (columns[2] ?? Infinity));
	return starts && crosses && !others ? [0, columns.length - 1] : columns.map((_, index) => index);
}

function readCell(content: PageContent, grid: Grid, { from, to, area }: { from: number; to: number; area: Area }): GridCell {
	const fromAbove = grid.lattice !== null && area.top > (grid.rows[0] ?? 0) && !hasEdge(grid.lattice, area.top, area);
	const whole = grid.lattice ? growDown(grid, area) : area;
	const pieces = fromAbove ? [] : content.texts.flatMap((piece) => cutPiece(piece, whole));
	return {
		column: from,
		span: to - from,
		lines: layLines(pieces, to - from === 1 ? { ...whole, ...grid.written?.[from] } : whole),
		fill: findFill(content.fills, area),
		fromAbove,
	};
}

function hasEdge(lattice: Lattice, y: number, { left, right }: Area): boolean {
	const inset = Math.min(overEdge, (right - left) / 4);
	return lattice.hasRowEdge(y, left + inset, right - inset);
}

/** The area of a cell with the rows below that it covers. */
function growDown({ rows, lattice }: Grid, area: Area): Area {
	const below = rows.filter((y) => y >= area.bottom);
	const bottom = below.find((y, index) => !lattice || index === below.length - 1 || hasEdge(lattice, y, area));
	return { ...area, bottom: bottom ?? area.bottom };
}

/** The part of a text that stands in an area: a text over a column's edge is cut at the space next to the edge. */
function cutPiece(piece: TextPiece, area: Area): TextPiece[] {
	const y = (piece.top + piece.bottom) / 2;
	if (y < area.top || y >= area.bottom || piece.right <= area.left || piece.left >= area.right) return [];
	const overlap = Math.min(piece.right, area.right) - Math.max(piece.left, area.left);
	const isWithin = piece.left >= area.left - overEdge && piece.right <= area.right + overEdge;
	if (isWithin || piece.turn !== 0) return overlap > (piece.right - piece.left) / 2 ? [piece] : [];
	const letter = (piece.right - piece.left) / piece.text.length;
	const place = (x: number): number => cutAt(piece.text, (x - piece.left) / letter);
	const start = piece.left < area.left - overEdge ? place(area.left) : 0;
	const end = piece.right > area.right + overEdge ? place(area.right) : piece.text.length;
	const text = piece.text.slice(start, end);
	if (text.trim() === '') return [];
	return [{ ...piece, text, left: piece.left + start * letter, right: piece.left + end * letter }];
}

/** The beginning of a word that lies nearest to a place in a text; its ends count. */
function cutAt(text: string, wanted: number): number {
	const places = [0, text.length];
	for (const match of text.matchAll(/\s+(?=\S)/gu)) places.push(match.index + match[0].length);
	return places.reduce((best, place) => (Math.abs(place - wanted) < Math.abs(best - wanted) ? place : best));
}

/** Lines of a cell; headings may be set upwards to save width, and are read so. */
function layLines(pieces: readonly TextPiece[], area: Area): CellLine[] {
	if (pieces.length === 0) return [];
	const upwards = pieces.filter(({ turn }) => turn === 90 || turn === 270).length > pieces.length / 2;
	if (!upwards) return listLines(pieces, area.left, area.right);
	const turned = pieces.map((piece): TextPiece => {
		const sign = piece.turn === 90 ? 1 : -1;
		const [top, bottom] = sign > 0 ? [piece.left, piece.right] : [-piece.right, -piece.left];
		const [left, right] = sign > 0 ? [-piece.bottom, -piece.top] : [piece.top, piece.bottom];
		return { ...piece, left, right, top, bottom, turn: 0 };
	});
	return listLines(turned, Math.min(...turned.map(({ left }) => left)), Math.max(...turned.map(({ right }) => right)));
}

/** The uppermost background that covers most of a cell. */
function findFill(fills: readonly Fill[], area: Area): string | undefined {
	const size = (area.right - area.left) * (area.bottom - area.top);
	return fills.findLast((fill) => {
		const width = Math.min(fill.right, area.right) - Math.max(fill.left, area.left);
		const height = Math.min(fill.bottom, area.bottom) - Math.max(fill.top, area.top);
		return width > 0 && height > 0 && width * height > size * 0.6;
	})?.colour;
}
