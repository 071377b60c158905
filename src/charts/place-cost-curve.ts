/** One measure on an abatement cost curve: where it begins and ends in tonnes, and what a tonne costs in kroner. */
export type CostBar = { readonly from: number; readonly to: number; readonly perTonne: number };

export type PlacedCostCurve = {
	/** Height at which a tonne costs nothing. */
	readonly zero: number;
	/** `foot` is the line its number stands on: the curve's zero, or the top of a bar that is too low for a number. */
	readonly bars: readonly {
		readonly x: number;
		readonly y: number;
		readonly width: number;
		readonly height: number;
		readonly foot: number;
	}[];
	/** Kroner a tonne at the top and at the bottom. */
	readonly most: number;
	readonly least: number;
};

/**
 * Lays the bars on one scale, as wide as their tonnes and as high as a tonne costs: what pays for itself hangs below zero.
 * @param box width and height of all bars, and the height of the letters in which their numbers are written, in one unit
 */
export function placeCostCurve(
	bars: readonly CostBar[],
	{ width, height, fontSize }: { readonly width: number; readonly height: number; readonly fontSize: number },
): PlacedCostCurve {
	const most = Math.max(0, ...bars.map(({ perTonne }) => perTonne));
	const least = Math.min(0, ...bars.map(({ perTonne }) => perTonne));
	const tonnes = bars.at(-1)?.to ?? 0;
	const across = tonnes > 0 ? width / tonnes : 0;
	const up = most > least ? height / (most - least) : 0;
	const zero = rounded(most * up);
	return {
		...{ zero, most, least },
		bars: bars.map(({ from, to, perTonne }) => {
			const top = rounded(zero - Math.max(0, perTonne) * up);
			return {
				x: rounded(from * across),
				y: top,
				width: rounded((to - from) * across),
				height: rounded(Math.abs(perTonne) * up),
				foot: zero - top < fontSize * 1.5 ? top : zero,
			};
		}),
	};
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
