import { can } from '#domain/access/policy.ts';
import type { AccountKind } from '#domain/account/account.ts';
import { sumAccount } from '#domain/account/sum-account.ts';
import type { ClimateTarget, TargetFrame } from '#domain/account/target.ts';
import type { TargetCount } from '#domain/pathway/model.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { listAccounts } from '#storage/accounts.ts';
import { findPlanScenario } from '#storage/scenarios.ts';
import { listClimateTargets, listTargetFrames } from '#storage/target-frames.ts';
import type { Context } from '../context.ts';
import { getPlanRecord } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';

/** An account that calculations may start from. */
export type BaseChoice = {
	readonly id: string;
	readonly kind: AccountKind;
	readonly year: number;
	readonly release: string;
	readonly source: string;
	readonly tonnes: number | null;
};

export type TargetsView = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	readonly mayEdit: boolean;
	readonly frames: readonly TargetFrame[];
	readonly targets: readonly ClimateTarget[];
	readonly accounts: readonly BaseChoice[];
	/** Whether uptake counts against the targets of the plan's path; null while it has none. */
	readonly counts: TargetCount | null;
};

/** Reference level, base year and targets as decided, which everybody may see, and the accounts there are to start from. */
export async function viewTargets(context: Context, input: { readonly municipality: string }): Promise<TargetsView> {
	const at = await requireMay(context, 'plan.read', input.municipality);
	const { municipality, stored } = await getPlanRecord(context, at);
	return context.database.read(at.code, async (tx) => ({
		municipality,
		hasPlan: stored !== null,
		mayEdit: can(context.actor, 'target.edit', { municipalityCode: at.code }),
		frames: await listTargetFrames(tx),
		targets: await listClimateTargets(tx),
		accounts: (await listAccounts(tx)).map(({ id, kind, year, release, source, ...account }) => ({
			...{ id, kind, year, release, source },
			tonnes: sumAccount(account).total.tonnes,
		})),
		counts: (await findPlanScenario(tx))?.document.scenario.targets?.counts ?? null,
	}));
}
