import { sql } from 'drizzle-orm';
import { check, foreignKey, jsonb, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import { municipality } from './municipality.ts';
import { municipalityCode, tenantPolicy } from './tenancy.ts';

export const legend = pgTable(
	'legend',
	{
		municipalityCode: municipalityCode(),
		id: text('id').notNull(),
		version: smallint('version').notNull(),
		guide: jsonb('guide').notNull(),
		addedAt: timestamp('added_at', { withTimezone: true }).notNull(),
	},
	(table) => [
		primaryKey({ name: 'legend_pkey', columns: [table.municipalityCode, table.id, table.version] }),
		foreignKey({ name: 'legend_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		check('legend_id_form', sql`${table.id} ~ '^[a-z0-9-]+$'`),
		check('legend_version_positive', sql`${table.version} > 0`),
		check('legend_guide_object', sql`jsonb_typeof(${table.guide}) = 'object'`),
		tenantPolicy('legend'),
	],
);
