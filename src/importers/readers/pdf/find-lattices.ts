import type { Area, Fill, PageContent, Rule } from './page-content.ts';
import { isInside } from './page-content.ts';

/** Lines that make a table: its row and column edges, and which of them are drawn where. */
export type Lattice = Area & {
	/** Row edges from the top, column edges from the left. */
	readonly rows: readonly number[];
	readonly columns: readonly number[];
	/** True when the edge is drawn between the two given points along it. */
	readonly hasRowEdge: (y: number, from: number, to: number) => boolean;
	readonly hasColumnEdge: (x: number, from: number, to: number) => boolean;
};

/** Lines nearer than this, in points, are one line, and meet. */
const near = 2.5;
const shortestEdge = 6;
const mostRules = 600;

/** Finds the tables of a page that are drawn with lines, or at least with backgrounds side by side. From the top of the page. */
export function findLattices({ rules, fills, texts }: PageContent): Lattice[] {
	const drawn = group(mergeRules(rules)).flatMap(makeLattice);
	if (drawn.some(({ columns }) => columns.length > 2)) return drawn.sort(byPlace);
	const painted = group(mergeRules([...rules, ...fills.flatMap(edgesOf)])).flatMap(makeLattice);
	const holding = painted.filter((lattice) => {
		const inside = texts.filter((piece) => isInside(piece, lattice)).length;
		return lattice.columns.length > 3 && lattice.rows.length > 2 && inside > texts.length * 0.6;
	});
	return holding.length > 0 ? holding.sort(byPlace) : drawn.sort(byPlace);
}

function byPlace(first: Area, second: Area): number {
	return first.top - second.top || first.left - second.left;
}

function edgesOf({ left, top, right, bottom }: Fill): Rule[] {
	return [
		{ direction: 'horizontal', at: top, from: left, to: right },
		{ direction: 'horizontal', at: bottom, from: left, to: right },
		{ direction: 'vertical', at: left, from: top, to: bottom },
		{ direction: 'vertical', at: right, from: top, to: bottom },
	];
}

/** Puts together lines that lie on one another or continue one another: tables are often drawn cell by cell. */
function mergeRules(rules: readonly Rule[]): Rule[] {
	const merged = (['horizontal', 'vertical'] as const).flatMap((direction) => {
		const own = rules.filter((rule) => rule.direction === direction).toSorted((a, b) => a.at - b.at);
		return clusterBy(own, ({ at }) => at).flatMap(mergeCluster);
	});
	// A map or a drawing has thousands of lines; a table's are among the longest.
	const long = merged.filter(({ from, to }) => to - from >= shortestEdge);
	return long.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, mostRules);
}

function mergeCluster(cluster: readonly Rule[]): Rule[] {
	const at = cluster.reduce((sum, rule) => sum + rule.at, 0) / cluster.length;
	const merged: Rule[] = [];
	for (const { direction, from, to } of cluster.toSorted((a, b) => a.from - b.from)) {
		const last = merged.at(-1);
		if (last && from <= last.to + near) merged[merged.length - 1] = { ...last, to: Math.max(last.to, to) };
		else merged.push({ direction, at, from, to });
	}
	return merged;
}

/** Neighbours in sorted order that lie near each other. */
function clusterBy<Value>(sorted: readonly Value[], place: (value: Value) => number): Value[][] {
	const clusters: Value[][] = [];
	for (const value of sorted) {
		const last = clusters.at(-1);
		const first = last?.[0];
		if (last && first !== undefined && place(value) - place(first) <= near) last.push(value);
		else clusters.push([value]);
	}
	return clusters;
}

/** Sets of lines that hang together by crossing or meeting. */
function group(rules: readonly Rule[]): Rule[][] {
	const horizontals = rules.filter(({ direction }) => direction === 'horizontal');
	const left = new Set(rules);
	const groups: Rule[][] = [];
	for (const start of horizontals) {
		if (!left.delete(start)) continue;
		const members = [start];
		for (const member of members) {
			for (const other of left) {
				if (!meets(member, other)) continue;
				left.delete(other);
				members.push(other);
			}
		}
		groups.push(members);
	}
	return groups;
}

function meets(first: Rule, second: Rule): boolean {
	if (first.direction === second.direction) return false;
	const crosses = (one: Rule, other: Rule): boolean => other.at >= one.from - near && other.at <= one.to + near;
	return crosses(first, second) && crosses(second, first);
}

function makeLattice(rules: readonly Rule[]): Lattice[] {
	const along = (direction: Rule['direction']): Rule[] =>
		rules.filter((rule) => rule.direction === direction).toSorted((a, b) => a.at - b.at);
	const horizontals = along('horizontal');
	const verticals = along('vertical');
	if (horizontals.length === 0 || verticals.length < 2) return [];
	const columns = places(verticals);
	const covers = (set: readonly Rule[], at: number, from: number, to: number): boolean =>
		set.some((rule) => Math.abs(rule.at - at) <= near && rule.from <= from + near && rule.to >= to - near);
	// A line under some words is no row edge: an edge runs along a whole column.
	const drawn = places(horizontals).filter((y) => columns.some((x, index) => covers(horizontals, y, x, columns[index + 1] ?? Infinity)));
	const rows = addOpenEnds(drawn, verticals);
	if (rows.length < 2 || columns.length < 2) return [];
	return [
		{
			left: columns[0] ?? 0,
			right: columns.at(-1) ?? 0,
			top: rows[0] ?? 0,
			bottom: rows.at(-1) ?? 0,
			rows,
			columns,
			hasRowEdge: (y, from, to) => covers(horizontals, y, from, to),
			hasColumnEdge: (x, from, to) => covers(verticals, x, from, to),
		},
	];
}

/** A row that goes on over a page break may lack its line there: then the upright lines run on beyond the last row edge. */
function addOpenEnds(rows: readonly number[], verticals: readonly Rule[]): number[] {
	const top = rows[0] ?? Infinity;
	const bottom = rows.at(-1) ?? -Infinity;
	const above = verticals.filter(({ from }) => from < top - shortestEdge);
	const below = verticals.filter(({ to }) => to > bottom + shortestEdge);
	return [
		...(above.length > 1 ? [Math.min(...above.map(({ from }) => from))] : []),
		...rows,
		...(below.length > 1 ? [Math.max(...below.map(({ to }) => to))] : []),
	];
}

function places(rules: readonly Rule[]): number[] {
	return clusterBy(rules, ({ at }) => at).map((cluster) => cluster.reduce((sum, { at }) => sum + at, 0) / cluster.length);
}
