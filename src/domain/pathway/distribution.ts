import type { Distribution, Range } from './model.ts';

/** Standard normal value below which a tenth lies, with the sign turned. */
const tenth = 1.2815515655446004;

/**
 * The value of a range below which a share `u` of the draws lies. `triangular`: never outside low and high, mid most likely.
 * `P10-P90`: one draw in ten below low and one above high, half below mid, each side of a normal curve with its own width.
 */
export function getQuantile({ low, mid, high }: Range, u: number, distribution: Distribution): number {
	if (low === high) return mid;
	if (distribution === 'P10-P90') {
		const z = getNormalQuantile(u);
		return mid + (z / tenth) * (z < 0 ? mid - low : high - mid);
	}
	const top = (mid - low) / (high - low);
	return u < top ? low + Math.sqrt(u * (high - low) * (mid - low)) : high - Math.sqrt((1 - u) * (high - low) * (high - mid));
}

const central = [
	[-3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1, 2.506628277459239],
	[-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1],
] as const;
const tail = [
	[-7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783],
	[7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1],
] as const;
const tailFrom = 0.02425;

/** The standard normal value below which a share `u` lies (P. J. Acklam's approximation, error below 1.2e-9 of the value). */
export function getNormalQuantile(u: number): number {
	if (u <= 0 || u >= 1) return u <= 0 ? -Infinity : Infinity;
	if (u > 1 - tailFrom) return -getNormalQuantile(1 - u);
	if (u < tailFrom) return divide(tail, Math.sqrt(-2 * Math.log(u)));
	const q = u - 0.5;
	return q * divide(central, q * q);
}

function divide([over, under]: readonly [readonly number[], readonly number[]], x: number): number {
	const value = (terms: readonly number[]) => terms.reduce((sum, term) => sum * x + term, 0);
	return value(over) / value(under);
}

/** The share of a standard normal curve below `z` (Abramowitz and Stegun 7.1.26, error below 1.5e-7). */
export function getNormalShare(z: number): number {
	const x = Math.abs(z) / Math.SQRT2;
	const t = 1 / (1 + 0.3275911 * x);
	const sum = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592].reduce((all, term) => (all + term) * t, 0);
	const erf = 1 - sum * Math.exp(-x * x);
	return z < 0 ? (1 - erf) / 2 : (1 + erf) / 2;
}
