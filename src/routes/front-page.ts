import type { AccountFigure, AccountSubject } from '#domain/account/account-figure.ts';
import type { ColourCounts } from '#domain/followup/counts.ts';
import type { MunicipalityEntry } from '#usecases/plan/list-municipalities.ts';

/** The sectors of a climate account, in the order they are shown. */
export const sectors = ['energy', 'transport', 'agriculture'] as const satisfies readonly AccountSubject[];
export type Sector = (typeof sectors)[number];

/** A municipality without a plan here, with what is known of it. */
export type OtherMunicipality = {
	readonly name: string;
	readonly slug: string;
	readonly region: string;
	readonly population: number;
	/** Tonnes CO2e per inhabitant by sector, or why there are none. They are not the whole account, so they are never added up. */
	readonly account: Readonly<Record<Sector, Pick<AccountFigure, 'perInhabitant' | 'notations'>>>;
};

/** What the front page says. */
export type FrontPage = {
	readonly participants: readonly MunicipalityEntry[];
	/** The rest of the municipalities, by region. */
	readonly regions: readonly { readonly name: string; readonly municipalities: readonly OtherMunicipality[] }[];
	readonly othersCount: number;
	readonly common: {
		readonly plans: number;
		readonly initiatives: number;
		readonly followedUp: number;
		readonly progress: ColourCounts['progress'];
		/** Tonnes CO2e of the participants together and of every municipality, by sector; null where one lacks a figure. */
		readonly sectors: readonly { readonly sector: Sector; readonly participants: number | null; readonly all: number | null }[];
	};
	readonly accountYear: number | null;
	readonly populationYear: number | null;
	readonly sources: readonly string[];
};

/** Gathers the front page from the list of municipalities. */
export function describeFrontPage(entries: readonly MunicipalityEntry[]): FrontPage {
	const participants = entries.filter((entry) => entry.plan !== null);
	const others = entries.filter((entry) => entry.plan === null);
	const figures = entries.flatMap((entry) => entry.account);
	return {
		participants,
		regions: groupByRegion(others.map(describeOther)),
		othersCount: others.length,
		common: {
			plans: participants.length,
			initiatives: participants.reduce((sum, entry) => sum + (entry.plan?.total ?? 0), 0),
			followedUp: participants.filter((entry) => entry.round !== null).length,
			progress: addProgress(participants),
			sectors: sectors.map((sector) => ({
				sector,
				participants: addAll(participants.map((entry) => getTotal(entry.account, sector))),
				all: addAll(entries.map((entry) => getTotal(entry.account, sector))),
			})),
		},
		accountYear: figures[0]?.year ?? null,
		populationYear: entries[0]?.populationYear ?? null,
		sources: [...new Set([...entries.map((entry) => entry.source), ...figures.map((figure) => figure.source)])],
	};
}

function describeOther(entry: MunicipalityEntry): OtherMunicipality {
	const describe = (sector: Sector) => {
		const { perInhabitant = null, notations = [] } = entry.account.find((figure) => figure.subject === sector) ?? {};
		return { perInhabitant, notations };
	};
	return {
		name: entry.name,
		slug: entry.slug,
		region: entry.region,
		population: entry.population,
		account: { energy: describe('energy'), transport: describe('transport'), agriculture: describe('agriculture') },
	};
}

function groupByRegion(others: readonly OtherMunicipality[]): FrontPage['regions'] {
	const regions = [...new Set(others.map((other) => other.region))].sort((one, two) => one.localeCompare(two, 'da'));
	return regions.map((name) => ({ name, municipalities: others.filter((other) => other.region === name) }));
}

function getTotal(account: readonly AccountFigure[], sector: Sector): number | null {
	return account.find((figure) => figure.subject === sector)?.total ?? null;
}

function addAll(values: readonly (number | null)[]): number | null {
	return values.length === 0 || values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function addProgress(participants: readonly MunicipalityEntry[]): ColourCounts['progress'] {
	const sum = { green: 0, yellow: 0, red: 0, white: 0, none: 0 };
	for (const { round } of participants) {
		for (const colour of Object.keys(sum) as (keyof typeof sum)[]) sum[colour] += round?.counts.progress[colour] ?? 0;
	}
	return sum;
}
