import type { TextLine } from './find-columns.ts';
import { boundAreas } from './page-content.ts';

/** Space between two rows, as a share of what is usual on the page. */
const nearlyUsual = 0.8;

/**
 * Row edges of a table without drawn rows. A row begins at the line that writes in the first column; where cells are set in the
 * middle of their rows, at the widest gap above it. `first` is the right edge of the first column. `rules` are the places of lines
 * drawn across the table: where there are about as many as rows, they part the rows. `fromTop` says where in its row a cell stands.
 */
export function findRows(lines: readonly TextLine[], first: number, rules: readonly number[], fromTop: boolean): number[] {
	if (lines.length === 0) return [];
	const drawn = useRules(lines, first, rules);
	if (drawn) return drawn;
	const keys = lines.flatMap((line, index) => (line.left < first ? [index] : []));
	const gaps = measureGaps(lines);
	const starts = fromTop ? keys : keys.map((key, order) => widest(gaps, (keys[order - 1] ?? 0) + 1, key));
	const inner = starts.slice(1).map((index) => gaps[index] ?? 0);
	const usual = inner.toSorted((a, b) => a - b)[Math.floor(inner.length / 2)] ?? Infinity;
	// What stands above the first row of a page is the rest of a row from the page before, if it stands apart.
	const [begin = 0, ...others] = starts;
	const apart = fromTop || (gaps[begin] ?? 0) >= usual * nearlyUsual;
	const indexes = [0, ...(apart ? [begin] : []), ...others];
	return [...new Set(indexes.map((index) => edgeAbove(lines, index))), boundAreas(lines).bottom + 1];
}

/**
 * True when the cells of a table are set at the top of their rows. Told by rows of several lines that follow the headings or a
 * section's heading: their first line writes in the first column. Else by the space above such lines.
 */
export function areRowsFromTop(
	parts: readonly { readonly lines: readonly TextLine[]; readonly begins: boolean }[],
	first: number,
): boolean {
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
