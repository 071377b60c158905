export type ShapleyOptions = {
	/** Begins the sampling; stored with the result. */
	readonly seed: number;
	/** Half of the 95 % interval that is good enough, against a player's own tonnes over the period. */
	readonly tolerance: number;
	/** Games with more players than this are sampled. At most 16. */
	readonly exactUpTo: number;
	/** Pairs of orders after which sampling stops anyway. */
	readonly mostPairs: number;
};

/** What is shared by Shapley: what is emitted each year depends on which of the players have come. */
export type Game = {
	/** For each player the row of the table that its share is added to. */
	readonly players: readonly number[];
	/** How many years there are. */
	readonly count: number;
	/** Writes into `row` what is emitted in each year with the players that have come, 1 each. */
	readonly play: (come: Uint8Array, row: Float64Array) => void;
};
