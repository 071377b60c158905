import { createBlockGame } from './block-game.ts';
import { listUptakes } from './coalition.ts';
import type { CompiledScenario } from './compiled.ts';
import { createWorkspace } from './evaluate.ts';
import { createRandom } from './random.ts';
import { sampleShares } from './sample-shapley.ts';
import type { ShapleyOptions } from './shapley-game.ts';
import { shareExactly } from './share-exactly.ts';

export const shapleyDefaults: ShapleyOptions = { seed: 1, tolerance: 0.01, exactUpTo: 12, mostPairs: 4000 };

export type ShapleyShares = {
	/** Measure x year, tonnes; the sum is the joint effect. */
	readonly tonnes: Float64Array;
	/** Half of the 95 % interval; 0 where every subset was tried. */
	readonly error: Float64Array;
	/** Pairs of orders tried, for the block that needed most; 0 when all is exact. */
	readonly pairs: number;
	readonly options: ShapleyOptions;
};

/**
 * What each measure saves on average over all orders. The emission is a sum over blocks, and a mean over orders of a sum is the
 * sum of the means: so each block is shared among the measures with a part in it, and the others need not be ordered at all.
 */
export function shareByShapley(model: CompiledScenario, wanted: Partial<ShapleyOptions> = {}): ShapleyShares {
	const options = { ...shapleyDefaults, ...wanted };
	const size = model.measures.length * model.years.length;
	const [tonnes, variance] = [new Float64Array(size), new Float64Array(size)];
	const random = createRandom(options.seed);
	const space = createWorkspace(model);
	shareUptakes(model, tonnes);
	let pairs = 0;
	for (const block of model.blocks) {
		const game = createBlockGame(model, block, space);
		if (!game) continue;
		if (game.players.length <= options.exactUpTo) shareExactly(game, tonnes);
		else pairs = Math.max(pairs, sampleShares(game, { tonnes, variance, random, options }));
	}
	return { tonnes, error: variance.map(Math.sqrt), pairs, options };
}

/** An uptake has its tonnes only with all it requires, so these share it alike. */
function shareUptakes(model: CompiledScenario, tonnes: Float64Array): void {
	const count = model.years.length;
	const uptakes = listUptakes(model);
	model.measures.forEach(({ standing, requires }, place) => {
		if (standing !== 'counted') return;
		for (const player of [place, ...requires]) {
			for (let year = 0; year < count; year++) tonnes[player * count + year]! += uptakes[place * count + year]! / (requires.length + 1);
		}
	});
}
