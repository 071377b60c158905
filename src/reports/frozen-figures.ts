import type { Account, AccountKind, AccountSector, KeyFigure, NotationKey } from '#domain/account/account.ts';
import type { IllustrativePart, PathDocument } from '#domain/followup/path-document.ts';
import type { GapStanding, WorstYear } from '#domain/followup/path-gap.ts';
import type { MeasureStanding } from '#domain/pathway/compiled.ts';
import type { CostPerspective, EffectQuality } from '#domain/pathway/model.ts';
import type { PathwayPicture } from '#charts/place-pathway.ts';

/** The green account of one kind as a report says it: each year by its newest vintage, oldest first. */
export type FrozenAccount = { readonly kind: AccountKind; readonly years: readonly FrozenAccountYear[] };

export type FrozenAccountYear = Pick<
	Account,
	'year' | 'release' | 'methodVersion' | 'source' | 'gwpSet' | 'population' | 'populationYear'
> & {
	readonly releaseDate: string | null;
	readonly sectors: readonly FrozenSector[];
	/** Sectors the source has no line for. */
	readonly absent: readonly AccountSector[];
	/** Tonnes; null where nothing is stated. Biogenic CO2 and removals are in no total. */
	readonly total: number | null;
	readonly biogenic: number | null;
	readonly removals: number | null;
	/** The municipality's own share of what the area emits; null unless both are known. */
	readonly share: number | null;
	readonly keyFigures: readonly KeyFigure[];
};

export type FrozenSector = {
	readonly sector: AccountSector;
	readonly tonnes: number | null;
	readonly notations: readonly NotationKey[];
	/** Worked out here from two figures of the source. */
	readonly isDerived: boolean;
};

/** The path in tonnes as a report says it: as decided, and as it stands after the round. Figures are tonnes CO2e. */
export type FrozenPath = {
	/** Year of the round it stands after; null before the first. */
	readonly round: number | null;
	/** The year that single figures are of: the target's, or the last. */
	readonly year: number;
	/** Tonnes above the target, negative where there is room; `standing` is null before the first round. */
	readonly target: { readonly year: number; readonly decided: number | null; readonly standing: number | null } | null;
	readonly targets: readonly FrozenTarget[];
	/** As it stands; `other` is as decided. */
	readonly picture: PathwayPicture;
	/** Tonnes between path and target path, as it stands. */
	readonly shortfall: PathwayPicture['path'];
	/** The sum of the years above the target path. */
	readonly shortfallSum: number | null;
	/** What the path as it stands emits more than as decided, over all years and in the worst of them. */
	readonly difference: { readonly sum: number | null; readonly worst: WorstYear | null };
	readonly causes: readonly FrozenCause[];
	/**
	 * That a cause's tonnes are those of its changes alone, and how they were found where they are sampled. Left out in older reports: there
	 * a cause is the difference of what its measures save in the one order and in the other.
	 */
	readonly sharing?: { readonly of: 'changes'; readonly sampled: { readonly seed: number; readonly pairs: number } | null } | undefined;
	readonly measures: readonly FrozenMeasure[];
	/** What could close the shortfall of the year, one after the other. */
	readonly replacements: {
		readonly shortfall: number | null;
		readonly proposal: readonly {
			readonly title: string;
			readonly from: string | null;
			readonly tonnes: number;
			readonly isIllustrative: boolean;
			/** It is of no initiative of the plan. Left out where it is of one, or from another municipality, and in older reports. */
			readonly isOutsidePlan?: true | undefined;
		}[];
	};
	/** What a tonne costs that year, for each whose money is stated; left out where nobody's is. */
	readonly costs?: readonly FrozenCostCurve[] | undefined;
	readonly illustrative: readonly IllustrativePart[];
	/** There where something in the calculation was wrong or missing, and left out otherwise. */
	readonly isIncomplete?: true | undefined;
	readonly sources: {
		readonly baseline: string | null;
		readonly corrections: readonly string[];
		/** `source` is left out where it is not stated, and in older reports. */
		readonly reference: {
			readonly year: number;
			readonly tonnes: number;
			readonly method: string | null;
			readonly source?: string | undefined;
		} | null;
		readonly factors: readonly string[];
	};
	/** What it was calculated from, so that anybody can calculate it again. */
	readonly document: PathDocument;
};

export type FrozenTarget = {
	readonly year: number;
	readonly tonnes: number | null;
	readonly pathway: number | null;
	/** Share of the draws in which it is reached. */
	readonly decided: number | null;
	readonly standing: number | null;
};

/** One initiative that makes a difference between the two paths. `inYear` is of the path's year. */
export type FrozenCause = {
	readonly initiative: string | null;
	/** The initiative's title, or the measure's where it belongs to none; older reports have null for the latter. */
	readonly title: string | null;
	/** Those of its measures that do not stand as decided, and those that step in for them or fall with them. */
	readonly measures: readonly string[];
	readonly worst: WorstYear | null;
	readonly inYear: number | null;
	readonly sum: number | null;
};

/** How a measure stands after the round. */
export type FrozenStanding = Omit<GapStanding, 'whatIf' | 'because' | 'since'>;

export type FrozenMeasure = {
	readonly measure: string;
	readonly title: string;
	readonly initiative: string | null;
	readonly quality: EffectQuality | null;
	/** It is known otherwise, but is a part of a baseline that no document states. Left out where it is not, and in older reports. */
	readonly isOfIllustrative?: true | undefined;
	readonly source: string | null;
	readonly counts: MeasureStanding;
	/** Tonnes saved in the path's year, in the order the measures are counted in. */
	readonly decided: number | null;
	readonly standing: number | null;
	/** Null before the first round. */
	readonly how: FrozenStanding | null;
	/** It has begun and is as decided. */
	readonly isDone: boolean;
};

/** What a tonne costs in the path's year for one whose money it is, in kroner, as the path stands; cheapest tonne first. */
export type FrozenCostCurve = {
	readonly perspective: CostPerspective;
	readonly discountRate: number | null;
	readonly bars: readonly {
		readonly measure: string;
		readonly title: string;
		readonly tonnes: number;
		readonly yearlyCost: number;
		readonly perTonne: number;
	}[];
	/** Titles of measures that have no place on it: for want of a rate, of a cost, of tonnes, or since they do not count by themselves. */
	readonly withoutRate: readonly string[];
	readonly withoutCost: readonly string[];
	readonly withoutTonnes: readonly string[];
	readonly notCounted: readonly string[];
};
