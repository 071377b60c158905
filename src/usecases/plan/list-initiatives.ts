import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import {
	countFacets,
	filterRegister,
	sortRegister,
	type Facets,
	type RegisterFilter,
	type RegisterSort,
} from '#domain/followup/register.ts';
import type { Legend } from '#domain/followup/legend.ts';
import type { AssessedInitiative, StatusRound } from '#domain/followup/status-round.ts';
import { co2Relations, priorities } from '#domain/plan/initiative.ts';
import type { MunicipalityProfile, Plan } from '#domain/plan/plan.ts';
import type { TenantRevision } from '#storage/database.ts';
import type { InitiativeTags } from '#storage/initiative-tags.ts';
import { findMatchingInitiatives } from '#storage/search.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { findShownRound, getLegend, getLines, getPlan, getPlanRecord, getTags, type StoredPlan } from './plan-record.ts';

export type ListInitiativesInput = {
	readonly municipality: string;
	/** Year of the round whose colours are shown; the latest when left out. */
	readonly year?: number;
	readonly filter?: RegisterFilter;
	/** Free text, found by Danish stemming in number, title, remark, responsible, sector and budget. */
	readonly text?: string;
	readonly sort?: RegisterSort;
};

/** An initiative of the register; `changedAt` is when it or its assessment was last changed. */
export type RegisterLine = AssessedInitiative & { readonly changedAt: Date };

export type RegisterView = {
	readonly municipality: MunicipalityProfile;
	readonly plan: Plan | null;
	readonly legend: Legend | null;
	readonly round: StatusRound | null;
	readonly rounds: readonly StatusRound[];
	/** Lines after filter, free text and sort. */
	readonly lines: readonly RegisterLine[];
	/** Number of lines before filter and free text. */
	readonly total: number;
	/** Count per value of every dimension, each as if that dimension were not filtered. */
	readonly facets: Facets;
	/** By initiative; one that is not there has none. */
	readonly tags: InitiativeTags;
	/** When anything of the municipality's content was last changed. */
	readonly changedAt: Date;
	/** False when the plan is not published, so that only those who may edit it see this. */
	readonly isPublic: boolean;
};

/** The register of one municipality, filtered, counted and sorted. Throws not-found `round.unknown` for a year without a round. */
export async function listInitiatives(context: Context, input: ListInitiativesInput): Promise<RegisterView> {
	return readRegister(context, await requireMay(context, 'plan.read', input.municipality), input);
}

/** The same where what may be done has been asked already. */
export async function readRegister(context: Context, at: TenantRevision, input: ListInitiativesInput): Promise<RegisterView> {
	const record = await getPlanRecord(context, at);
	const { municipality, stored } = record;
	const round = findShownRound(record, input.year);
	if (!stored) return { ...emptyRegister, municipality, changedAt: record.changedAt };
	const year = round?.year ?? null;
	const plan = getPlan(municipality.code, stored, year);
	const all = getLines(stored, plan, year);
	const text = input.text?.trim() ?? '';
	const matching =
		text === '' ? undefined : await context.database.read(at.code, (tx) => findMatchingInitiatives(tx, stored.row.id, year, text));
	const filter = { ...input.filter, matching };
	const changedAt = listChangeTimes(stored, year);
	const lines = filterRegister(all, filter).map((line) => ({ ...line, changedAt: changedAt.get(line.initiative.id) ?? record.changedAt }));
	return {
		municipality,
		plan,
		legend: getLegend(stored, year),
		round,
		rounds: stored.rounds.map((each) => each.round),
		lines: sortLines(lines, input.sort ?? { by: 'position', descending: false }, plan),
		total: all.length,
		facets: countFacets(all, filter),
		tags: getTags(stored, year),
		changedAt: record.changedAt,
		isPublic: stored.row.isPublic,
	};
}

const emptyRegister = {
	plan: null,
	legend: null,
	round: null,
	rounds: [],
	lines: [],
	total: 0,
	facets: countFacets([], {}),
	tags: new Map(),
	isPublic: true,
};

function listChangeTimes(stored: StoredPlan, year: number | null): Map<string, Date> {
	const round = year === null ? undefined : stored.assessments.get(year);
	return new Map(
		stored.initiatives.map(({ id, changedAt }) => {
			const assessed = round?.get(id)?.changedAt;
			return [id, assessed && assessed > changedAt ? assessed : changedAt];
		}),
	);
}

function sortLines(lines: readonly RegisterLine[], sort: RegisterSort, plan: Plan): RegisterLine[] {
	const byId = new Map(lines.map((line) => [line.initiative.id, line]));
	return sortRegister(lines, sort, getRank(sort, plan)).flatMap((line) => byId.get(line.initiative.id) ?? []);
}

/** The order of values that have one of their own: states from begun to done, colours from green on, sections as in the plan. */
function getRank(sort: RegisterSort, plan: Plan): ((value: string) => number) | undefined {
	const orders: Partial<Record<RegisterSort['by'], readonly string[]>> = {
		section: plan.sections.map((section) => section.id),
		state: states,
		priority: priorities,
		progress: progressColours,
		fulfilment: [...fulfilmentColours, 'text'],
		co2Relation: co2Relations,
	};
	const order = orders[sort.by];
	return order && ((value) => order.indexOf(value));
}
