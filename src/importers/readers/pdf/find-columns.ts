import type { Area, PageContent, TextPiece } from './page-content.ts';
import { boundAreas } from './page-content.ts';

/** Text on one line of a page. */
export type TextLine = Area & { readonly pieces: readonly TextPiece[] };

/** Gaps between columns are at least this wide, as a share of the letters' height: wider than a space between words. */
const narrowestGap = 0.35;
const besideText = 1;
/** This share of a table's lines may run over a gap: headings of sections, a cell that overflows. */
const overflow = 0.04;

/** Puts the pieces of a page on lines, from the top. */
export function listTextLines(pieces: readonly TextPiece[]): TextLine[] {
	const lines: TextPiece[][] = [];
	const upright = pieces.filter(({ turn }) => turn === 0);
	for (const piece of upright.toSorted((a, b) => a.top + a.bottom - b.top - b.bottom)) {
		const last = lines.at(-1);
		const first = last?.[0];
		const apart = first ? Math.abs(piece.top + piece.bottom - first.top - first.bottom) / 2 : Infinity;
		if (last && first && apart < Math.min(piece.size, first.size) * 0.4) last.push(piece);
		else lines.push([piece]);
	}
	return lines.map((line) => boundLine(line.toSorted((a, b) => a.left - b.left)));
}

function boundLine(pieces: readonly TextPiece[]): TextLine {
	return { pieces, ...boundAreas(pieces) };
}

/** Stretches of a line that a wide space parts from one another: what stands in different cells. */
export function listStretches(line: TextLine): TextPiece[][] {
	const stretches: TextPiece[][] = [];
	let right = -Infinity;
	for (const piece of line.pieces) {
		const last = stretches.at(-1);
		if (last && piece.left - right < piece.size * 0.75) last.push(piece);
		else stretches.push([piece]);
		right = Math.max(right, piece.right);
	}
	return stretches;
}

/** Text that stands in one column of the headings. */
export type Stretch = { readonly left: number; readonly right: number; readonly text: string };

/** Puts together what stands above one another on several lines. */
export function stackStretches(lines: readonly TextLine[]): Stretch[] {
	let columns: Stretch[] = [];
	for (const line of lines) {
		for (const pieces of listStretches(line)) {
			let stretch = boundStretch(pieces);
			const own = columns.filter(({ left, right }) => stretch.left < right && stretch.right > left);
			columns = columns.filter((column) => !own.includes(column));
			const all = [...own, stretch];
			stretch = {
				left: Math.min(...all.map(({ left }) => left)),
				right: Math.max(...all.map(({ right }) => right)),
				text: all.map(({ text }) => text).join(' '),
			};
			columns.push(stretch);
		}
	}
	return columns;
}

function boundStretch(pieces: readonly TextPiece[]): Stretch {
	return {
		left: pieces[0]?.left ?? 0,
		right: Math.max(...pieces.map((piece) => piece.right)),
		text: pieces.map((piece) => piece.text).join(' '),
	};
}

/**
 * Column edges of a table without drawn columns: the upright stripes that (almost) no line writes on, and no heading.
 * The first edge is the table's left, the last its right.
 */
export function findColumns(headings: readonly TextLine[], body: readonly TextLine[]): number[] {
	const lines = [...headings, ...body];
	if (lines.length === 0) return [];
	const { left, right } = boundAreas(lines);
	// A line with one stretch from the left edge is a section's heading, or the first column alone; neither shows a gap.
	const telling = body.filter((line) => line.left > left + besideText || listStretches(line).length > 1);
	const sizes = body.flatMap(({ pieces }) => pieces.map(({ size }) => size)).toSorted((a, b) => a - b);
	const gap = narrowestGap * (sizes[Math.floor(sizes.length / 2)] ?? 0);
	const allowed = Math.floor(telling.length * overflow);
	const changes = [
		...telling.flatMap(({ pieces }) => pieces).flatMap((piece) => coverage(piece, 1)),
		// Headings count above all: a column of colours alone has no other words.
		...headings.flatMap(({ pieces }) => pieces).flatMap((piece) => coverage(piece, allowed + 1)),
	].toSorted((a, b) => a.at - b.at || b.by - a.by);
	const edges = [left - besideText];
	let depth = 0;
	let opened = -Infinity;
	for (const { at, by } of changes) {
		const before = depth;
		depth += by;
		if (before > allowed && depth <= allowed) opened = at;
		if (before <= allowed && depth > allowed && opened > -Infinity && at - opened >= gap) edges.push(at - Math.min(1, gap / 2));
	}
	return [...edges, right + besideText];
}

function coverage({ left, right }: Area, by: number): { at: number; by: number }[] {
	return [
		{ at: left, by },
		{ at: right, by: -by },
	];
}

/** How far the words of each column reach to the left and right. */
export function measureColumns(columns: readonly number[], lines: readonly TextLine[]): { left: number; right: number }[] {
	const pieces = lines.flatMap((line) => line.pieces);
	return columns.slice(0, -1).map((edge, index) => {
		const next = columns[index + 1] ?? edge;
		const own = pieces.filter((piece) => piece.left >= edge - 1 && piece.right <= next + 1);
		const { left, right } = boundAreas(own);
		return { left: Math.min(next, left), right: Math.max(edge, right) };
	});
}

/** Columns of a table that has a line below every cell: the places where most of those lines end. None when they run through. */
export function findRuledColumns(pages: readonly PageContent[]): number[] {
	const ends = new Map<number, number>();
	let rows = 0;
	for (const { rules } of pages) {
		const byRow = new Map<number, Set<number>>();
		for (const { direction, at, from, to } of rules) {
			if (direction !== 'horizontal') continue;
			const row = byRow.get(Math.round(at / 2)) ?? new Set<number>();
			byRow.set(Math.round(at / 2), row);
			for (const x of [from, to]) row.add([...ends.keys()].find((known) => Math.abs(known - x) < sameEnd) ?? remember(ends, x));
		}
		rows += byRow.size;
		for (const row of byRow.values()) for (const x of row) ends.set(x, (ends.get(x) ?? 0) + 1);
	}
	const often = [...ends].filter(([, count]) => rows > 2 && count > rows * 0.5).map(([x]) => x);
	return often.length > 3 ? often.toSorted((a, b) => a - b) : [];
}

const sameEnd = 2.5;

function remember(ends: Map<number, number>, x: number): number {
	ends.set(x, 0);
	return x;
}
