import { addBlock } from './coalition.ts';
import { evaluate } from './evaluate.ts';
import type { Game } from './shapley-game.ts';

/** Shares a block among its measures by trying every subset of them. */
export function shareExactly(game: Game, tonnes: Float64Array): void {
	const { players, model } = game;
	const count = model.years.length;
	const values = listValues(game);
	const weights = listWeights(players.length);
	players.forEach((measure, player) => {
		const bit = 1 << player;
		const row = tonnes.subarray(measure * count, (measure + 1) * count);
		for (let subset = 0; subset < 1 << players.length; subset++) {
			if ((subset & bit) !== 0) continue;
			const weight = weights[countBits(subset)]!;
			const [without, withIt] = [subset * count, (subset | bit) * count];
			for (let year = 0; year < count; year++) row[year]! += weight * (values[without + year]! - values[withIt + year]!);
		}
	});
}

/** The block's emission with every subset, subset x year; bit n of the subset is player n. */
function listValues({ model, space, block, players, requires }: Game): Float64Array {
	const count = model.years.length;
	const values = new Float64Array((1 << players.length) * count);
	const active = new Uint8Array(model.measures.length);
	const needed = requires.map((others) => others.reduce((mask, other) => mask | (1 << other), 0));
	for (let subset = 0; subset < 1 << players.length; subset++) {
		const row = values.subarray(subset * count, (subset + 1) * count);
		const acting = dropUnmet(subset, needed);
		if (acting === subset) {
			players.forEach((measure, player) => (active[measure] = (subset >> player) & 1));
			evaluate(model, active, block.selection, space);
			addBlock(block, space.emission, row, 1);
		} else row.set(values.subarray(acting * count, (acting + 1) * count));
	}
	return values;
}

// What is left is a smaller number, so it has been calculated before.
function dropUnmet(subset: number, needed: readonly number[]): number {
	let acting = subset;
	for (let player = 0; player < needed.length; player++) if ((needed[player]! & ~subset) !== 0) acting &= ~(1 << player);
	return acting;
}

/** By size of the subset: the share of all orders in which exactly these come before a measure, `s! (n - s - 1)! / n!`. */
function listWeights(players: number): number[] {
	const weights = [1 / players];
	for (let size = 1; size < players; size++) weights.push((weights[size - 1]! * size) / (players - size));
	return weights;
}

function countBits(value: number): number {
	let [bits, left] = [0, value];
	for (; left !== 0; left &= left - 1) bits++;
	return bits;
}
