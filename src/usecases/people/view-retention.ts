import type { Retention } from '#domain/access/retention.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { findCurrentPlan } from '#storage/plans.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { readRetention } from './retention-setting.ts';

export type RetentionView = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	readonly retention: Retention;
	readonly version: number;
};

/** How long a municipality keeps what names persons. */
export async function viewRetention(context: Context, input: { readonly municipality: string }): Promise<RetentionView> {
	const { code } = await requireMay(context, 'setting.edit', input.municipality);
	return context.database.read(code, async (tx) => {
		const municipality = (await findMunicipality(tx))?.profile;
		if (!municipality) throw new DomainError('not-found', 'municipality.unknown', { municipality: code });
		const hasPlan = (await findCurrentPlan(tx, { publicOnly: false })) !== undefined;
		return { municipality, hasPlan, ...(await readRetention(tx)) };
	});
}
