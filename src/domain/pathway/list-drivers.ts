import { createNetRun } from './calculate-net.ts';
import { chooseCounted } from './coalition.ts';
import type { CompiledScenario } from './compiled.ts';
import { getQuantile } from './distribution.ts';
import { readRange } from './series.ts';
import { getTargetTonnes } from './target-path.ts';
import { copyNumbers, createSetter, listUncertainInputs, type UncertainInput } from './uncertain-inputs.ts';

/** How many tonnes the outcome of a year moves when one thing turns out low or high and all else as expected. */
export type Driver = UncertainInput & {
	/** Emissions at the input's P10 and P90, against what is expected. Those of the reference level move the target instead. */
	readonly atLow: number;
	readonly atHigh: number;
};

/** What matters most for a year, the widest first: the bars of a tornado. Empty when the year's figure is missing. */
export function listDrivers(model: CompiledScenario, year: number): Driver[] {
	const at = model.years.indexOf(year);
	const run = createNetRun(model, model.scenario.targets?.counts ?? 'net');
	const chosen = chooseCounted(model);
	const expected = run(model, chosen)[at] ?? Number.NaN;
	if (Number.isNaN(expected)) return [];
	const move = (input: UncertainInput, u: number) => {
		if (input.kind === 'reference') return moveTarget(model, year, u);
		const drawn = { ...model, numbers: copyNumbers(model) };
		createSetter(model, drawn.numbers, input)(u);
		return (run(drawn, chosen)[at] ?? Number.NaN) - expected;
	};
	return listUncertainInputs(model)
		.map((input) => ({ ...input, atLow: move(input, 0.1), atHigh: move(input, 0.9) }))
		.sort((one, two) => Math.abs(two.atHigh - two.atLow) - Math.abs(one.atHigh - one.atLow));
}

/** A higher reference level leaves more room under a target in per cent, as if so many tonnes less were emitted. */
function moveTarget({ scenario }: CompiledScenario, year: number, u: number): number {
	const target = scenario.targets?.targets.find((each) => each.year === year);
	const { reference, distribution } = scenario;
	if (!target || reference === null) return 0;
	const drawn = { tonnes: getQuantile(readRange(reference.tonnes), u, distribution) };
	return (getTargetTonnes(target, reference) ?? 0) - (getTargetTonnes(target, drawn) ?? 0);
}
