import { createRandom, shuffle } from './random.ts';

/**
 * Points that fill a cube more evenly than chance does: Halton's sequence with every digit of every dimension turned by a random
 * permutation of its own, which keeps it even in many dimensions (A. B. Owen, A randomized Halton algorithm in R, 2017).
 */
export type PointSequence = (index: number, point: Float64Array) => void;

type Digits = {
	readonly base: number;
	/** For each place the permuted digits, already divided by their weight. */
	readonly weighted: readonly Float64Array[];
	/** What the zeros from a place on give: they are permuted too. */
	readonly zeros: Float64Array;
};

/** Digits finer than this make no difference. */
const finest = 2 ** -26;

/** Makes the sequence; the same seed gives the same points. Coordinates lie between 0 and 1 and are never either. */
export function createHalton(dimensions: number, seed: number): PointSequence {
	const random = createRandom(seed);
	const digits = listPrimes(dimensions).map((base) => permuteDigits(base, random));
	return (index, point) => {
		for (let dimension = 0; dimension < dimensions; dimension++) {
			const { base, weighted, zeros } = digits[dimension]!;
			let [value, place] = [0, 0];
			for (let left = index; left > 0 && place < weighted.length; left = Math.floor(left / base)) {
				value += weighted[place]![left % base]!;
				place++;
			}
			point[dimension] = value + zeros[place]!;
		}
	};
}

function permuteDigits(base: number, random: () => number): Digits {
	const weighted: Float64Array[] = [];
	let weight = 1 / base;
	for (; weight > finest; weight /= base) {
		const order = Int32Array.from({ length: base }, (_, digit) => digit);
		shuffle(order, random);
		weighted.push(Float64Array.from(order, (digit) => digit * weight));
	}
	// In the middle of the finest cell, so that no coordinate is 0.
	const zeros = new Float64Array(weighted.length + 1).fill((weight * base) / 2);
	for (let place = weighted.length - 1; place >= 0; place--) zeros[place] = zeros[place + 1]! + weighted[place]![0]!;
	return { base, weighted, zeros };
}

function listPrimes(count: number): number[] {
	const primes: number[] = [];
	for (let number = 2; primes.length < count; number++) {
		if (primes.every((prime) => number % prime !== 0)) primes.push(number);
	}
	return primes;
}
