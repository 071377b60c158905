import { makePathReport, type PathReport } from '#domain/followup/path-report.ts';
import type { AssessedInitiative, FollowUp } from '#domain/followup/status-round.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { listMunicipalityProfiles } from '#storage/municipalities.ts';
import { findPlanScenario, listPublicScenarios } from '#storage/scenarios.ts';
import type { Context } from '../context.ts';
import { findFollowUp, getPlanRecord, type PlanRecord } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';

/** Emissions of a year by the climate account: the sectors that are known of it, added up. */
export type AccountPoint = { readonly year: number; readonly tonnes: number; readonly source: string };

/** The page "Hvor står vi i ton?". Without a path `report` is null. */
export type PathView = {
	readonly municipality: MunicipalityProfile;
	readonly hasPlan: boolean;
	readonly report: PathReport | null;
	readonly account: readonly AccountPoint[];
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
	const stored = await context.database.read(at.code, findPlanScenario);
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
		account: sumAccount(record),
		titles: new Map(record.stored?.initiatives.map(({ content }) => [content.number, content.title])),
		lines: rounds[0]?.lines ?? [],
		source: rounds[0]?.round.source ?? null,
		changedAt: stored?.changedAt ?? null,
	};
}

/** Rounds that everybody may see, newest first: an unfinished one would show as a plan in which nothing is known. */
function listPublicRounds(record: PlanRecord): FollowUp[] {
	const rounds = record.stored?.rounds.filter(({ isPublic }) => isPublic) ?? [];
	return rounds.flatMap(({ round }) => findFollowUp(record, round.year) ?? []);
}

async function listOthers(context: Context, own: string) {
	return context.database.readPublic(async (tx) => {
		const names = new Map((await listMunicipalityProfiles(tx)).map(({ code, name }) => [code, name]));
		const scenarios = await listPublicScenarios(tx);
		return scenarios
			.filter(({ code }) => code !== own)
			.map(({ code, document }) => ({ name: names.get(code) ?? code, scenario: document.scenario }));
	});
}

const sectors = new Set(['agriculture', 'energy', 'transport']);

/** A year in which one of the sectors is missing has no sum. */
function sumAccount({ account }: PlanRecord): AccountPoint[] {
	const years = [...new Set(account.map(({ year }) => year))].sort((one, two) => one - two);
	return years.flatMap((year) => {
		const own = account.filter((figure) => figure.year === year && sectors.has(figure.subject) && figure.total !== null);
		if (own.length < sectors.size) return [];
		return [{ year, tonnes: own.reduce((sum, { total }) => sum + (total ?? 0), 0), source: own[0]?.source ?? '' }];
	});
}
