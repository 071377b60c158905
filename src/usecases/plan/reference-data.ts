import { z } from 'zod';
import type { AccountRow, AccountSector } from '#domain/account/account.ts';
import type { MunicipalityProfile } from '#domain/plan/plan.ts';
import { readReferenceTable, type ReferenceRow } from '#importers/read-reference-table.ts';
import type { NewAccount } from '#storage/accounts.ts';

/** A municipality of the reference data with its climate account. */
export type ReferenceMunicipality = { readonly profile: MunicipalityProfile; readonly accounts: readonly NewAccount[] };

/** What the shipped figures are called among the vintages of their year. */
const shippedRelease = 'klimaregnskabet.dk, pr. indbygger';

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

/** Checks and joins the two tables of `reference/`: municipalities, and their climate account per inhabitant. */
export function readReferenceData(municipalities: string, accounts: string): ReferenceMunicipality[] {
	const rows = readReferenceTable(accounts).map((row) => accountRow.parse(row));
	return readReferenceTable(municipalities).map((row) => {
		const profile = toProfile(row);
		const own = rows.filter(({ code }) => code === profile.code);
		return { profile, accounts: own.map((each) => toAccount(each, profile)) };
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

/** Tonnes are the product of the release's figure and the population, and each line says so; what is not stated gives no line. */
function toAccount(row: z.infer<typeof accountRow>, { population, populationYear }: MunicipalityProfile): NewAccount {
	const sectors = [
		['energy', row.energy_t_per_inhabitant],
		['transport', row.transport_t_per_inhabitant],
		['agriculture', row.agriculture_t_per_inhabitant],
	] as const;
	const energyUse = row.energy_use_gj_per_inhabitant;
	return {
		kind: 'geographic',
		year: row.year,
		release: shippedRelease,
		releaseDate: null,
		methodVersion: null,
		source: row.source,
		gwpSet: null,
		population,
		populationYear,
		totals: [],
		chosenTotal: null,
		rows: sectors.flatMap(([sector, factor]) => (factor === null ? [] : [toLine(sector, factor, population)])),
		keyFigures: [
			{ subject: 'energy use', value: energyUse === null ? null : energyUse * population, unit: 'GJ', perInhabitant: energyUse },
			// The publisher names no unit, so there is nothing to multiply.
			{ subject: 'renewable supply', value: null, unit: null, perInhabitant: row.own_renewable_supply },
		],
	};
}

function toLine(sector: AccountSector, factor: number, population: number): AccountRow {
	return {
		...{ sector, subSector: null, carrier: null, gas: 'CO2e', part: 'emission', scope: null },
		...{ activity: population, activityUnit: 'indbyggere', factor, factorUnit: 't CO2e/indbygger', factorId: null },
		...{ tonnes: factor * population, origin: 'per inhabitant x population', notation: null, reason: null },
		...{ activityQuality: null, factorQuality: null, label: null, place: null },
	};
}
