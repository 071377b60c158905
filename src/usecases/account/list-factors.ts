import { can } from '#domain/access/policy.ts';
import { putOwnFactors, type FactorInForce } from '#domain/account/emission-factor.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { listFactorOverrides } from '#storage/factor-overrides.ts';
import type { Context } from '../context.ts';
import { getPlanRecord } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';
import { getShippedFactors } from './reference-tables.ts';

/** The list of factors as a municipality uses it. */
export type FactorList = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	readonly factors: readonly FactorInForce[];
	readonly mayEdit: boolean;
};

/** The shipped factors with the municipality's own values beside them. */
export async function listFactors(context: Context, input: { readonly municipality: string }): Promise<FactorList> {
	const at = await requireMay(context, 'plan.read', input.municipality);
	const { municipality, stored } = await getPlanRecord(context, at);
	const overrides = await context.database.read(at.code, listFactorOverrides);
	return {
		municipality,
		hasPlan: stored !== null,
		factors: putOwnFactors(await getShippedFactors(), overrides),
		mayEdit: can(context.actor, 'plan.edit', { municipalityCode: at.code }),
	};
}
