import type { Amount, Range, Series, YearValues } from './model.ts';
import { createFinding, type FindingFacts, type PathwayFinding } from './pathway-finding.ts';

/** The value of every year from `firstYear` on. NaN where it is missing: nothing turns zero, and whatever is calculated from it is missing too. */
export function readSeries(series: Series, firstYear: number, count: number): Float64Array {
	const values = new Float64Array(count).fill(typeof series === 'number' ? series : Number.NaN);
	if (typeof series === 'number') return values;
	const known = listKnown(series);
	for (const [year, value] of known) if (year >= firstYear && year < firstYear + count) values[year - firstYear] = value;
	if (series.interpolate) drawLines(values, known, firstYear);
	return values;
}

function listKnown({ years }: YearValues): [number, number][] {
	return Object.entries(years)
		.flatMap(([year, value]): [number, number][] => (value === null ? [] : [[Number(year), value]]))
		.sort(([one], [two]) => one - two);
}

// Between two given years only: before the first and after the last there is nothing to go by.
function drawLines(values: Float64Array, known: readonly [number, number][], firstYear: number): void {
	known.slice(1).forEach(([year, value], place) => {
		const [before, start] = known[place] as [number, number];
		for (let at = before + 1; at < year; at++) {
			if (at < firstYear || at >= firstYear + values.length) continue;
			values[at - firstYear] = start + ((value - start) * (at - before)) / (year - before);
		}
	});
}

/** The years in which a value is missing, as a finding, among those that matter. */
export function listMissingYears(
	values: Float64Array,
	{ firstYear, what, about }: { firstYear: number; what: 'activity' | 'factor'; about: FindingFacts },
	matters: (year: number) => boolean = () => true,
): PathwayFinding[] {
	const missing = [...values.keys()]
		.filter((place) => Number.isNaN(values[place]))
		.map((place) => firstYear + place)
		.filter(matters);
	if (missing.length === 0) return [];
	return [createFinding('missing-year', { ...about, details: { what, years: missing.join(' '), count: missing.length } })];
}

/** Lowest, most likely and highest value of an amount; a plain number is certain. */
export function readRange(amount: Amount): Range {
	return typeof amount === 'number' ? { low: amount, mid: amount, high: amount } : amount;
}

/** Whether low, mid and high are in that order. */
export function isInOrder(amount: Amount): boolean {
	const { low, mid, high } = readRange(amount);
	return low <= mid && mid <= high;
}
