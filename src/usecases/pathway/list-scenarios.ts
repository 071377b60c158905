import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { findCurrentPlan } from '#storage/plans.ts';
import { listScenarios as readScenarios, type StoredScenario } from '#storage/scenarios.ts';
import { listRounds } from '#storage/status-rounds.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

export type ScenarioList = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	readonly scenarios: readonly StoredScenario[];
	/** Year of the newest published round; null before the first. */
	readonly round: number | null;
};

/** The path of the plan and all what-ifs, for those who work on them. */
export async function listScenarios(context: Context, input: { readonly municipality: string }): Promise<ScenarioList> {
	const { code } = await requireMay(context, 'pathway.edit', input.municipality);
	return context.database.read(code, async (tx) => {
		const found = await findMunicipality(tx);
		if (!found) throw new DomainError('not-found', 'municipality.unknown', { municipality: code });
		const plan = await findCurrentPlan(tx, { publicOnly: false });
		const rounds = plan ? await listRounds(tx, plan.id, { publicOnly: true }) : [];
		const scenarios = await readScenarios(tx);
		return { municipality: found.profile, hasPlan: plan !== undefined, scenarios, round: rounds[0]?.round.year ?? null };
	});
}
