import type { TextLine } from './find-columns.ts';
import { boundAreas } from './page-content.ts';

/** Space between two rows, as a share of what is usual on the page. */
const nearlyUsual = 0.8;

/**
 * Row edges of a table without drawn rows. A row begins at the line that writes in the first column; where cells are set in the
 * middle of their rows, at the widest gap above it. `first` is the right edge of the first column. `rules` are the places of lines
 * drawn across the table: where there are about as many as rows, they part the rows. `habits` come from the whole table.
 */
export function findRows(lines: readonly TextLine[], first: number, rules: readonly number[], habits: RowHabits): number[] {
	if (lines.length === 0) return [];
	const drawn = useRules(lines, first, rules);
	if (drawn) return drawn;
	const gaps = measureGaps(lines);
	const [begin = 0, ...others] = listStarts(lines, first, habits.fromTop);
	// What stands above the first row of a page is the rest of a row from the page before, if it stands apart.
	const apart = habits.fromTop || (gaps[begin] ?? 0) >= habits.gap * nearlyUsual;
	const indexes = [0, ...(apart ? [begin] : []), ...others];
	return [...new Set(indexes.map((index) => edgeAbove(lines, index))), boundAreas(lines).bottom + 1];
}

/** Indexes of the lines that rows begin with. */
function listStarts(lines: readonly TextLine[], first: number, fromTop: boolean): number[] {
	const keys = lines.flatMap((line, index) => (line.left < first ? [index] : []));
	if (fromTop) return keys;
	const gaps = measureGaps(lines);
	return keys.map((key, order) => widest(gaps, (keys[order - 1] ?? 0) + 1, key));
}

/** How a table sets its cells: at the top of their rows or in the middle, and the space that parts two rows. */
export type RowHabits = { readonly fromTop: boolean; readonly gap: number };

/** Lines between two rows of headings; `begins` where the first of them follows the headings and is no rest of a row. */
export type RowPart = { readonly lines: readonly TextLine[]; readonly begins: boolean };

/** Learns from all pages how a table sets its rows. `first` is the right edge of the first column. */
export function learnRows(parts: readonly RowPart[], first: number): RowHabits {
	const fromTop = areRowsFromTop(parts, first);
	const gaps = parts.flatMap(({ lines }) => {
		const own = measureGaps(lines);
		return listStarts(lines, first, fromTop)
			.slice(1)
			.map((index) => own[index] ?? 0);
	});
	return { fromTop, gap: gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0 };
}

/**
 * Told by rows of several lines that follow the headings or a section's heading: where cells are set at the top, their first line
 * writes in the first column. Else by the space above such lines.
 */
function areRowsFromTop(parts: readonly RowPart[], first: number): boolean {
	const isKey = (line: TextLine | undefined): boolean => line !== undefined && line.left < first;
	const isHeading = (line: TextLine | undefined): boolean =>
		line !== undefined && isKey(line) && line.right > first && line.pieces.length === 1;
	const begins = parts.flatMap(({ lines, begins: isFirst }) =>
		lines.filter((_, index) => (index === 0 ? isFirst : isHeading(lines[index - 1])) && lines[index + 1] && !isKey(lines[index + 1])),
	);
	const headings = begins.filter((line) => !isHeading(line));
	if (headings.length > 0) return headings.filter(isKey).length >= headings.length * 0.8;
	const gaps = parts.map(({ lines }) => measureGaps(lines));
	const inner = gaps.flatMap((own) => own.slice(1)).toSorted((a, b) => a - b);
	const usual = inner[Math.floor(inner.length / 2)] ?? 0;
	const keys = parts.flatMap(({ lines }, part) =>
		lines.flatMap((line, index) => (index > 0 && isKey(line) ? [gaps[part]?.[index] ?? 0] : [])),
	);
	return keys.filter((gap) => gap > usual + 1).length >= keys.length * 0.6;
}

/** Empty space above each line, below all that stands higher. */
function measureGaps(lines: readonly TextLine[]): number[] {
	let reached = -Infinity;
	return lines.map(({ top, bottom }, index) => {
		const gap = index === 0 ? 0 : top - reached;
		reached = Math.max(reached, bottom);
		return gap;
	});
}

function useRules(lines: readonly TextLine[], first: number, rules: readonly number[]): number[] | undefined {
	const top = lines[0]?.top ?? 0;
	const { bottom } = boundAreas(lines);
	const inside = rules.filter((y) => y > top && y < bottom);
	const keys = lines.filter((line) => line.left < first).length;
	if (inside.length < 2 || inside.length < (keys - 1) * 0.6) return undefined;
	return [top - 0.5, ...inside, bottom + 1];
}

function widest(gaps: readonly number[], from: number, to: number): number {
	let best = to;
	for (let index = to; index >= from; index -= 1) {
		if ((gaps[index] ?? 0) > (gaps[best] ?? 0) + 0.5) best = index;
	}
	return best;
}

function edgeAbove(lines: readonly TextLine[], index: number): number {
	const line = lines[index];
	const above = lines[index - 1];
	if (!line) return 0;
	return above && above.bottom < line.top ? (above.bottom + line.top) / 2 : line.top - 0.5;
}
