import type { Initiative } from './initiative.ts';

/** The tenant. `code` is the four-digit municipality code ("0340"), `slug` its readable address ("soroe"). */
export type Municipality = {
	readonly code: string;
	readonly name: string;
	readonly slug: string;
	readonly region: string;
	/** Inhabitants on 1 January of `populationYear`. */
	readonly population: number;
	readonly populationYear: number;
};

/** A municipality with what the reference data says of it. */
export type MunicipalityProfile = Municipality & {
	/** Region from 1 January 2027, when two regions become Region Østdanmark. */
	readonly regionFrom2027: string;
	/** Statistics Denmark's group ("Landkommuner"). */
	readonly kind: string;
	/** Inhabitants on 1 January of an earlier year, where known. */
	readonly populationPrevious: number | null;
	readonly populationPreviousYear: number | null;
	readonly source: string;
};

/** A heading of the plan. It differs from the sector. */
export type Section = { readonly id: string; readonly title: string; readonly position: number };

/** A figure the plan itself states, such as its target; shown with where it comes from, never calculated. */
export type PlanFigure = {
	readonly label: string;
	readonly value: number;
	readonly unit: string;
	/** Year the figure is about, when it is about one. */
	readonly year: number | null;
	readonly source: string;
};

/** An adopted climate plan. Years are integers. */
export type Plan = {
	readonly id: string;
	readonly municipalityCode: string;
	readonly title: string;
	/** First and last year of the planning period; null when no document has said so. */
	readonly periodStart: number | null;
	readonly periodEnd: number | null;
	/** Which reading guide its rounds are read by; null for a plan without follow-up. */
	readonly legendId: string | null;
	readonly sections: readonly Section[];
	readonly initiatives: readonly Initiative[];
	readonly figures: readonly PlanFigure[];
	/** Title and place of the document the plan was read from. */
	readonly source: string;
};
