import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { findCurrentPlan } from '#storage/plans.ts';
import { listScenarios as readScenarios, type StoredScenario } from '#storage/scenarios.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

export type ScenarioList = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	readonly scenarios: readonly StoredScenario[];
};

/** The path of the plan and all what-ifs, for those who work on them. */
export async function listScenarios(context: Context, input: { readonly municipality: string }): Promise<ScenarioList> {
	const { code } = await requireMay(context, 'pathway.edit', input.municipality);
	return context.database.read(code, async (tx) => {
		const found = await findMunicipality(tx);
		if (!found) throw new DomainError('not-found', 'municipality.unknown', { municipality: code });
		const hasPlan = (await findCurrentPlan(tx, { publicOnly: false })) !== undefined;
		return { municipality: found.profile, hasPlan, scenarios: await readScenarios(tx) };
	});
}
