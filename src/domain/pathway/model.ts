import type { GwpSet } from '../account/account.ts';

/**
 * A scenario (Danish: scenarie) as data: what the municipality emits without its plan, what the measures do, what is to be reached.
 * Everything can be written as JSON and read back. `null` is "not stated" and never zero; texts are the user's own.
 */

/** A value for each year. A year that is not there, or is null, is missing; `interpolate` asks for straight lines between those given. */
export type YearValues = { readonly years: Readonly<Record<string, number | null>>; readonly interpolate: boolean };
/** One number holds for every year. */
export type Series = number | YearValues;

/** Lowest, most likely and highest value. */
export type Range = { readonly low: number; readonly mid: number; readonly high: number };
export type Amount = number | Range;

/** How far a baseline may be off, as factors on it: 0.9 and 1.1. With `from` it widens in a line from nothing that year to all in the last. */
export type Spread = { readonly low: number; readonly high: number; readonly from: number | null };

export const activityUnits = [
	'TJ',
	'GJ',
	'MJ',
	'GWh',
	'MWh',
	'kWh',
	't',
	'kg',
	'ha',
	'head',
	'km',
	'pkm',
	'tkm',
	'm3',
	'l',
	'person',
] as const;
export type ActivityUnit = (typeof activityUnits)[number];

/** What a factor covers. Only `direct` belongs in a climate account; the others give a finding. */
export const factorBases = ['direct', 'life cycle', 'well to wheel', '125 % allocation', '200 % allocation'] as const;
export type FactorBasis = (typeof factorBases)[number];

export const factorGases = ['co2', 'ch4', 'n2o'] as const;
/** Kilograms of each gas for each unit of activity. A gas that is null is not in it. */
export type GasFactors = Readonly<Record<(typeof factorGases)[number], Series | null>>;

/** An emission factor (Danish: emissionsfaktor) with what one must know to use it rightly. */
export type CellFactor = {
	/** kg CO2e for each unit as the source has it, or the gases to be converted with the scenario's set. */
	readonly kg: { readonly co2e: Series } | { readonly gases: GasFactors };
	/** The unit of activity the kilograms are for; may differ in size from the cell's, not in kind. */
	readonly per: ActivityUnit;
	/** The set a CO2e value was made with; null when not stated. Not used for gases. */
	readonly gwpSet: GwpSet | null;
	readonly basis: FactorBasis;
	/** The year the value describes; null for one that belongs to no year, such as the carbon in a litre of oil. */
	readonly year: number | null;
	/** Last year it may be used for; null when the source names none. */
	readonly validTo: number | null;
	readonly source: string | null;
	readonly spread: Spread | null;
};

/** One activity of one sector on one energy carrier or source: homes heated with gas, cars on petrol, dairy cows. */
export type Cell = {
	readonly sector: string;
	readonly carrier: string;
	readonly unit: ActivityUnit;
	readonly activity: Series;
	readonly activitySpread: Spread | null;
	readonly factor: CellFactor;
	/** A declared uptake, such as forest: its factor is negative and it is kept gross beside the emissions. */
	readonly removal: boolean;
};

/** Emissions without the plan (Danish: fremskrivning). The figures stand in the cells. */
export type Baseline = {
	/** Which national projection it rests on, such as `KF25`. */
	readonly version: string | null;
	/** The day after which decisions are not in it. */
	readonly cutOff: string | null;
	readonly source: string | null;
	/** Local corrections in the user's words. */
	readonly corrections: readonly string[];
};

/** `'all'`, or the names of some. */
export type Choice = 'all' | readonly string[];

/** What a measure does to the state. Shares are fractions at full effect, 0 to 1; `null` in `share` is not possible: say `supporting`. */
export type Effect =
	| { readonly kind: 'reduce need'; readonly sector: string; readonly carriers: Choice; readonly share: Amount }
	| { readonly kind: 'improve efficiency'; readonly sector: string; readonly carriers: Choice; readonly share: Amount }
	| MoveEffect
	| { readonly kind: 'cut factor'; readonly sectors: Choice; readonly carriers: Choice; readonly share: Amount }
	| SetFactorEffect
	| { readonly kind: 'capture'; readonly sectors: Choice; readonly carriers: Choice; readonly share: Amount }
	| TonnesEffect
	| { readonly kind: 'uptake'; readonly tonnes: Amount }
	/** Helps others and has no tonnes of its own. */
	| { readonly kind: 'supporting' };
export type EffectKind = Effect['kind'];

/** Moves a share of what is left of one carrier to another in the same sector. */
export type MoveEffect = {
	readonly kind: 'move';
	readonly sector: string;
	readonly from: string;
	readonly to: string;
	readonly share: Amount;
	/** Useful energy for each unit: 0.95 for a boiler, 3 for a heat pump. */
	readonly efficiencyFrom: number;
	readonly efficiencyTo: number;
	/** Units of `to` for each unit of `from`, in place of the efficiencies; must be stated when the two are not both energy. */
	readonly ratio: number | null;
};

/** Brings the factor of some cells to another value. */
export type SetFactorEffect = {
	readonly kind: 'set factor';
	readonly sectors: Choice;
	readonly carriers: Choice;
	readonly factor: CellFactor;
};

/** The same tonnes every year at full effect, worked out elsewhere. Taken from the chosen cells by what is left in each. */
export type TonnesEffect = {
	readonly kind: 'tonnes';
	readonly sector: string;
	readonly carriers: Choice;
	readonly tonnes: Amount;
	/** The year of the factors it was worked out with, and their set; null when not stated. */
	readonly factorYear: number | null;
	readonly gwpSet: GwpSet | null;
};

/** Share of full effect in a year, between steps the last one holds. */
export type Step = { readonly year: number; readonly share: number };
export type Ramp = { readonly kind: 'linear' } | { readonly kind: 'S-curve' } | { readonly kind: 'steps'; readonly steps: readonly Step[] };

export type Timing = {
	/** First year with effect. */
	readonly start: number;
	/** First year with full effect; the same as `start` when it comes at once. */
	readonly full: number;
	readonly ramp: Ramp;
	/** Last year with effect; null when it stays. */
	readonly end: number | null;
	/** Years that what is put in place lasts; nothing replaces it afterwards. Null when it is kept up. */
	readonly lifetime: number | null;
};

export type MeasureRelation =
	| { readonly kind: 'counted inside'; readonly measure: string }
	| { readonly kind: 'alternative to'; readonly measure: string }
	| { readonly kind: 'requires'; readonly measure: string }
	/** From this version of the projection on it is in the baseline. */
	| { readonly kind: 'in the baseline'; readonly from: string }
	| { readonly kind: 'outside the account' };

export const effectQualities = ['measured', 'calculated', 'expert estimate', 'consultant', 'illustrative', 'not calculated'] as const;
/** How the effect is known. */
export type EffectQuality = (typeof effectQualities)[number];

export const costPerspectives = ['municipal cash', 'users', 'society'] as const;
/** Whose money: kommunens kasse, brugerne, samfundet. */
export type CostPerspective = (typeof costPerspectives)[number];

/** What a measure costs at full effect, in kroner. */
export type MeasureCost = {
	readonly perspective: CostPerspective;
	readonly capital: number;
	/** Years over which the capital is spread. */
	readonly lifetime: number;
	readonly operation: number;
	readonly savings: number;
	readonly priceYear: number | null;
};

/** What an initiative does to activities and factors (Danish: virkemiddel). */
export type Measure = {
	readonly id: string;
	readonly title: string;
	/** Number of the initiative it belongs to; null when it belongs to none. */
	readonly initiative: string | null;
	readonly effects: readonly Effect[];
	readonly timing: Timing;
	/** How much of it is expected to be carried out, 0 to 1. */
	readonly realisation: Amount;
	readonly relations: readonly MeasureRelation[];
	/** A potential it draws on together with others (roofs, straw), and the share of it. */
	readonly potential: { readonly name: string; readonly share: number } | null;
	readonly quality: EffectQuality;
	readonly costs: readonly MeasureCost[];
	readonly source: string | null;
};

/** What targets are measured against (Danish: udgangspunkt), often 1990 and always an estimate. */
export type PathwayReference = {
	readonly year: number;
	readonly tonnes: Amount;
	/** The set its CO2e is in; null when not stated. */
	readonly gwpSet: GwpSet | null;
	readonly method: string | null;
	readonly source: string | null;
};

/** `net` counts removals against the emissions, `gross` does not. */
export const targetCounts = ['net', 'gross'] as const;
export type TargetCount = (typeof targetCounts)[number];

/** What is to be reached in a year (Danish: mål): a reduction against the reference level, or tonnes left. */
export type PathwayTarget = {
	readonly id: string;
	readonly year: number;
	readonly level: { readonly reduction: number } | { readonly tonnes: number };
	readonly isInterim: boolean;
};

export type TargetSet = {
	readonly counts: TargetCount;
	/** Where the target path begins; null when it is only known in the targets' years. */
	readonly start: { readonly year: number; readonly tonnes: number } | null;
	readonly between: 'linear' | 'none';
	readonly targets: readonly PathwayTarget[];
};

/** How low, mid and high are read: as the ends and the top of a triangle, or as P10, P50 and P90 of a bent normal curve. */
export const distributions = ['triangular', 'P10-P90'] as const;
export type Distribution = (typeof distributions)[number];

export type Scenario = {
	readonly schema: 1;
	readonly id: string;
	readonly title: string;
	readonly firstYear: number;
	readonly lastYear: number;
	readonly gwpSet: GwpSet;
	readonly baseline: Baseline;
	readonly cells: readonly Cell[];
	readonly measures: readonly Measure[];
	/** Ids in the order they are counted in; null for the order of the hierarchy. */
	readonly order: readonly string[] | null;
	readonly reference: PathwayReference | null;
	readonly targets: TargetSet | null;
	readonly distribution: Distribution;
	/** Yearly rate by which capital is spread, by perspective; null when not stated. */
	readonly discountRates: Readonly<Record<CostPerspective, number | null>>;
};
