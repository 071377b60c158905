import type { GwpSet } from '../account/account.ts';
import {
	factorGases,
	type ActivityUnit,
	type Cell,
	type CellFactor,
	type FactorBasis,
	type Scenario,
	type Series,
} from '../pathway/model.ts';
import { readSeries } from '../pathway/series.ts';
import { convertUnit } from '../pathway/units.ts';
import type { PathDocument } from './path-document.ts';
import { findRenames, renameInMeasures } from './rename-in-measures.ts';

/** A cell as it is typed. What the form does not show stays as it was. */
export type BasisCell = {
	/** Which of the stored cells it was; null for a new one. */
	readonly place: number | null;
	readonly sector: string;
	readonly carrier: string;
	readonly unit: ActivityUnit;
	readonly activity: Series;
	/** Kilograms for each unit. */
	readonly kg: CellFactor['kg'];
	/** The year the factor describes, the last it may be used for, and what it covers. */
	readonly year: number | null;
	readonly validTo: number | null;
	readonly basis: FactorBasis;
	/** The set that the cell's CO2e is in; null where the source does not say. */
	readonly gwpSet: GwpSet | null;
	/** How uncertain the activity is in the last year, as a share either way; null is not stated. */
	readonly spread: number | null;
	readonly source: string | null;
	readonly isRemoval: boolean;
};

/** What a path is calculated from: period, baseline and cells. */
export type PathBasis = Pick<Scenario, 'firstYear' | 'lastYear' | 'gwpSet' | 'baseline' | 'discountRates'> & {
	readonly cells: readonly BasisCell[];
	/** No document states it. */
	readonly isIllustrative: boolean;
};

/** The document on another basis; without a document a new one, which has no measures yet. Measures follow a name that is changed. */
export function editBasis(document: PathDocument | null, title: string, { cells, isIllustrative, ...basis }: PathBasis): PathDocument {
	const before = document ?? startDocument(title);
	const { scenario, illustrative, candidates } = before;
	const was = cells.map(({ place }) => (place === null ? undefined : scenario.cells[place]));
	const edited = cells.map((cell, place) => editCell(was[place], cell, basis));
	const renames = findRenames(scenario.cells, edited, was);
	const measures = renameInMeasures(scenario.measures, renames);
	return {
		...before,
		scenario: { ...scenario, ...basis, title, cells: edited, measures },
		illustrative: [...(isIllustrative ? (['baseline'] as const) : []), ...illustrative.filter((part) => part !== 'baseline')],
		candidates: renameInMeasures(candidates, renames),
	};
}

function startDocument(title: string): PathDocument {
	const scenario: Scenario = {
		...{ schema: 1, id: 'plan', title, firstYear: 2000, lastYear: 2000, gwpSet: 'AR5', cells: [], measures: [], order: null },
		...{ reference: null, targets: null, distribution: 'triangular' },
		baseline: { version: null, cutOff: null, source: null, corrections: [] },
		discountRates: { 'municipal cash': null, users: null, society: null },
	};
	return { scenario, illustrative: [], standings: [], candidates: [] };
}

type Period = Pick<Scenario, 'firstYear' | 'lastYear'>;

function editCell(before: Cell | undefined, typed: BasisCell, period: Period): Cell {
	const { firstYear } = period;
	const { sector, carrier, unit, activity, spread, isRemoval, kg, source, gwpSet, year, validTo, basis } = typed;
	const from = before?.activitySpread ? before.activitySpread.from : firstYear;
	// A figure nobody touched stays as its source has it: with the years it lacks, and for the unit it is stated for.
	const figure = before && isSameFigure(before, typed, period) ? { kg: before.factor.kg, per: before.factor.per } : { kg, per: unit };
	const factor: CellFactor = { ...figure, gwpSet, basis, year, validTo, source, spread: before?.factor.spread ?? null };
	return {
		...{ sector, carrier, unit, activity, factor, removal: isRemoval },
		activitySpread: spread === null ? null : { low: 1 - spread, high: 1 + spread, from },
	};
}

/** Whether what is typed says the same kilograms as what is stored in every year that is stored, and states no other year. */
function isSameFigure({ unit, factor }: Cell, typed: BasisCell, { firstYear, lastYear }: Period): boolean {
	const size = convertUnit(unit, factor.per) ?? 1;
	if (typed.unit !== unit) return false;
	const read = (series: Series) => readSeries(series, firstYear, lastYear - firstYear + 1);
	const isSame = (one: Series | null, two: Series | null) => {
		if (one === null || two === null) return one === two;
		const [was, now] = [read(one), read(two)];
		const isStated = (year: number) => typeof two === 'number' || (two.years[String(year)] ?? null) !== null;
		return was.every((value, at) =>
			Number.isNaN(value) ? !isStated(firstYear + at) : Math.abs(value * size - (now[at] ?? NaN)) <= Math.abs(value * size) * 1e-9,
		);
	};
	const [one, two] = [factor.kg, typed.kg];
	if ('co2e' in one || 'co2e' in two) return 'co2e' in one && 'co2e' in two && isSame(one.co2e, two.co2e);
	return factorGases.every((gas) => isSame(one.gases[gas], two.gases[gas]));
}
