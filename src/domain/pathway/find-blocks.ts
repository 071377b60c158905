import { reach } from './check-relations.ts';
import type { Block, CellOperations, Operation, Selection } from './compiled.ts';
import type { Measure } from './model.ts';

/** Sorts the operations on each cell by the phase they belong to. */
export function listByCell(operations: readonly Operation[], cellCount: number): CellOperations[] {
	const byCell = Array.from({ length: cellCount }, () => ({
		need: [] as number[],
		out: [] as number[],
		in: [] as number[],
		cut: [] as number[],
		set: [] as number[],
		capture: [] as number[],
	}));
	const phases = {
		'reduce need': 'need',
		'improve efficiency': 'need',
		'cut factor': 'cut',
		'set factor': 'set',
		capture: 'capture',
	} as const;
	operations.forEach(({ kind, cells, from, to }, place) => {
		if (kind === 'move') {
			byCell[from]?.out.push(place);
			byCell[to]?.in.push(place);
		} else if (kind in phases) {
			for (const cell of cells) byCell[cell]?.[phases[kind as keyof typeof phases]].push(place);
		}
	});
	return byCell;
}

/**
 * Cells whose emission can be calculated without the others', each with the measures that have a part in it. Tonnes that are taken
 * from several cells bind those together; a move makes the carrier it leaves a source of the one it goes to.
 */
export function findBlocks(operations: readonly Operation[], byCell: readonly CellOperations[], measures: readonly Measure[]): Block[] {
	const bound = bindCells(operations, byCell.length);
	const needed = listRequired(measures);
	const groups = new Map<number, number[]>();
	bound.forEach((root, cell) => groups.set(root, [...(groups.get(root) ?? []), cell]));
	return [...groups.values()].map((cells) => {
		const selection = createSelection(cells, operations, byCell);
		const acting = [
			...selection.tonnes,
			...selection.cells.flatMap((cell) => listOn(byCell[cell])),
			...selection.sources.flatMap((cell) => listNeed(byCell[cell])),
		];
		const players = new Set(acting.map((place) => operations[place]?.measure ?? -1));
		return { selection, players: [...reach(needed, [...players])].sort((one, two) => one - two) };
	});
}

function listNeed(operations: CellOperations | undefined): readonly number[] {
	return operations ? [...operations.need, ...operations.out] : [];
}

function listOn(operations: CellOperations | undefined): readonly number[] {
	return operations ? [...operations.in, ...operations.cut, ...operations.set, ...operations.capture] : [];
}

/** What must be known to calculate some cells: they, the ones that something is moved from, and the tonnes taken from them. */
export function createSelection(cells: readonly number[], operations: readonly Operation[], byCell: readonly CellOperations[]): Selection {
	const chosen = new Set(cells);
	const inward = cells.flatMap((cell) => byCell[cell]?.in ?? []);
	const sources = new Set([...cells, ...inward.map((place) => operations[place]?.from ?? -1)]);
	const tonnes = [...operations.keys()].filter(
		(place) => operations[place]?.kind === 'tonnes' && operations[place].cells.some((cell) => chosen.has(cell)),
	);
	return { cells, sources: [...sources], tonnes };
}

/** For each cell the first of those it is bound to. */
function bindCells(operations: readonly Operation[], cellCount: number): number[] {
	const root = Array.from({ length: cellCount }, (_, cell) => cell);
	for (const { kind, cells } of operations) {
		if (kind !== 'tonnes' || cells.length < 2) continue;
		const roots = new Set(cells.map((cell) => root[cell] ?? cell));
		const lowest = Math.min(...roots);
		root.forEach((each, cell) => {
			if (roots.has(each)) root[cell] = lowest;
		});
	}
	return root;
}

// What a measure requires has a part wherever it has, and so has what that is counted inside.
function listRequired(measures: readonly Measure[]): number[][] {
	const places = new Map(measures.map(({ id }, place) => [id, place]));
	return measures.map(({ relations }) =>
		relations.flatMap((relation) =>
			relation.kind === 'requires' || relation.kind === 'counted inside' ? (places.get(relation.measure) ?? []) : [],
		),
	);
}
