import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { scenarioKinds } from '#domain/followup/path-document.ts';
import { municipality } from './municipality.ts';
import { municipalityCode, oneOf, publicPolicy, tenantPolicy } from './tenancy.ts';

/** Scenario documents of a municipality: the path of its plan, which is public, and what-ifs that coordinators try. */
export const scenario = pgTable(
	'scenario',
	{
		municipalityCode: municipalityCode(),
		id: uuid('id').defaultRandom().notNull(),
		kind: text('kind', { enum: scenarioKinds }).notNull(),
		title: text('title').notNull(),
		/** A `PathDocument`, checked when it is read. */
		document: jsonb('document').notNull(),
		/** Which initiative each measure belongs to: beside the document, whose shape an older program checks. */
		initiativeIds: jsonb('initiative_ids'),
		who: text('who').notNull(),
		version: integer('version').notNull().default(1),
		changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
	},
	(table) => [
		primaryKey({ name: 'scenario_pkey', columns: [table.municipalityCode, table.id] }),
		foreignKey({ name: 'scenario_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		uniqueIndex('scenario_plan_key')
			.on(table.municipalityCode)
			.where(sql`kind = 'plan'`),
		check('scenario_kind', oneOf(table.kind, scenarioKinds)),
		check('scenario_title_stated', sql`${table.title} ~ '\\S'`),
		tenantPolicy('scenario'),
		publicPolicy('scenario', sql`kind = 'plan'`),
	],
);
