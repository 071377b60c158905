import type { Block, CompiledScenario } from './compiled.ts';

/** The measures that are counted, 1 each. */
export function chooseCounted({ measures }: CompiledScenario): Uint8Array {
	return Uint8Array.from(measures, ({ standing }) => (standing === 'counted' ? 1 : 0));
}

/** Of the chosen measures those that have an effect: what they require must be chosen too. */
export function activate({ measures }: CompiledScenario, chosen: Uint8Array, active: Uint8Array): void {
	active.set(chosen);
	for (let place = 0; place < measures.length; place++) {
		if (chosen[place] !== 1) continue;
		for (const other of measures[place]!.requires) if (chosen[other] !== 1) active[place] = 0;
	}
}

/** Tonnes that each measure takes up itself, measure x year. They act on no cell, so they never overlap. */
export function listUptakes({ operations, measures, numbers, years }: CompiledScenario): Float64Array {
	const uptakes = new Float64Array(measures.length * years.length);
	operations.forEach(({ kind, measure }, place) => {
		if (kind !== 'uptake') return;
		const start = measure * years.length;
		for (let at = start; at < start + years.length; at++) uptakes[at]! += numbers.amount[place]! * numbers.profile[at]!;
	});
	return uptakes;
}

/** Adds the emission of a block's cells to `row`, or takes it away. */
export function addBlock({ selection }: Block, emission: Float64Array, row: Float64Array, sign: 1 | -1): void {
	for (const cell of selection.cells) {
		const start = cell * row.length;
		for (let year = 0; year < row.length; year++) row[year]! += sign * emission[start + year]!;
	}
}
