import { sql } from 'drizzle-orm';
import { check, foreignKey, index, jsonb, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { PartKind } from '#domain/followup/report-part.ts';
import { statusRound } from './followup.ts';
import { bytea, municipalityCode, ofPublicPlan, publicPolicy, tenantPolicy } from './tenancy.ts';

/** Published reports, frozen: the canonical JSON and its hash. Only ever added to; a correction is a new version. */
export const statusReport = pgTable(
	'status_report',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		year: smallint('year').notNull(),
		version: smallint('version').notNull(),
		/** Canonical JSON, exactly the bytes that are hashed. */
		content: text('content').notNull(),
		sha256: text('sha256').notNull(),
		layoutVersion: smallint('layout_version').notNull(),
		who: text('who').notNull(),
		at: timestamp('at', { withTimezone: true }).notNull(),
		reason: text('reason'),
		differences: jsonb('differences'),
	},
	(table) => [
		primaryKey({ name: 'status_report_pkey', columns: [table.municipalityCode, table.planId, table.year, table.version] }),
		foreignKey({
			name: 'status_report_round_fkey',
			columns: [table.municipalityCode, table.planId, table.year],
			foreignColumns: [statusRound.municipalityCode, statusRound.planId, statusRound.year],
		}),
		index('status_report_sha256_index').on(table.municipalityCode, table.sha256),
		check('status_report_version_positive', sql`${table.version} > 0`),
		check('status_report_sha256', sql`${table.sha256} = encode(sha256(convert_to(${table.content}, 'UTF8')), 'hex')`),
		check('status_report_correction', sql`(${table.version} = 1) = (${table.reason} is null)`),
		tenantPolicy('status_report'),
		publicPolicy('status_report', ofPublicPlan),
	],
);

/** The files made when a report was published. */
export const reportFile = pgTable(
	'report_file',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		year: smallint('year').notNull(),
		version: smallint('version').notNull(),
		/** Which file: format, layout and language, such as "pdf landscape da". */
		name: text('name').notNull(),
		bytes: bytea('bytes').notNull(),
		sha256: text('sha256').notNull(),
	},
	(table) => [
		primaryKey({ name: 'report_file_pkey', columns: [table.municipalityCode, table.planId, table.year, table.version, table.name] }),
		foreignKey({
			name: 'report_file_report_fkey',
			columns: [table.municipalityCode, table.planId, table.year, table.version],
			foreignColumns: [statusReport.municipalityCode, statusReport.planId, statusReport.year, statusReport.version],
		}),
		index('report_file_sha256_index').on(table.municipalityCode, table.sha256),
		check('report_file_sha256', sql`${table.sha256} = encode(sha256(${table.bytes}), 'hex')`),
		tenantPolicy('report_file'),
		publicPolicy('report_file', ofPublicPlan),
	],
);

/** What the files of parts of published reports were, by their hashes: a part is made when somebody asks for it, and is known again later. */
export const reportPartFile = pgTable(
	'report_part_file',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		year: smallint('year').notNull(),
		version: smallint('version').notNull(),
		sha256: text('sha256').notNull(),
		/** Of which part: its kind and its value, such as "committee" and "Klimaudvalget". */
		partKind: text('part_kind').$type<PartKind>().notNull(),
		partValue: text('part_value').notNull(),
		/** Which file: format, layout and language, such as "pdf landscape da"; "data" for the JSON. */
		name: text('name').notNull(),
		madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
	},
	(table) => [
		primaryKey({
			name: 'report_part_file_pkey',
			// A table of lines alone, as CSV is, may be the same bytes for two parts.
			columns: [table.municipalityCode, table.sha256, table.planId, table.year, table.version, table.partKind, table.partValue, table.name],
		}),
		foreignKey({
			name: 'report_part_file_report_fkey',
			columns: [table.municipalityCode, table.planId, table.year, table.version],
			foreignColumns: [statusReport.municipalityCode, statusReport.planId, statusReport.year, statusReport.version],
		}),
		check('report_part_file_sha256', sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
		tenantPolicy('report_part_file'),
		publicPolicy('report_part_file', ofPublicPlan),
	],
);
