import type { Block, CompiledScenario } from './compiled.ts';
import type { Workspace } from './evaluate.ts';

export type ShapleyOptions = {
	/** Begins the sampling; stored with the result. */
	readonly seed: number;
	/** Half of the 95 % interval that is good enough, against a measure's own tonnes over the period. */
	readonly tolerance: number;
	/** Blocks with more measures than this are sampled. At most 16. */
	readonly exactUpTo: number;
	/** Pairs of orders after which sampling stops anyway. */
	readonly mostPairs: number;
};

/** A block with only the measures that are counted now. */
export type Game = {
	readonly model: CompiledScenario;
	readonly space: Workspace;
	readonly block: Block;
	readonly players: readonly number[];
	/** Per player its place in `players` of each it requires. */
	readonly requires: readonly (readonly number[])[];
};
