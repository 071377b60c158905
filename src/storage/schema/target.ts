import { sql } from 'drizzle-orm';
import { check, doublePrecision, foreignKey, integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accountKinds, gwpSets } from '#domain/account/account.ts';
import { targetGases, targetSteps } from '#domain/account/target.ts';
import { account } from './account.ts';
import { municipality } from './municipality.ts';
import { isYear, municipalityCode, oneOf, tenantPolicy } from './tenancy.ts';

/** What targets are measured against, and the account that calculations start from: one of each kind. */
export const targetFrame = pgTable(
	'target_frame',
	{
		municipalityCode: municipalityCode(),
		kind: text('kind', { enum: accountKinds }).notNull(),
		referenceYear: smallint('reference_year'),
		referenceTonnes: doublePrecision('reference_tonnes'),
		referenceGases: text('reference_gases', { enum: targetGases }),
		referenceGwpSet: text('reference_gwp_set', { enum: gwpSets }),
		referenceMethod: text('reference_method'),
		referenceSource: text('reference_source'),
		referenceUncertainty: doublePrecision('reference_uncertainty'),
		baseYear: smallint('base_year'),
		baseAccountId: uuid('base_account_id'),
		baseSource: text('base_source'),
		who: text('who').notNull(),
		changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
		version: integer('version').notNull().default(1),
	},
	(table) => [
		primaryKey({ name: 'target_frame_pkey', columns: [table.municipalityCode, table.kind] }),
		foreignKey({ name: 'target_frame_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		foreignKey({
			name: 'target_frame_account_fkey',
			columns: [table.municipalityCode, table.baseAccountId],
			foreignColumns: [account.municipalityCode, account.id],
		}),
		check('target_frame_kind', oneOf(table.kind, accountKinds)),
		check('target_frame_gases', oneOf(table.referenceGases, targetGases)),
		check('target_frame_gwp_set', oneOf(table.referenceGwpSet, gwpSets)),
		check('target_frame_years', sql`${isYear(table.referenceYear)} and ${isYear(table.baseYear)}`),
		check(
			'target_frame_reference_whole',
			sql`(${table.referenceYear} is null) = (${table.referenceSource} is null) and (${table.referenceYear} is null) = (${table.referenceGases} is null)`,
		),
		check('target_frame_base_whole', sql`(${table.baseYear} is null) = (${table.baseSource} is null)`),
		check('target_frame_version_positive', sql`${table.version} > 0`),
		tenantPolicy('target_frame'),
	],
);

/** Targets as decided: interim, main, net zero. */
export const climateTarget = pgTable(
	'climate_target',
	{
		municipalityCode: municipalityCode(),
		id: uuid('id').notNull().defaultRandom(),
		kind: text('kind', { enum: accountKinds }).notNull(),
		step: text('step', { enum: targetSteps }).notNull(),
		year: smallint('year').notNull(),
		perCent: doublePrecision('per_cent'),
		tonnes: doublePrecision('tonnes'),
		gases: text('gases', { enum: targetGases }).notNull(),
		boundary: text('boundary').notNull(),
		source: text('source').notNull(),
		who: text('who').notNull(),
		changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
	},
	(table) => [
		primaryKey({ name: 'climate_target_pkey', columns: [table.municipalityCode, table.id] }),
		foreignKey({ name: 'climate_target_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		check('climate_target_kind', oneOf(table.kind, accountKinds)),
		check('climate_target_step', oneOf(table.step, targetSteps)),
		check('climate_target_gases', oneOf(table.gases, targetGases)),
		check('climate_target_year', isYear(table.year)),
		check('climate_target_stated', sql`${table.perCent} is not null or ${table.tonnes} is not null`),
		tenantPolicy('climate_target'),
	],
);
