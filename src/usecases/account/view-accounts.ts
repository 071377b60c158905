import { can } from '#domain/access/policy.ts';
import { listSeries, type AccountSeries } from '#domain/account/account-series.ts';
import { reportGpc, type GpcReport } from '#domain/account/gpc.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { listAccounts, type StoredAccount } from '#storage/accounts.ts';
import type { Context } from '../context.ts';
import { getPlanRecord } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';
import { getGpcMapping } from './reference-tables.ts';

/** The green account: every account of a municipality by kind and year. */
export type AccountsView = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	readonly mayImport: boolean;
	readonly series: readonly AccountSeries<StoredAccount>[];
	/** The newest account of the area under GPC's references; null where there is none. */
	readonly gpc: GpcReport | null;
};

/** Everything the green account shows. */
export async function viewAccounts(context: Context, input: { readonly municipality: string }): Promise<AccountsView> {
	const at = await requireMay(context, 'plan.read', input.municipality);
	const { municipality, stored } = await getPlanRecord(context, at);
	const series = listSeries(await context.database.read(at.code, listAccounts));
	const newest = series.find(({ kind }) => kind === 'geographic')?.years.at(-1)?.account;
	return {
		municipality,
		hasPlan: stored !== null,
		mayImport: can(context.actor, 'plan.import', { municipalityCode: at.code }),
		series,
		gpc: newest ? reportGpc(newest, await getGpcMapping(), newest.gwpSet) : null,
	};
}
