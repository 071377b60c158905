import type { TextLine } from './find-columns.ts';

/**
 * Row edges of a table without drawn rows. A row begins at the line that writes in the first column; where cells are set in the
 * middle of their rows, at the widest gap above it. `first` is the right edge of the first column. `rules` are the places of lines
 * drawn across the table: where there are about as many as rows, they part the rows.
 */
export function findRows(lines: readonly TextLine[], first: number, rules: readonly number[]): number[] {
	if (lines.length === 0) return [];
	const drawn = useRules(lines, first, rules);
	if (drawn) return drawn;
	const keys = lines.flatMap((line, index) => (line.left < first ? [index] : []));
	const gaps = lines.map((line, index) => (index === 0 ? 0 : line.top - Math.max(...lines.slice(0, index).map(({ bottom }) => bottom))));
	const usual = gaps.slice(1).toSorted((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)] ?? 0;
	const apart = keys.filter((key) => key > 0 && (gaps[key] ?? 0) > usual + 1).length;
	const fromTop = apart >= (keys.length - 1) * 0.6;
	const edges: number[] = [];
	for (const [order, key] of keys.entries()) {
		const previous = keys[order - 1];
		if (previous === undefined) edges.push(edgeAbove(lines, 0));
		// What stands above the first row of a page is the rest of a row from the page before.
		if (previous !== undefined || fromTop) edges.push(edgeAbove(lines, fromTop ? key : widest(gaps, (previous ?? 0) + 1, key)));
	}
	if (edges.length === 0) edges.push(edgeAbove(lines, 0));
	return [...new Set(edges), Math.max(...lines.map(({ bottom }) => bottom)) + 1];
}

function useRules(lines: readonly TextLine[], first: number, rules: readonly number[]): number[] | undefined {
	const top = lines[0]?.top ?? 0;
	const bottom = Math.max(...lines.map((line) => line.bottom));
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
