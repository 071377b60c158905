import type { Game } from './shapley-game.ts';

/** Shares what a game's players save among them by trying every set of them. */
export function shareExactly(game: Game, tonnes: Float64Array): void {
	const { players, count } = game;
	const values = listValues(game);
	const weights = listWeights(players.length);
	players.forEach((place, player) => {
		const bit = 1 << player;
		const row = tonnes.subarray(place * count, (place + 1) * count);
		for (let subset = 0; subset < 1 << players.length; subset++) {
			if ((subset & bit) !== 0) continue;
			const weight = weights[countBits(subset)]!;
			const [without, withIt] = [subset * count, (subset | bit) * count];
			for (let year = 0; year < count; year++) row[year]! += weight * (values[without + year]! - values[withIt + year]!);
		}
	});
}

/** What is emitted with every subset, subset x year; bit n of the subset is player n. */
function listValues({ players, count, play }: Game): Float64Array {
	const values = new Float64Array((1 << players.length) * count);
	const come = new Uint8Array(players.length);
	for (let subset = 0; subset < 1 << players.length; subset++) {
		for (let player = 0; player < players.length; player++) come[player] = (subset >> player) & 1;
		play(come, values.subarray(subset * count, (subset + 1) * count));
	}
	return values;
}

/** By size of the subset: the share of all orders in which exactly these come before a player, `s! (n - s - 1)! / n!`. */
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
