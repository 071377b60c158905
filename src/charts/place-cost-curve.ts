/** One measure on an abatement cost curve: where it begins and ends in tonnes, and what a tonne costs in kroner. */
export type CostBar = { readonly from: number; readonly to: number; readonly perTonne: number };

export type PlacedCostCurve = {
	/** Height at which a tonne costs nothing. */
	readonly zero: number;
	readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
	/** Kroner a tonne at the top and at the bottom. */
	readonly most: number;
	readonly least: number;
};

/** Lays the bars on one scale, as wide as their tonnes and as high as a tonne costs: what pays for itself hangs below zero. */
export function placeCostCurve(bars: readonly CostBar[], { width, height }: { width: number; height: number }): PlacedCostCurve {
	const most = Math.max(0, ...bars.map(({ perTonne }) => perTonne));
	const least = Math.min(0, ...bars.map(({ perTonne }) => perTonne));
	const tonnes = bars.at(-1)?.to ?? 0;
	const across = tonnes > 0 ? width / tonnes : 0;
	const up = most > least ? height / (most - least) : 0;
	const zero = rounded(most * up);
	return {
		...{ zero, most, least },
		bars: bars.map(({ from, to, perTonne }) => ({
			x: rounded(from * across),
			y: rounded(zero - Math.max(0, perTonne) * up),
			width: rounded((to - from) * across),
			height: rounded(Math.abs(perTonne) * up),
		})),
	};
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
