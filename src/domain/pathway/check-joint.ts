import type { CompiledScenario } from './compiled.ts';
import { activate, chooseCounted } from './coalition.ts';
import { createWorkspace, evaluate } from './evaluate.ts';
import { createFinding, type PathwayFinding } from './pathway-finding.ts';

type Joint = {
	readonly model: CompiledScenario;
	readonly active: Uint8Array;
	/** Before and after fixed tonnes are asked for. */
	readonly before: Float64Array;
	readonly asked: Float64Array;
	readonly moved: Float64Array;
};

// Floating point: shares that add up to a whole may come out a hair above.
const hair = 1e-9;

/** What the calculation had to scale down or cut because the measures together want more than there is. */
export function checkJoint(model: CompiledScenario): PathwayFinding[] {
	const active = new Uint8Array(model.measures.length);
	activate(model, chooseCounted(model), active);
	const space = createWorkspace(model);
	evaluate(model, active, { ...model.all, tonnes: [] }, space);
	const before = space.emission.slice();
	evaluate(model, active, model.all, space);
	const joint = { model, active, before, asked: space.asked, moved: space.moved };
	const tonnes = model.all.tonnes.filter((place) => active[model.operations[place]!.measure] === 1);
	return [...tonnes.flatMap((place) => checkTonnes(joint, place)), ...checkMoves(joint), ...checkSetFactors(joint)];
}

function nameOf({ measures }: CompiledScenario, place: number) {
	const measure = measures[place]?.measure;
	return { measure: measure?.id ?? null, name: measure?.title ?? null };
}

function checkTonnes(joint: Joint, place: number): PathwayFinding[] {
	const { model } = joint;
	const operation = model.operations[place]!;
	const cut = model.years.map((_, year) => getCut(joint, place, year));
	const largest = Math.max(...cut);
	const years = cut.filter((tonnes) => tonnes > hair).length;
	if (years === 0) return [];
	const cell = model.scenario.cells[operation.cells[0] ?? -1];
	const details = { tonnes: largest, year: model.years[cut.indexOf(largest)] ?? 0, years };
	return [createFinding('tonnes-above-remaining', { ...nameOf(model, operation.measure), sector: cell?.sector ?? null, details })];
}

/** Tonnes that were asked for and are not there. */
function getCut({ model, before, asked }: Joint, place: number, year: number): number {
	const count = model.years.length;
	const { cells, measure } = model.operations[place]!;
	const wanted = model.numbers.amount[place]! * model.numbers.profile[measure * count + year]!;
	const left = cells.reduce((sum, cell) => sum + before[cell * count + year]!, 0);
	const given = cells.reduce((sum, cell) => {
		const [there, all] = [before[cell * count + year]!, asked[cell * count + year]!];
		return left === 0 ? sum : sum + ((wanted * there) / left) * Math.min(1, all === 0 ? 1 : there / all);
	}, 0);
	// What is missing is no cut.
	return Math.max(0, wanted - given) || 0;
}

function checkMoves({ model, active, moved }: Joint): PathwayFinding[] {
	const count = model.years.length;
	return model.byCell.flatMap(({ out }, cell) => {
		const years = model.years.filter((_, year) => moved[cell * count + year]! > 1 + hair);
		const sums = model.years.map((_, year) => moved[cell * count + year]!);
		return tellShared('moves-above-all', { model, active, cell, operations: out, years, sum: Math.max(...sums) });
	});
}

function checkSetFactors({ model, active }: Joint): PathwayFinding[] {
	const { years, numbers, operations } = model;
	return model.byCell.flatMap(({ set }, cell) => {
		const sums = years.map((_, year) =>
			set.reduce((sum, place) => {
				const { measure } = operations[place]!;
				return sum + (active[measure] === 1 ? numbers.amount[place]! * numbers.profile[measure * years.length + year]! : 0);
			}, 0),
		);
		const over = years.filter((_, year) => (sums[year] ?? 0) > 1 + hair);
		return tellShared('factors-above-all', { model, active, cell, operations: set, years: over, sum: Math.max(...sums) });
	});
}

type Shared = {
	readonly model: CompiledScenario;
	readonly active: Uint8Array;
	readonly cell: number;
	readonly operations: readonly number[];
	readonly years: readonly number[];
	readonly sum: number;
};

function tellShared(
	rule: 'moves-above-all' | 'factors-above-all',
	{ model, active, cell, operations, years, sum }: Shared,
): PathwayFinding[] {
	const users = [...new Set(operations.map((place) => model.operations[place]!.measure))].filter((place) => active[place] === 1);
	const [first, ...rest] = users;
	if (years.length === 0 || first === undefined) return [];
	const { sector = null, carrier = null } = model.scenario.cells[cell] ?? {};
	const others = rest.map((place) => model.measures[place]?.measure.title ?? '');
	const details = { share: sum, year: years[0] ?? 0, years: years.length };
	return [createFinding(rule, { ...nameOf(model, first), others, sector, carrier, details })];
}
