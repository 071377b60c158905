import { findCommonYear, findNewestAccount, listAccountFigures, type AccountFigure } from '#domain/account/account-figure.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { listAllAccounts } from '#storage/accounts.ts';
import type { Database } from '#storage/database.ts';
import { getOverallRevision, listMunicipalityProfiles } from '#storage/municipalities.ts';
import { listPlanSummaries, type PlanSummary } from '#storage/plan-summaries.ts';
import type { PublicTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMayAnywhere } from '../require-may.ts';

/** One municipality of the front page. `plan` is null where it has published none, `round` before the first follow-up. */
export type MunicipalityEntry = MunicipalityProfile & {
	readonly plan: Pick<PlanSummary, 'title' | 'periodStart' | 'periodEnd' | 'total'> | null;
	/** Latest round, with its counts by colour. */
	readonly round: PlanSummary['round'];
	/** Of the same year in every municipality; empty where it has none of that year. */
	readonly account: readonly AccountFigure[];
};

/** All municipalities: those with a published plan first, then by name in Danish order. */
export async function listMunicipalities(context: Context): Promise<readonly MunicipalityEntry[]> {
	requireMayAnywhere(context, 'plan.read');
	return context.database.readPublic((tx) => readEntries(context.database, tx));
}

type Kept = { readonly revision: string; readonly entries: readonly MunicipalityEntry[] };
const kept = new WeakMap<Database, Kept>();

/** The entries as they are in this snapshot, made anew only when somebody's revision has moved. */
export async function readEntries(database: Database, tx: PublicTx): Promise<readonly MunicipalityEntry[]> {
	const revision = await getOverallRevision(tx);
	const before = kept.get(database);
	if (before?.revision === revision) return before.entries;
	const profiles = await listMunicipalityProfiles(tx);
	const accounts = await listAllAccounts(tx);
	const year = findCommonYear(accounts.values());
	const codes = profiles.map(({ code }) => code);
	const plans = new Map((await listPlanSummaries(tx, codes)).map((summary) => [summary.code, summary]));
	const all = profiles.map((profile) => {
		const newest = findNewestAccount((accounts.get(profile.code) ?? []).filter((account) => account.year === year));
		return makeEntry(profile, plans.get(profile.code), newest ? listAccountFigures(newest) : []);
	});
	const entries = [...all.filter((entry) => entry.plan), ...all.filter((entry) => !entry.plan)];
	kept.set(database, { revision, entries });
	return entries;
}

function makeEntry(profile: MunicipalityProfile, found: PlanSummary | undefined, account: readonly AccountFigure[]): MunicipalityEntry {
	if (!found) return { ...profile, plan: null, round: null, account };
	const { title, periodStart, periodEnd, total, round } = found;
	return { ...profile, plan: { title, periodStart, periodEnd, total }, round, account };
}
