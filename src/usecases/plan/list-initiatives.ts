import type { Facets, RegisterFilter, RegisterSort } from '#domain/followup/register.ts';
import type { AssessedInitiative, StatusRound } from '#domain/followup/status-round.ts';
import type { MunicipalityProfile, Plan } from '#domain/plan/plan.ts';
import type { Context } from '../context.ts';

export type ListInitiativesInput = {
	readonly municipality: string;
	/** Year of the round whose colours are shown; the latest when left out. */
	readonly year?: number;
	readonly filter?: RegisterFilter;
	/** Free text, found by Danish stemming in number, title, remark, responsible and sector. */
	readonly text?: string;
	readonly sort?: RegisterSort;
};

/** An initiative of the register; `changedAt` is when it or its assessment was last changed. */
export type RegisterLine = AssessedInitiative & { readonly changedAt: Date };

export type RegisterView = {
	readonly municipality: MunicipalityProfile;
	readonly plan: Plan | null;
	readonly round: StatusRound | null;
	readonly rounds: readonly StatusRound[];
	/** Lines after filter, free text and sort. */
	readonly lines: readonly RegisterLine[];
	/** Number of lines before filter and free text. */
	readonly total: number;
	/** Count per value of every dimension, each as if that dimension were not filtered. */
	readonly facets: Facets;
};

/** The register of one municipality, filtered, counted and sorted. */
export async function listInitiatives(context: Context, input: ListInitiativesInput): Promise<RegisterView> {
	throw new Error(`unfinished ${typeof context} ${input.municipality}`);
}
