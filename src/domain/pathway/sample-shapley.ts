import { shuffle, type Random } from './random.ts';
import type { Game, ShapleyOptions } from './shapley-game.ts';

type Sampling = {
	readonly tonnes: Float64Array;
	/** Squares of half the 95 % interval, added up over the games. */
	readonly variance: Float64Array;
	readonly random: Random;
	readonly options: ShapleyOptions;
};

/** Sums and squares of the pairs' means, player x (years and, last, their sum). */
type Tally = { readonly sum: Float64Array; readonly squares: Float64Array; readonly pair: Float64Array };

const pairsBetweenLooks = 16;
/** Of what the players save together: a share so small that its own per cent does not matter. */
const negligible = 0.0002;

/**
 * Shares what a game's players save by trying random orders, each also backwards: what comes early in one comes late in the other, and the two
 * errors lift each other. Goes on until every share is known well enough; answers with the number of pairs.
 */
export function sampleShares(game: Game, sampling: Sampling): number {
	const { players, count } = game;
	const width = count + 1;
	const tally = { sum: table(), squares: table(), pair: table() };
	function table() {
		return new Float64Array(players.length * width);
	}
	const order = Int32Array.from(players.keys());
	const walk = createWalk(game);
	let pairs = 0;
	do {
		shuffle(order, sampling.random);
		walk(order, tally.pair.fill(0));
		walk(order.reverse(), tally.pair);
		addPair(tally, width);
		pairs++;
	} while (pairs < sampling.options.mostPairs && (pairs % pairsBetweenLooks > 0 || !isGoodEnough(tally, pairs, width, sampling.options)));
	addShares(game, tally, pairs, sampling);
	return pairs;
}

/** Makes the function that adds half of what each player saves when it comes, in the given order. */
function createWalk({ players, count, play }: Game): (order: Int32Array, pair: Float64Array) => void {
	const come = new Uint8Array(players.length);
	const now = new Float64Array(count);
	const last = new Float64Array(count);
	const first = new Float64Array(count);
	play(come, first);
	return (order, pair) => {
		come.fill(0);
		last.set(first);
		for (const player of order) {
			come[player] = 1;
			play(come, now);
			for (let year = 0; year < count; year++) pair[player * (count + 1) + year]! += (last[year]! - now[year]!) / 2;
			last.set(now);
		}
	};
}

function addPair({ sum, squares, pair }: Tally, width: number): void {
	for (let start = 0; start < pair.length; start += width) {
		let total = 0;
		for (let at = start; at < start + width - 1; at++) total += pair[at]! || 0;
		pair[start + width - 1] = total;
	}
	for (let at = 0; at < pair.length; at++) {
		sum[at]! += pair[at]!;
		squares[at]! += pair[at]! * pair[at]!;
	}
}

/** Half of the 95 % interval of a mean. */
function getHalf({ sum, squares }: Tally, at: number, pairs: number): number {
	const mean = sum[at]! / pairs;
	return 1.96 * Math.sqrt(Math.max(0, squares[at]! / pairs - mean * mean) / (pairs - 1));
}

function isGoodEnough(tally: Tally, pairs: number, width: number, { tolerance }: ShapleyOptions): boolean {
	let joint = 0;
	for (let at = width - 1; at < tally.sum.length; at += width) joint += tally.sum[at]! / pairs;
	for (let at = width - 1; at < tally.sum.length; at += width) {
		const own = Math.abs(tally.sum[at]! / pairs);
		if (getHalf(tally, at, pairs) > Math.max(tolerance * own, negligible * Math.abs(joint))) return false;
	}
	return true;
}

function addShares({ players, count }: Game, tally: Tally, pairs: number, { tonnes, variance }: Sampling): void {
	players.forEach((place, player) => {
		for (let year = 0; year < count; year++) {
			const at = player * (count + 1) + year;
			tonnes[place * count + year]! += tally.sum[at]! / pairs;
			variance[place * count + year]! += getHalf(tally, at, pairs) ** 2;
		}
	});
}
