import type { YearFigures } from './pathway.ts';

/** A row of numbers as figures: what is not a number is missing. */
export function writeFigures(row: Float64Array): YearFigures {
	// Minus nothing is nothing: -0 would be written as such in a table.
	return Array.from(row, (value) => (Number.isNaN(value) ? null : value === 0 ? 0 : value));
}

/** The sum of several rows; missing where one of them is. */
export function addYears(count: number, rows: readonly YearFigures[]): YearFigures {
	return Array.from({ length: count }, (_, year) => rows.reduce<number | null>((sum, row) => add(sum, row[year] ?? null), 0));
}

/** One row less another; missing where one of them is. */
export function subtractYears(row: YearFigures, less: YearFigures): YearFigures {
	return row.map((value, year) => add(value, negate(less[year] ?? null)));
}

/** The sum over the years; missing when one of them is. */
export function sumYears(row: YearFigures): number | null {
	return row.reduce<number | null>(add, 0);
}

function add(one: number | null, two: number | null): number | null {
	return one === null || two === null ? null : one + two;
}

function negate(value: number | null): number | null {
	return value === null ? null : -value;
}
