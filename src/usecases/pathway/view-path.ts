import { listAccountPoints, type AccountPoint } from '#domain/account/account-points.ts';
import type { BaseYear, ClimateTarget, TargetFrame } from '#domain/account/target.ts';
import { listTitles } from '#domain/followup/list-titles.ts';
import type { OtherPath } from '#domain/followup/duty-list.ts';
import { makePathReport, type PathReport } from '#domain/followup/path-report.ts';
import type { AssessedInitiative } from '#domain/followup/status-round.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { listAccounts } from '#storage/accounts.ts';
import { listMunicipalityProfiles } from '#storage/municipalities.ts';
import { findPlanScenario, listPublicScenarios } from '#storage/scenarios.ts';
import { listClimateTargets, listTargetFrames } from '#storage/target-frames.ts';
import type { Context } from '../context.ts';
import { getPlanRecord } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';
import { listPublicRounds } from './public-rounds.ts';

/** The page "Hvor står vi i ton?". Without a path `report` is null. */
export type PathView = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	readonly report: PathReport | null;
	readonly account: readonly AccountPoint[];
	/** The account the plan's calculations start from; undefined where the plan names none. It may not be here. */
	readonly baseYear: BaseYear | undefined;
	/** What targets are measured against and start from, and the targets as decided. */
	readonly frames: readonly TargetFrame[];
	readonly targets: readonly ClimateTarget[];
	/** Titles of the plan's initiatives, by number. */
	readonly titles: ReadonlyMap<string, string>;
	/** The initiatives of the newest round; empty before the first. */
	readonly lines: readonly AssessedInitiative[];
	/** Source of the newest round; null before the first. */
	readonly source: string | null;
	/** When the path was last changed. */
	readonly changedAt: Date | null;
};

/** The path of the plan as decided and as it stands after the newest published round, by code ("0340") or slug ("soroe"). */
export async function viewPath(context: Context, input: { readonly municipality: string }): Promise<PathView> {
	const at = await requireMay(context, 'plan.read', input.municipality);
	const record = await getPlanRecord(context, at);
	const { stored, accounts, frames, targets } = await context.database.read(at.code, async (tx) => ({
		stored: await findPlanScenario(tx),
		accounts: await listAccounts(tx),
		frames: await listTargetFrames(tx),
		targets: await listClimateTargets(tx),
	}));
	const rounds = listPublicRounds(record);
	return {
		municipality: record.municipality,
		hasPlan: record.stored !== null,
		report: stored
			? makePathReport(stored.document, {
					rounds,
					earliest: context.now().getUTCFullYear() + 1,
					others: await listOthers(context, at.code),
				})
			: null,
		account: listAccountPoints(accounts),
		baseYear: frames.find(({ kind }) => kind === 'geographic')?.baseYear ?? undefined,
		frames,
		targets,
		// What is published wins: a number may be another's in the round that runs.
		titles: new Map([
			...listTitles(rounds.slice(1)),
			...(record.stored?.initiatives ?? []).map(({ content: { number, title } }) => [number, title] as const),
			...listTitles(rounds.slice(0, 1)),
		]),
		lines: rounds[0]?.lines ?? [],
		source: rounds[0]?.round.source ?? null,
		changedAt: stored?.changedAt ?? null,
	};
}

/** The paths of other municipalities as everybody may see them, with what their published rounds say of them. */
async function listOthers(context: Context, own: string): Promise<OtherPath[]> {
	const { names, scenarios } = await context.database.readPublic(async (tx) => ({
		names: new Map((await listMunicipalityProfiles(tx)).map(({ code, name }) => [code, name])),
		scenarios: await listPublicScenarios(tx),
	}));
	const others = scenarios.filter(({ code }) => code !== own);
	return Promise.all(
		others.map(async ({ code, document }) => {
			const at = await context.database.findRevision(code);
			const rounds = at ? listPublicRounds(await getPlanRecord(context, at)) : [];
			return { name: names.get(code) ?? code, document, rounds };
		}),
	);
}
