import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { municipality } from './municipality.ts';
import { bytea, isYear, municipalityCode, tenantPolicy } from './tenancy.ts';

export const documentImport = pgTable(
	'document_import',
	{
		municipalityCode: municipalityCode(),
		id: uuid('id').notNull().defaultRandom(),
		// No foreign key: the row outlives a plan that undoing the import took away.
		planId: uuid('plan_id').notNull(),
		year: smallint('year').notNull(),
		fileName: text('file_name').notNull(),
		sha256: text('sha256').notNull(),
		who: text('who').notNull(),
		at: timestamp('at', { withTimezone: true }).notNull(),
		added: integer('added').notNull(),
		changed: integer('changed').notNull(),
		unchanged: integer('unchanged').notNull(),
		missing: integer('missing').notNull(),
		removed: integer('removed').notNull(),
		undoneAt: timestamp('undone_at', { withTimezone: true }),
		undoneBy: text('undone_by'),
	},
	(table) => [
		primaryKey({ name: 'document_import_pkey', columns: [table.municipalityCode, table.id] }),
		foreignKey({ name: 'document_import_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		check('document_import_year', isYear(table.year)),
		check('document_import_sha256', sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
		check('document_import_undone_whole', sql`(${table.undoneAt} is null) = (${table.undoneBy} is null)`),
		tenantPolicy('document_import'),
	],
);

export const importDraft = pgTable(
	'import_draft',
	{
		municipalityCode: municipalityCode(),
		id: uuid('id').notNull().defaultRandom(),
		year: smallint('year').notNull(),
		fileName: text('file_name').notNull(),
		sha256: text('sha256').notNull(),
		bytes: bytea('bytes').notNull(),
		mapping: jsonb('mapping'),
		result: jsonb('result').notNull(),
		corrections: jsonb('corrections').notNull(),
		basis: text('basis').notNull(),
		who: text('who').notNull(),
		at: timestamp('at', { withTimezone: true }).notNull(),
		expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
		version: integer('version').notNull().default(1),
	},
	(table) => [
		primaryKey({ name: 'import_draft_pkey', columns: [table.municipalityCode, table.id] }),
		foreignKey({ name: 'import_draft_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		index('import_draft_expiry_index').on(table.municipalityCode, table.expiresAt),
		check('import_draft_year', isYear(table.year)),
		check('import_draft_sha256', sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
		check('import_draft_version_positive', sql`${table.version} > 0`),
		tenantPolicy('import_draft'),
	],
);

export const columnMapping = pgTable(
	'column_mapping',
	{
		municipalityCode: municipalityCode(),
		signature: text('signature').notNull(),
		mapping: jsonb('mapping').notNull(),
		who: text('who').notNull(),
		at: timestamp('at', { withTimezone: true }).notNull(),
	},
	(table) => [
		primaryKey({ name: 'column_mapping_pkey', columns: [table.municipalityCode, table.signature] }),
		foreignKey({ name: 'column_mapping_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		tenantPolicy('column_mapping'),
	],
);
