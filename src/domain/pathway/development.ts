import { parseDanishNumber } from '../shared/danish-number.ts';
import type { Series } from './model.ts';

export type Period = { readonly firstYear: number; readonly lastYear: number };
export type DevelopmentProblem = 'development-form' | 'development-year' | 'development-ends-early';
export type ReadDevelopment = { readonly series: Series } | { readonly problem: DevelopmentProblem };

/**
 * How a figure of the first year goes on, as a person types it: nothing for unchanged, `-1,5` per cent a year, or figures of some years
 * with straight lines between, `2030: 65.000; 2035: 60.000`.
 */
export function readDevelopment(text: string, base: number, { firstYear, lastYear }: Period): ReadDevelopment {
	const typed = text.trim();
	if (typed === '') return { series: base };
	const perCent = parseDanishNumber(typed.replace(/\s*%$/, ''));
	if (perCent !== undefined) {
		if (perCent <= -100 || perCent > 100) return { problem: 'development-form' };
		const years = listYears({ firstYear, lastYear }).map((year) => [year, base * (1 + perCent / 100) ** (year - firstYear)] as const);
		return { series: { years: Object.fromEntries(years), interpolate: false } };
	}
	const points = readPoints(typed);
	if (points === undefined) return { problem: 'development-form' };
	if (points.some(([year]) => year <= firstYear || year > 2199)) return { problem: 'development-year' };
	if (Math.max(...points.map(([year]) => year)) < lastYear) return { problem: 'development-ends-early' };
	return { series: { years: Object.fromEntries([[firstYear, base], ...points]), interpolate: true } };
}

/** Figures of some years as typed, `2030: 65.000; 2035: 60.000`; `undefined` when it is something else. */
export function readPoints(text: string): [number, number][] | undefined {
	const parts = text.split(/[;\n]/).filter((part) => part.trim() !== '');
	const points = parts.map((part): [number, number] | undefined => {
		const [, year, figure = ''] = /^\s*((?:19|20|21)\d\d)\s*[:=]\s*(.+)$/.exec(part) ?? [];
		const value = parseDanishNumber(figure);
		return year === undefined || value === undefined ? undefined : [Number(year), value];
	});
	if (points.length === 0 || points.some((point) => point === undefined)) return undefined;
	return points as [number, number][];
}

/** A series as it is typed: the figure of its first year, and how it goes on. `base` is null where the first year has none. */
export function writeDevelopment(series: Series, { firstYear, lastYear }: Period): { readonly base: number | null; readonly text: string } {
	if (typeof series === 'number') return { base: series, text: '' };
	const known = Object.entries(series.years).flatMap(([year, value]): [number, number][] =>
		value === null ? [] : [[Number(year), value]],
	);
	const base = known.find(([year]) => year === firstYear)?.[1] ?? null;
	const later = known.filter(([year]) => year > firstYear);
	const rate = base === null ? undefined : findRate(base, later, { firstYear, lastYear });
	if (rate !== undefined) return { base, text: writeDanish(rate) };
	return { base, text: later.map(([year, value]) => `${year}: ${writeDanish(value)}`).join('; ') };
}

/** The per cent a year that all figures grow by; `undefined` when they do not, or years are missing. */
function findRate(base: number, later: readonly [number, number][], { firstYear, lastYear }: Period): number | undefined {
	const [next] = later;
	if (base === 0 || next?.[0] !== firstYear + 1 || later.length !== lastYear - firstYear) return undefined;
	const rate = Math.round((next[1] / base - 1) * 1e8) / 1e6;
	const isSame = later.every(([year, value]) => Math.abs(value - base * (1 + rate / 100) ** (year - firstYear)) <= Math.abs(base) * 1e-6);
	return isSame ? rate : undefined;
}

/** A number as it is typed: comma before decimals, nothing between thousands, so that it reads back as it is. */
export function writeDanish(value: number): string {
	return String(Number(value.toPrecision(12))).replace('.', ',');
}

function listYears({ firstYear, lastYear }: Period): number[] {
	return Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, place) => firstYear + place);
}
