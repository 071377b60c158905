import { applyWhatIf } from '#domain/pathway/apply-what-if.ts';
import { attributeEffects } from '#domain/pathway/attribute-effects.ts';
import { createNetRun } from '#domain/pathway/calculate-net.ts';
import { calculatePathway } from '#domain/pathway/calculate-pathway.ts';
import { chooseCounted } from '#domain/pathway/coalition.ts';
import { compileScenario } from '#domain/pathway/compile-scenario.ts';
import type { CompiledScenario } from '#domain/pathway/compiled.ts';
import { drawOutcomes } from '#domain/pathway/draw-outcomes.ts';
import { shareChanges } from '#domain/pathway/share-changes.ts';
import { shareByShapley } from '#domain/pathway/shapley.ts';
import { makeScenario } from './made-scenario.ts';
import { atLeast, atMost, median, type Figure } from './measure.ts';
import { buildSpreadsheet } from './spreadsheet.ts';

const draws = 10_000;

/** The middle of several times in milliseconds, each of so many runs, after runs that are not measured. */
function time(run: () => void, { rounds, runs }: { rounds: number; runs: number }): number {
	for (let warm = 0; warm < runs; warm++) run();
	const times = Array.from({ length: rounds }, () => {
		const start = performance.now();
		for (let each = 0; each < runs; each++) run();
		return (performance.now() - start) / runs;
	});
	return median(times);
}

/** The pathway's calculation on a scenario of 100 measures, 40 cells and 32 years, and the same model in a spreadsheet. */
export async function measurePath(): Promise<Figure[]> {
	const model = compileScenario(makeScenario());
	const size = `${model.measures.length} measures, ${model.cellCount} cells, ${model.years.length} years`;
	const run = createNetRun(model, 'net');
	const chosen = chooseCounted(model);
	const joint = time(() => run(model, chosen), { rounds: 21, runs: 500 });
	return Promise.resolve([
		{ what: 'one joint run', value: joint, unit: 'ms', limit: atMost(0.5), how: `${size}; median of 21 x 500` },
		measureAttribution(model),
		measureShapley(model),
		measureSharing(model, 12),
		measureSharing(model, model.measures.length),
		measureDraws(model),
		measureSlider(model),
		...measureSpreadsheet(model, joint),
	]);
}

function measureAttribution(model: CompiledScenario): Figure {
	const value = time(() => attributeEffects(model), { rounds: 15, runs: 5 });
	return { what: 'stand-alone, in order, last in', value, unit: 'ms', limit: atMost(40), how: 'all measures; median of 15 x 5' };
}

function measureShapley(model: CompiledScenario): Figure {
	const value = time(() => shareByShapley(model, { tolerance: 0.01 }), { rounds: 5, runs: 1 }) / 1000;
	const { pairs, tonnes, error } = shareByShapley(model, { tolerance: 0.01 });
	const sum = (table: Float64Array, place: number) =>
		table.subarray(place * model.years.length, (place + 1) * model.years.length).reduce((all, each) => all + each, 0);
	// The error of a sum over years is at most the sum of theirs.
	const shares = model.measures.map((_, place) => (sum(tonnes, place) === 0 ? 0 : sum(error, place) / Math.abs(sum(tonnes, place))));
	const middle = `${(100 * median(shares)).toFixed(2)} % in the middle, ${(100 * Math.max(...shares)).toFixed(2)} % at most`;
	return {
		what: 'Shapley sampled to 1 %',
		value,
		unit: 's',
		limit: atMost(0.5),
		how: `${pairs} pairs of orders; 95 % interval ${middle}; median of 5`,
	};
}

/** What each of so many changed measures makes of the path: half of them come three years later, half in part. */
function measureSharing(model: CompiledScenario, count: number): Figure {
	const after = model.measures
		.slice(0, count)
		.map(({ measure: { id, timing } }, place) =>
			place % 2 === 0 ? { measure: id, start: timing.start + 3 } : { measure: id, realisation: 0.5 },
		);
	const share = () => shareChanges(model, { before: [], after });
	const value = time(share, { rounds: 3, runs: 1 }) / 1000;
	const { sampled } = share();
	const how = sampled ? `${sampled.pairs} pairs of orders` : 'exact';
	return { what: `${count} changes shared by Shapley`, value, unit: 's', limit: null, how: `${how}; median of 3` };
}

function measureDraws(model: CompiledScenario): Figure {
	const value = time(() => drawOutcomes(model, { draws }), { rounds: 3, runs: 1 }) / 1000;
	const { inputs } = drawOutcomes(model, { draws: 1 });
	return { what: '10,000 draws', value, unit: 's', limit: atMost(1.5), how: `${inputs.length} uncertain inputs; median of 3` };
}

function measureSlider(model: CompiledScenario): Figure {
	let start = 2024;
	const drag = () => {
		start = start === 2024 ? 2030 : 2024;
		calculatePathway(applyWhatIf(model, [{ measure: 'M1', start }]), { shapley: null });
	};
	const value = time(drag, { rounds: 15, runs: 5 });
	return {
		what: 'a start year dragged',
		value,
		unit: 'ms',
		limit: atMost(16),
		how: 'what-if and the whole pathway without Shapley; median of 15 x 5',
	};
}

/** Both are given the same change, so that they can be held against each other: everything carried out by so much less. */
function measureSpreadsheet(model: CompiledScenario, joint: number): Figure[] {
	const sheet = buildSpreadsheet(model);
	const chosen = chooseCounted(model);
	for (const share of [1, 0.9]) {
		sheet.recalculate(share);
		const amount = model.numbers.amount.map((each) => each * share);
		const own = createNetRun(model, 'net')({ ...model, numbers: { ...model.numbers, amount } }, chosen);
		const off = sheet.read().map((tonnes, year) => Math.abs(tonnes - (own[year] ?? Number.NaN)) / Math.abs(tonnes));
		if (!(Math.max(...off) < 1e-9)) throw new Error(`the spreadsheet and the engine differ by ${Math.max(...off)} of the total`);
	}
	let share = 1;
	const value = time(() => sheet.recalculate((share = share === 1 ? 0.9 : 1)), { rounds: 7, runs: 1 });
	return [
		{
			what: 'the same as a spreadsheet',
			value,
			unit: 'ms',
			limit: null,
			how: `hyperformula, ${sheet.formulas} formulas, one input changed; same totals; median of 7`,
		},
		{
			what: 'faster than the spreadsheet',
			value: value / joint,
			unit: 'times',
			limit: atLeast(500),
			how: 'one joint run against one recalculation',
		},
	];
}
