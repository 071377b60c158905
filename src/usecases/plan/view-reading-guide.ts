import { isDeepStrictEqual } from 'node:util';
import { isOpenForSettings } from '#domain/followup/answer-stage.ts';
import type { Legend } from '#domain/followup/legend.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findLegend, type LegendKey } from '#storage/legends.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { findCurrentPlan } from '#storage/plans.ts';
import { listRoundRuns } from '#storage/round-runs.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { getShippedLegends } from './shipped-legends.ts';

export type ReadingGuideView = {
	readonly municipality: MunicipalityProfile;
	readonly planTitle: string;
	/** The plan's guide in the version it has now; null when it has none. */
	readonly key: LegendKey | null;
	readonly legend: Legend | null;
	/** What one's own can begin with. */
	readonly shipped: readonly Legend[];
	/** A round that runs with another guide, and may still have what the plan has: its guide, or none; null when there is none. */
	readonly otherRound: number | null;
};

/** The reading guide of the plan, to be changed. Throws not-found `plan.unknown`. */
export async function viewReadingGuide(context: Context, input: { readonly municipality: string }): Promise<ReadingGuideView> {
	const { code } = await requireMay(context, 'plan.edit', input.municipality);
	const shipped = await getShippedLegends();
	return context.database.read(code, async (tx) => {
		const [plan, municipality] = [await findCurrentPlan(tx, { publicOnly: false }), (await findMunicipality(tx))?.profile];
		if (!municipality) throw new DomainError('not-found', 'municipality.unknown', { municipality: code });
		if (!plan) throw new DomainError('not-found', 'plan.unknown', { municipality: municipality.name });
		const key = plan.legend;
		const other = (await listRoundRuns(tx, plan.id)).find((run) => isOpenForSettings(run.stage) && !isDeepStrictEqual(run.legend, key));
		const legend = await findLegend(tx, key);
		return { municipality, planTitle: plan.title, key, legend, shipped, otherRound: other?.year ?? null };
	});
}
