import type { AccountFigure } from '#domain/account/account-figure.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { listAllAccountFigures } from '#storage/accounts.ts';
import type { Database } from '#storage/database.ts';
import { listMunicipalityProfiles } from '#storage/municipalities.ts';
import { listPlanSummaries, type PlanSummary } from '#storage/plan-summaries.ts';
import type { PublicTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { requireMayAnywhere } from '../require-may.ts';

/** One municipality of the front page. `plan` is null where it has published none, `round` before the first follow-up. */
export type MunicipalityEntry = MunicipalityProfile & {
	readonly plan: Pick<PlanSummary, 'title' | 'periodStart' | 'periodEnd' | 'total'> | null;
	/** Latest round, with its counts by colour. */
	readonly round: PlanSummary['round'];
	readonly account: readonly AccountFigure[];
};

/** All municipalities: those with a published plan first, then by name in Danish order. */
export async function listMunicipalities(context: Context): Promise<readonly MunicipalityEntry[]> {
	requireMayAnywhere(context, 'plan.read');
	return context.database.readPublic((tx) => listEntries(context.database, tx));
}

type Kept = { readonly revisions: string; readonly entries: readonly MunicipalityEntry[] };
const kept = new WeakMap<Database, Kept>();

async function listEntries(database: Database, tx: PublicTx): Promise<readonly MunicipalityEntry[]> {
	const profiles = await listMunicipalityProfiles(tx);
	// Read in the same snapshot: as long as nobody's revision has moved, the entries are what they were.
	const revisions = profiles.map(({ profile, revision }) => `${profile.code} ${revision}`).join();
	const before = kept.get(database);
	if (before?.revisions === revisions) return before.entries;
	const accounts = await listAllAccountFigures(tx);
	const codes = profiles.map(({ profile }) => profile.code);
	const plans = new Map((await listPlanSummaries(tx, codes)).map((summary) => [summary.code, summary]));
	const all = profiles.map(({ profile }) => makeEntry(profile, plans.get(profile.code), accounts.get(profile.code) ?? []));
	const entries = [...all.filter((entry) => entry.plan), ...all.filter((entry) => !entry.plan)];
	kept.set(database, { revisions, entries });
	return entries;
}

function makeEntry(profile: MunicipalityProfile, found: PlanSummary | undefined, account: readonly AccountFigure[]): MunicipalityEntry {
	if (!found) return { ...profile, plan: null, round: null, account };
	const { title, periodStart, periodEnd, total, round } = found;
	return { ...profile, plan: { title, periodStart, periodEnd, total }, round, account };
}
