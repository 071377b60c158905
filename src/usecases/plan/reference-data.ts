import { z } from 'zod';
import type { AccountFigure, AccountSubject } from '#domain/account/account-figure.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { readReferenceTable, type ReferenceRow } from '#importers/read-reference-table.ts';

/** A municipality of the reference data with its climate account. */
export type ReferenceMunicipality = { readonly profile: MunicipalityProfile; readonly account: readonly AccountFigure[] };

const count = z.string().regex(/^\d+$/).transform(Number);
// An empty cell is "not stated", never zero.
const figure = z.union([
	z.literal('').transform(() => null),
	z
		.string()
		.regex(/^-?\d+(\.\d+)?$/)
		.transform(Number),
]);

const profileRow = z.object({
	code: z.string().regex(/^\d{4}$/),
	name: z.string().min(1),
	slug: z.string().min(1),
	region: z.string().min(1),
	region_from_2027: z.string().min(1),
	kommunegruppe: z.string().min(1),
	population: count,
	population_year: count,
	population_previous: z.union([z.literal('').transform(() => null), count]),
	population_previous_year: z.union([z.literal('').transform(() => null), count]),
	source: z.string().min(1),
});

const accountRow = z.object({
	code: z.string().regex(/^\d{4}$/),
	year: count,
	agriculture_t_per_inhabitant: figure,
	energy_t_per_inhabitant: figure,
	transport_t_per_inhabitant: figure,
	energy_use_gj_per_inhabitant: figure,
	own_renewable_supply: figure,
	source: z.string().min(1),
});

const subjects = {
	agriculture_t_per_inhabitant: ['agriculture', 't CO2e'],
	energy_t_per_inhabitant: ['energy', 't CO2e'],
	transport_t_per_inhabitant: ['transport', 't CO2e'],
	energy_use_gj_per_inhabitant: ['energy use', 'GJ'],
	own_renewable_supply: ['renewable supply', null],
} as const satisfies Partial<Record<keyof z.infer<typeof accountRow>, readonly [AccountSubject, string | null]>>;

/** Checks and joins the two tables of `reference/`: municipalities, and their climate account per inhabitant. */
export function readReferenceData(municipalities: string, accounts: string): ReferenceMunicipality[] {
	const rows = readReferenceTable(accounts).map((row) => accountRow.parse(row));
	return readReferenceTable(municipalities).map((row) => {
		const profile = toProfile(row);
		const own = rows.filter(({ code }) => code === profile.code);
		return { profile, account: own.flatMap((each) => toFigures(each, profile)) };
	});
}

function toProfile(row: ReferenceRow): MunicipalityProfile {
	const { code, name, slug, region, population, source, ...rest } = profileRow.parse(row);
	return {
		code,
		name,
		slug,
		region,
		regionFrom2027: rest.region_from_2027,
		kind: rest.kommunegruppe,
		population,
		populationYear: rest.population_year,
		populationPrevious: rest.population_previous,
		populationPreviousYear: rest.population_previous_year,
		source,
	};
}

/** Totals are the product of the release's figure and the population, marked with both; a figure without a unit gets none. */
function toFigures(row: z.infer<typeof accountRow>, { population, populationYear }: MunicipalityProfile): AccountFigure[] {
	return (Object.keys(subjects) as (keyof typeof subjects)[]).map((column): AccountFigure => {
		const [subject, unit] = subjects[column];
		const stated = row[column];
		const total = stated === null || unit === null ? null : Math.round(stated * population);
		return { year: row.year, subject, total, unit, perInhabitant: stated, population, populationYear, source: row.source };
	});
}
