/** Gives the next number from 0 up to, not including, 1. */
export type Random = () => number;

/**
 * A generator that gives the same numbers for the same seed everywhere: sfc32 (Chris Doty-Humphrey, PractRand, public domain),
 * begun with a mixed seed and run in.
 */
export function createRandom(seed: number): Random {
	let [a, b, c, counter] = [seed | 0, (seed / 0x100000000) | 0, 0x9e3779b9 | 0, 1];
	const next = () => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = ((c << 21) | (c >>> 11)) + sum;
		c |= 0;
		return (sum >>> 0) / 0x100000000;
	};
	for (let round = 0; round < 15; round++) next();
	return next;
}

/** Puts the values in a random order, every order as likely as another. */
export function shuffle(values: Int32Array, random: Random): void {
	for (let last = values.length - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		const value = values[last]!;
		values[last] = values[other]!;
		values[other] = value;
	}
}
