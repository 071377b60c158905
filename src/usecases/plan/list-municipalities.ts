import type { AccountFigure } from '#domain/account/account-figure.ts';
import type { ColourCounts } from '#domain/followup/counts.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import type { Context } from '../context.ts';

/** One municipality of the front page. `plan` and `round` are null where it has published none. */
export type MunicipalityEntry = MunicipalityProfile & {
	readonly plan: {
		readonly title: string;
		readonly periodStart: number | null;
		readonly periodEnd: number | null;
		readonly total: number;
	} | null;
	/** Latest round, with its counts by colour. */
	readonly round: { readonly year: number; readonly title: string; readonly counts: ColourCounts } | null;
	readonly account: readonly AccountFigure[];
};

/** All municipalities: those with a published plan first, then by name in Danish order. */
export async function listMunicipalities(context: Context): Promise<readonly MunicipalityEntry[]> {
	throw new Error(`unfinished ${typeof context}`);
}
