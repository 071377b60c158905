import type { MeasureStanding } from './compiled.ts';
import type { PathwayFinding } from './pathway-finding.ts';

/** A figure for each year in tonnes CO2e unless said otherwise; null where something it rests on is missing. */
export type YearFigures = readonly (number | null)[];

/** Emissions and removals apart, and what is left of the one after the other. */
export type Emissions = { readonly gross: YearFigures; readonly removals: YearFigures; readonly net: YearFigures };

/** How the joint effect is divided among measures that overlap. Only `in order` and `shapley` add up to it. */
export const attributions = ['stand-alone', 'in order', 'last in', 'shapley'] as const;
export type EffectAttribution = (typeof attributions)[number];

export type MeasureResult = {
	readonly measure: string;
	readonly title: string;
	readonly initiative: string | null;
	readonly standing: MeasureStanding;
	/** Tonnes saved, an uptake included. Zero for a measure that is not counted, with its standing as the reason; null for one that cannot be calculated. */
	readonly effects: Readonly<Record<EffectAttribution, YearFigures | null>>;
	/** Half of the 95 % interval of the Shapley tonnes; 0 where they are exact. */
	readonly shapleyError: YearFigures | null;
	/** The part of the stand-alone effect that is an uptake. */
	readonly uptake: YearFigures;
};

export type TargetResult = {
	readonly id: string;
	readonly year: number;
	readonly isInterim: boolean;
	readonly tonnes: number | null;
	readonly pathway: number | null;
	/** Tonnes that nothing covers; negative when there is room. */
	readonly shortfall: number | null;
};

export type SectorResult = { readonly sector: string; readonly baseline: YearFigures; readonly residual: YearFigures };
export type CellOverlap = { readonly sector: string; readonly carrier: string; readonly tonnes: YearFigures };

/** Measures that act on the same cells, or require each other, directly or through others. */
export type InteractionGroup = { readonly measures: readonly string[]; readonly isSampled: boolean };

/** Baseline less the joint effect of the measures (Danish: reduktionssti), held against the target. */
export type Pathway = {
	readonly unit: 't CO2e';
	readonly years: readonly number[];
	/** False while something its tonnes rest on is wrong or missing: such a result is not for publishing. */
	readonly isComplete: boolean;
	readonly baseline: Emissions;
	readonly pathway: Emissions;
	/** In the order they are counted in. */
	readonly measures: readonly MeasureResult[];
	readonly sumOfStandAlone: YearFigures;
	readonly overlap: YearFigures;
	readonly joint: YearFigures;
	/** Where the overlap sits; cells without any are left out. */
	readonly overlapByCell: readonly CellOverlap[];
	readonly sectors: readonly SectorResult[];
	readonly groups: readonly InteractionGroup[];
	/** How the Shapley tonnes were found; null when they were not asked for. */
	readonly shapley: { readonly seed: number; readonly tolerance: number; readonly pairs: number } | null;
	readonly targetPath: YearFigures;
	readonly shortfall: YearFigures;
	/** Share of the reference level that is gone. */
	readonly achieved: YearFigures;
	readonly targets: readonly TargetResult[];
	/** Sums over all years. The shortfall's is of the years that have one. */
	readonly cumulative: Readonly<Record<'baseline' | 'pathway' | 'targetPath' | 'shortfall', number | null>>;
	readonly findings: readonly PathwayFinding[];
};

/** Tonnes that no measure covers in a year (Danish: manko). */
export type Shortfall = { readonly year: number; readonly tonnes: number };
