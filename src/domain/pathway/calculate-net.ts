import { activate, chooseCounted } from './coalition.ts';
import type { CompiledScenario, Selection } from './compiled.ts';
import { createWorkspace, evaluate, takeTonnes } from './evaluate.ts';
import type { TargetCount } from './model.ts';

/** Fixed tonnes of some measures as the part of each cell that they leave, so that others act on what is left there. */
export type KeptShares = {
	/** Cell x year, 0 to 1. */
	readonly kept: Float64Array;
	/** Everything, with the fixed tonnes of the other measures only. */
	readonly others: Selection;
};

/** The fixed tonnes of the chosen measures told as the part of each cell that they leave when those measures are taken together. */
export function findKeptShares(model: CompiledScenario, chosen: Uint8Array): KeptShares {
	const space = createWorkspace(model);
	const active = new Uint8Array(chosen.length);
	activate(model, chosen, active);
	evaluate(model, active, { ...model.all, tonnes: [] }, space);
	const before = space.emission.slice();
	takeTonnes(model, active, model.all, space);
	const kept = before.map((tonnes, at) => (tonnes === 0 ? 1 : space.emission[at]! / tonnes));
	const tonnes = model.all.tonnes.filter((place) => chosen[model.operations[place]!.measure] !== 1);
	return { kept, others: { ...model.all, tonnes } };
}

/**
 * Makes the function that gives the emissions of each year with the chosen measures, net of removals or gross. It is made once and
 * called for each draw or candidate; what it gives is overwritten by the next call.
 * @param shares fixed tonnes that are to be taken as shares instead
 */
export function createNetRun(
	start: CompiledScenario,
	counts: TargetCount,
	shares: KeptShares | null = null,
): (model: CompiledScenario, chosen: Uint8Array) => Float64Array {
	const space = createWorkspace(start);
	const active = new Uint8Array(start.measures.length);
	const row = new Float64Array(start.years.length);
	const cells = [...start.scenario.cells.keys()].filter((cell) => counts === 'net' || !start.scenario.cells[cell]?.removal);
	const uptakes = counts === 'gross' ? [] : [...start.operations.keys()].filter((place) => start.operations[place]?.kind === 'uptake');
	return (model, chosen) => {
		activate(model, chosen, active);
		evaluate(model, active, shares ? { ...model.all, tonnes: [] } : model.all, space);
		if (shares) {
			for (let at = 0; at < space.emission.length; at++) space.emission[at]! *= shares.kept[at]!;
			takeTonnes(model, active, shares.others, space);
		}
		row.fill(0);
		for (const cell of cells) for (let year = 0; year < row.length; year++) row[year]! += space.emission[cell * row.length + year]!;
		takeUptakes(model, uptakes, active, row);
		return row;
	};
}

/** Takes away what the active measures take up themselves, of the operations given. */
export function takeUptakes(
	{ operations, numbers }: CompiledScenario,
	uptakes: readonly number[],
	active: Uint8Array,
	row: Float64Array,
): void {
	for (const place of uptakes) {
		const { measure } = operations[place]!;
		if (active[measure] !== 1) continue;
		const amount = numbers.amount[place]!;
		for (let year = 0; year < row.length; year++) row[year]! -= amount * numbers.profile[measure * row.length + year]!;
	}
}

/** Emissions of each year with all counted measures: the pathway alone, in well under a millisecond. NaN where one is missing. */
export function calculateNet(model: CompiledScenario): Float64Array {
	return createNetRun(model, model.scenario.targets?.counts ?? 'net')(model, chooseCounted(model));
}
