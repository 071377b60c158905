import { createNetRun } from './calculate-net.ts';
import { chooseCounted } from './coalition.ts';
import type { CompiledScenario } from './compiled.ts';
import { getNormalQuantile, getNormalShare, getQuantile } from './distribution.ts';
import { createHalton } from './halton.ts';
import type { PathwayTarget } from './model.ts';
import type { YearFigures } from './pathway.ts';
import { readRange } from './series.ts';
import { getTargetTonnes } from './target-path.ts';
import { copyNumbers, createSetter, listUncertainInputs, type UncertainInput } from './uncertain-inputs.ts';
import { writeFigures } from './year-figures.ts';

export type DrawOptions = {
	readonly draws: number;
	/** Stored with the result: the same seed gives the same bytes. */
	readonly seed: number;
	/** Rank correlation of the measures with each other, 0 to below 1: how far they succeed or fail together. */
	readonly correlation: number;
};

export const drawDefaults: DrawOptions = { draws: 2000, seed: 1, correlation: 0 };

/** How likely a target is reached, 0 to 1; null where it cannot be said. */
export type TargetProbability = { readonly id: string; readonly year: number; readonly probability: number | null };

/** The pathway as it may turn out (Danish: usikkerhed). */
export type PathwayUncertainty = {
	readonly options: DrawOptions;
	readonly years: readonly number[];
	/** Below p10 lies a tenth of the draws, below p90 nine tenths. */
	readonly p10: YearFigures;
	readonly p50: YearFigures;
	readonly p90: YearFigures;
	readonly targets: readonly TargetProbability[];
	readonly inputs: readonly UncertainInput[];
};

/** Draws all that is uncertain at once, again and again, and tells how the emissions are spread. */
export function drawOutcomes(model: CompiledScenario, wanted: Partial<DrawOptions> = {}): PathwayUncertainty {
	const options = { ...drawDefaults, ...wanted };
	const inputs = listUncertainInputs(model);
	const outcomes = new Float64Array(options.draws * model.years.length);
	const references = new Float64Array(options.draws).fill(readRange(model.scenario.reference?.tonnes ?? 0).mid);
	drawAll(model, { inputs, options, outcomes, references });
	const columns = model.years.map((_, year) => takeColumn(outcomes, model.years.length, year));
	const sorted = columns.map((column) => column.slice().sort());
	const at = (share: number) => writeFigures(Float64Array.from(sorted, (column) => getPercentile(column, share)));
	const targets = (model.scenario.targets?.targets ?? []).map((target) => ({
		id: target.id,
		year: target.year,
		probability: getProbability(model, target, columns[model.years.indexOf(target.year)], references),
	}));
	return { options, years: model.years, p10: at(0.1), p50: at(0.5), p90: at(0.9), targets, inputs };
}

type Draws = {
	readonly inputs: readonly UncertainInput[];
	readonly options: DrawOptions;
	readonly outcomes: Float64Array;
	readonly references: Float64Array;
};

function drawAll(model: CompiledScenario, { inputs, options, outcomes, references }: Draws): void {
	const { distribution, targets, reference } = model.scenario;
	const drawn = { ...model, numbers: copyNumbers(model) };
	const setters = inputs.map((input) => (input.kind === 'reference' ? null : createSetter(model, drawn.numbers, input)));
	const run = createNetRun(model, targets?.counts ?? 'net');
	const chosen = chooseCounted(model);
	const halton = createHalton(inputs.length + 1, options.seed);
	const point = new Float64Array(inputs.length + 1);
	for (let draw = 0; draw < options.draws; draw++) {
		halton(draw, point);
		if (options.correlation > 0) correlate(inputs, point, options.correlation);
		setters.forEach((set, place) => {
			if (set) set(point[place]!);
			else if (reference) references[draw] = Math.max(0, getQuantile(readRange(reference.tonnes), point[place]!, distribution));
		});
		outcomes.set(run(drawn, chosen), draw * model.years.length);
	}
}

/** Lets the measures share a part of their luck, the last coordinate: a normal copula with the wanted rank correlation. */
function correlate(inputs: readonly UncertainInput[], point: Float64Array, correlation: number): void {
	const rho = 2 * Math.sin((Math.PI / 6) * correlation);
	const common = Math.sqrt(rho) * getNormalQuantile(point[inputs.length]!);
	inputs.forEach(({ kind }, place) => {
		if (kind === 'measure') point[place] = getNormalShare(common + Math.sqrt(1 - rho) * getNormalQuantile(point[place]!));
	});
}

function takeColumn(table: Float64Array, width: number, column: number): Float64Array {
	return Float64Array.from({ length: table.length / width }, (_, row) => table[row * width + column]!);
}

/** Between two draws by the line between them; missing when one of the draws is. */
function getPercentile(sorted: Float64Array, share: number): number {
	const place = (sorted.length - 1) * share;
	const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
	return Number.isNaN(sorted.at(-1)) ? Number.NaN : low + (high - low) * (place - Math.floor(place));
}

function getProbability(
	{ scenario }: CompiledScenario,
	target: PathwayTarget,
	column: Float64Array | undefined,
	references: Float64Array,
): number | null {
	if (!column || column.some(Number.isNaN) || getTargetTonnes(target, scenario.reference) === undefined) return null;
	const reached = column.filter((tonnes, draw) => tonnes <= (getTargetTonnes(target, { tonnes: references[draw]! }) ?? Number.NaN));
	return reached.length / column.length;
}
