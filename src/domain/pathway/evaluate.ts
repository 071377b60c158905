import type { CompiledScenario, Selection } from './compiled.ts';

// The innermost loops of the program: plain `for` over flat arrays, and `!` where an index inside an array is known to hold.

/** Where one calculation keeps its intermediate figures; made once and used again and again. Cell x year. */
export type Workspace = {
	/** Activity when the need is reduced, before anything is moved. */
	readonly need: Float64Array;
	/** Sum of the shares that are moved away; more than 1 is scaled down to it. */
	readonly moved: Float64Array;
	/** Tonnes CO2e; negative for a removal. */
	readonly emission: Float64Array;
	/** Tonnes asked for by fixed effects. */
	readonly asked: Float64Array;
	/** Single rows of years. */
	readonly row: Float64Array;
	readonly sum: Float64Array;
	readonly value: Float64Array;
};

export function createWorkspace({ cellCount, years }: CompiledScenario): Workspace {
	const table = () => new Float64Array(cellCount * years.length);
	const row = () => new Float64Array(years.length);
	return { need: table(), moved: table(), emission: table(), asked: table(), row: row(), sum: row(), value: row() };
}

/**
 * Calculates the emission of the selection's cells with the active measures (1 in `active`). The phases come in a fixed order and
 * within one the measures combine alike, so the result does not depend on the order of the measures.
 */
export function evaluate(model: CompiledScenario, active: Uint8Array, selection: Selection, space: Workspace): void {
	for (const cell of selection.sources) reduceNeed(model, active, cell, space);
	for (const cell of selection.cells) {
		placeActivity(model, active, cell, space);
		placeEmission(model, active, cell, space);
	}
	if (selection.tonnes.length > 0) takeTonnes(model, active, selection, space);
}

function reduceNeed(model: CompiledScenario, active: Uint8Array, cell: number, { need, moved }: Workspace): void {
	const { operations, numbers, years, byCell } = model;
	const count = years.length;
	const start = cell * count;
	for (let at = start; at < start + count; at++) {
		need[at] = numbers.activity[at]!;
		moved[at] = 0;
	}
	for (const place of byCell[cell]!.need) {
		const { measure } = operations[place]!;
		if (active[measure] === 1) multiply(need, start, { model, place, measure });
	}
	for (const place of byCell[cell]!.out) {
		const { measure } = operations[place]!;
		if (active[measure] !== 1) continue;
		const amount = numbers.amount[place]!;
		for (let year = 0; year < count; year++) moved[start + year]! += amount * numbers.profile[measure * count + year]!;
	}
}

/** Takes a measure's share away from what is left. */
function multiply(
	values: Float64Array,
	start: number,
	{ model, place, measure }: { model: CompiledScenario; place: number; measure: number },
): void {
	const count = model.years.length;
	const { profile, amount } = model.numbers;
	const share = amount[place]!;
	const from = measure * count;
	for (let year = 0; year < count; year++) values[start + year]! *= 1 - share * profile[from + year]!;
}

/** What stays on the carrier and what comes to it from others, as a first part of the emission. */
function placeActivity(model: CompiledScenario, active: Uint8Array, cell: number, { need, moved, emission }: Workspace): void {
	const { operations, numbers, years, byCell } = model;
	const count = years.length;
	const start = cell * count;
	for (let at = start; at < start + count; at++) emission[at] = need[at]! * (1 - Math.min(1, moved[at]!));
	for (const place of byCell[cell]!.in) {
		const { measure, from, ratio } = operations[place]!;
		if (active[measure] !== 1) continue;
		const amount = numbers.amount[place]! * ratio;
		for (let year = 0; year < count; year++) {
			const source = from * count + year;
			emission[start + year]! += (need[source]! * amount * numbers.profile[measure * count + year]!) / Math.max(1, moved[source]!);
		}
	}
}

function placeEmission(model: CompiledScenario, active: Uint8Array, cell: number, space: Workspace): void {
	const { emission, row } = space;
	const { operations, numbers, years, byCell } = model;
	const count = years.length;
	const start = cell * count;
	for (let year = 0; year < count; year++) row[year] = numbers.factor[start + year]!;
	for (const place of byCell[cell]!.cut) {
		const { measure } = operations[place]!;
		if (active[measure] === 1) multiply(row, 0, { model, place, measure });
	}
	if (byCell[cell]!.set.length > 0) setFactors(model, active, cell, space);
	for (let year = 0; year < count; year++) emission[start + year]! *= row[year]!;
	for (const place of byCell[cell]!.capture) {
		const { measure } = operations[place]!;
		if (active[measure] === 1) multiply(emission, start, { model, place, measure });
	}
}

/** New factors take a share each, as far as each is carried out; together never more than all. */
function setFactors(
	{ operations, numbers, years, byCell }: CompiledScenario,
	active: Uint8Array,
	cell: number,
	{ row, sum, value }: Workspace,
): void {
	const count = years.length;
	sum.fill(0);
	value.fill(0);
	for (const place of byCell[cell]!.set) {
		const { measure, target } = operations[place]!;
		if (active[measure] !== 1) continue;
		const [amount, scale] = [numbers.amount[place]!, numbers.scale[place]!];
		for (let year = 0; year < count; year++) {
			const weight = amount * numbers.profile[measure * count + year]!;
			// A factor is stated for the years it is used in; the others are missing and stay out.
			if (weight === 0) continue;
			sum[year]! += weight;
			value[year]! += weight * target[year]! * scale;
		}
	}
	for (let year = 0; year < count; year++) {
		const all = sum[year]!;
		if (all > 0) row[year] = row[year]! * Math.max(0, 1 - all) + value[year]! / Math.max(1, all);
	}
}

/** Fixed tonnes are taken from their cells by what is left in each, all at once, and never more than is there. */
export function takeTonnes(model: CompiledScenario, active: Uint8Array, selection: Selection, { emission, asked, row }: Workspace): void {
	const count = model.years.length;
	for (const cell of selection.cells) asked.fill(0, cell * count, (cell + 1) * count);
	for (const place of selection.tonnes) {
		if (active[model.operations[place]!.measure] === 1) ask(model, place, { emission, asked, row });
	}
	for (const cell of selection.cells) {
		for (let at = cell * count; at < (cell + 1) * count; at++) if (asked[at] !== 0) emission[at] = Math.max(0, emission[at]! - asked[at]!);
	}
}

function ask(
	{ operations, numbers, years }: CompiledScenario,
	place: number,
	{ emission, asked, row }: Pick<Workspace, 'emission' | 'asked' | 'row'>,
): void {
	const count = years.length;
	const { cells, measure } = operations[place]!;
	row.fill(0);
	for (const cell of cells) for (let year = 0; year < count; year++) row[year]! += emission[cell * count + year]!;
	for (let year = 0; year < count; year++) {
		const wanted = numbers.amount[place]! * numbers.profile[measure * count + year]!;
		// Nothing left to take from: what is asked for is cut, and said elsewhere. Next to nothing left: finite, as infinity times an
		// empty cell would be no number.
		row[year] = wanted === 0 || row[year] === 0 ? 0 : Math.min(Number.MAX_VALUE, wanted / row[year]!);
	}
	for (const cell of cells) {
		for (let year = 0; year < count; year++) asked[cell * count + year]! += row[year]! * emission[cell * count + year]!;
	}
}
