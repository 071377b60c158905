import { sql } from 'drizzle-orm';
import { bigint, check, foreignKey, integer, pgTable, smallint, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { isYear, municipalityCode, publicPolicy, tenantPolicy } from './tenancy.ts';

export const municipality = pgTable(
	'municipality',
	{
		code: municipalityCode().primaryKey(),
		slug: text('slug').notNull(),
		name: text('name').notNull(),
		region: text('region').notNull(),
		regionFrom2027: text('region_from_2027').notNull(),
		kind: text('kind').notNull(),
		population: integer('population').notNull(),
		populationYear: smallint('population_year').notNull(),
		populationPrevious: integer('population_previous'),
		populationPreviousYear: smallint('population_previous_year'),
		source: text('source').notNull(),
	},
	(table) => [
		// Addresses are shared by all municipalities, so this one key is not the tenant's own.
		unique('municipality_slug_key').on(table.slug),
		check('municipality_code_digits', sql`${table.code} ~ '^\\d{4}$'`),
		check('municipality_slug_form', sql`${table.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
		check('municipality_name_stated', sql`${table.name} <> ''`),
		check('municipality_population_positive', sql`${table.population} > 0 and ${table.populationPrevious} > 0`),
		check('municipality_population_year', sql`${isYear(table.populationYear)} and ${isYear(table.populationPreviousYear)}`),
		tenantPolicy('municipality'),
		publicPolicy('municipality'),
	],
);

export const municipalityRevision = pgTable(
	'municipality_revision',
	{
		municipalityCode: municipalityCode().primaryKey(),
		revision: bigint('revision', { mode: 'number' }).notNull(),
		changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
	},
	(table) => [
		foreignKey({ name: 'municipality_revision_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		tenantPolicy('municipality_revision'),
		publicPolicy('municipality_revision'),
	],
);
