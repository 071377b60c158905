import { findStandings, type PathRound, type StandingSet } from '#domain/followup/path-as-it-stands.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { listAccounts, type StoredAccount } from '#storage/accounts.ts';
import { listScenarios, type StoredScenario } from '#storage/scenarios.ts';
import type { Context } from '../context.ts';
import { getPlanRecord } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';
import { listPublicRounds } from './public-rounds.ts';

/** What a path is made with: the scenarios there are, the accounts to start from, and the plan's initiatives. */
export type PathDesk = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	/** The plan's own is the first, where there is one. */
	readonly scenarios: readonly StoredScenario[];
	readonly accounts: readonly StoredAccount[];
	readonly initiatives: readonly { readonly number: string; readonly title: string }[];
	/** Years of the published rounds, newest first. */
	readonly rounds: readonly number[];
	/** What these rounds say of the initiatives, newest first. */
	readonly followUps: readonly PathRound[];
	/** How the measures of the plan's path stand after the newest round; undefined before the first. */
	readonly standings: StandingSet | undefined;
};

/** For those who work on the path. */
export async function viewPathDesk(context: Context, input: { readonly municipality: string }): Promise<PathDesk> {
	const at = await requireMay(context, 'pathway.edit', input.municipality);
	const record = await getPlanRecord(context, at);
	const { scenarios, accounts } = await context.database.read(at.code, async (tx) => ({
		scenarios: await listScenarios(tx),
		accounts: await listAccounts(tx),
	}));
	const rounds = listPublicRounds(record);
	const plan = scenarios.find(({ kind }) => kind === 'plan');
	return {
		municipality: record.municipality,
		hasPlan: record.stored !== null,
		scenarios,
		accounts: accounts.filter(({ kind }) => kind === 'geographic'),
		initiatives: record.stored?.initiatives.map(({ content }) => ({ number: content.number, title: content.title })) ?? [],
		rounds: rounds.map(({ round }) => round.year),
		followUps: rounds,
		standings: plan && findStandings(plan.document, rounds),
	};
}
