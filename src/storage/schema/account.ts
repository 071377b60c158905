import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	doublePrecision,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	unique,
	uuid,
} from 'drizzle-orm/pg-core';
import {
	accountKinds,
	accountSectors,
	carriers,
	dataQualities,
	gases,
	gwpSets,
	notationKeys,
	rowOrigins,
	rowParts,
	subSectors,
	type SubSector,
} from '#domain/account/account.ts';
import { municipality } from './municipality.ts';
import { isYear, municipalityCode, oneOf, publicPolicy, tenantPolicy } from './tenancy.ts';

const allSubSectors = Object.values(subSectors).flat() as [SubSector, ...SubSector[]];

/** Files that accounts were taken in from. Undoing one takes its accounts away and keeps this row. */
export const accountImport = pgTable(
	'account_import',
	{
		municipalityCode: municipalityCode(),
		id: uuid('id').notNull().defaultRandom(),
		fileName: text('file_name').notNull(),
		sha256: text('sha256').notNull(),
		who: text('who').notNull(),
		at: timestamp('at', { withTimezone: true }).notNull(),
		undoneAt: timestamp('undone_at', { withTimezone: true }),
		undoneBy: text('undone_by'),
	},
	(table) => [
		primaryKey({ name: 'account_import_pkey', columns: [table.municipalityCode, table.id] }),
		foreignKey({ name: 'account_import_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		check('account_import_sha256', sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
		check('account_import_undone_whole', sql`(${table.undoneAt} is null) = (${table.undoneBy} is null)`),
		tenantPolicy('account_import'),
	],
);

export const account = pgTable(
	'account',
	{
		municipalityCode: municipalityCode(),
		id: uuid('id').notNull().defaultRandom(),
		kind: text('kind', { enum: accountKinds }).notNull(),
		year: smallint('year').notNull(),
		release: text('release').notNull(),
		releaseDate: date('release_date', { mode: 'string' }),
		methodVersion: text('method_version'),
		source: text('source').notNull(),
		gwpSet: text('gwp_set', { enum: gwpSets }),
		population: integer('population'),
		populationYear: smallint('population_year'),
		totals: jsonb('totals').notNull(),
		chosenTotal: text('chosen_total'),
		keyFigures: jsonb('key_figures').notNull(),
		importId: uuid('import_id'),
		addedAt: timestamp('added_at', { withTimezone: true }).notNull(),
		who: text('who').notNull(),
	},
	(table) => [
		primaryKey({ name: 'account_pkey', columns: [table.municipalityCode, table.id] }),
		foreignKey({ name: 'account_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		foreignKey({
			name: 'account_import_fkey',
			columns: [table.municipalityCode, table.importId],
			foreignColumns: [accountImport.municipalityCode, accountImport.id],
		}),
		// One release states a year once; a later one is another vintage beside it.
		unique('account_vintage_key').on(table.municipalityCode, table.kind, table.year, table.release),
		check('account_kind', oneOf(table.kind, accountKinds)),
		check('account_gwp_set', oneOf(table.gwpSet, gwpSets)),
		check('account_year', sql`${isYear(table.year)} and ${isYear(table.populationYear)}`),
		check('account_release_stated', sql`${table.release} ~ '\\S' and ${table.source} ~ '\\S'`),
		check('account_population_positive', sql`${table.population} > 0`),
		tenantPolicy('account'),
		publicPolicy('account'),
	],
);

export const accountRow = pgTable(
	'account_row',
	{
		municipalityCode: municipalityCode(),
		accountId: uuid('account_id').notNull(),
		position: integer('position').notNull(),
		sector: text('sector', { enum: accountSectors }).notNull(),
		subSector: text('sub_sector', { enum: allSubSectors }),
		carrier: text('carrier', { enum: carriers }),
		gas: text('gas', { enum: gases }).notNull(),
		part: text('part', { enum: rowParts }).notNull(),
		scope: smallint('scope').$type<1 | 2 | 3>(),
		activity: doublePrecision('activity'),
		activityUnit: text('activity_unit'),
		factor: doublePrecision('factor'),
		factorUnit: text('factor_unit'),
		factorId: text('factor_id'),
		tonnes: doublePrecision('tonnes'),
		origin: text('origin', { enum: rowOrigins }).notNull(),
		notation: text('notation', { enum: notationKeys }),
		reason: text('reason'),
		activityQuality: text('activity_quality', { enum: dataQualities }),
		factorQuality: text('factor_quality', { enum: dataQualities }),
		label: text('label'),
		place: text('place'),
	},
	(table) => [
		primaryKey({ name: 'account_row_pkey', columns: [table.municipalityCode, table.accountId, table.position] }),
		foreignKey({
			name: 'account_row_account_fkey',
			columns: [table.municipalityCode, table.accountId],
			foreignColumns: [account.municipalityCode, account.id],
		}).onDelete('cascade'),
		check('account_row_sector', oneOf(table.sector, accountSectors)),
		check('account_row_sub_sector', oneOf(table.subSector, allSubSectors)),
		check('account_row_carrier', oneOf(table.carrier, carriers)),
		check('account_row_gas', oneOf(table.gas, gases)),
		check('account_row_part', oneOf(table.part, rowParts)),
		check('account_row_scope', sql`${table.scope} between 1 and 3`),
		check('account_row_origin', oneOf(table.origin, rowOrigins)),
		check('account_row_notation', oneOf(table.notation, notationKeys)),
		check('account_row_quality', sql`${oneOf(table.activityQuality, dataQualities)} and ${oneOf(table.factorQuality, dataQualities)}`),
		// Null is not zero: a line has a number, or says why it has none.
		check('account_row_stated', sql`(${table.tonnes} is null) = (${table.notation} is not null)`),
		check('account_row_reason', sql`${table.notation} is null or ${table.reason} ~ '\\S'`),
		check('account_row_removal', sql`${table.part} <> 'removal' or ${table.tonnes} <= 0`),
		tenantPolicy('account_row'),
		publicPolicy('account_row'),
	],
);

/** A municipality's own value of a shipped factor. */
export const factorOverride = pgTable(
	'factor_override',
	{
		municipalityCode: municipalityCode(),
		factorId: text('factor_id').notNull(),
		value: doublePrecision('value').notNull(),
		source: text('source').notNull(),
		who: text('who').notNull(),
		changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
		version: integer('version').notNull().default(1),
		isStandingStated: boolean('is_standing_stated').notNull().default(false),
		validFrom: smallint('valid_from'),
		validTo: smallint('valid_to'),
		gwpSet: text('gwp_set', { enum: gwpSets }),
	},
	(table) => [
		primaryKey({ name: 'factor_override_pkey', columns: [table.municipalityCode, table.factorId] }),
		foreignKey({ name: 'factor_override_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		check('factor_override_source_stated', sql`${table.source} ~ '\\S'`),
		check('factor_override_version_positive', sql`${table.version} > 0`),
		check('factor_override_valid_from', isYear(table.validFrom)),
		check('factor_override_valid_to', isYear(table.validTo)),
		check('factor_override_gwp_set', oneOf(table.gwpSet, gwpSets)),
		check('factor_override_years_in_order', sql`${table.validFrom} <= ${table.validTo}`),
		// Which years and which set a value states are only there where it states them.
		check(
			'factor_override_standing',
			sql`${table.isStandingStated} or (${table.validFrom} is null and ${table.validTo} is null and ${table.gwpSet} is null)`,
		),
		index('factor_override_changed_index').on(table.municipalityCode, table.changedAt),
		tenantPolicy('factor_override'),
	],
);
