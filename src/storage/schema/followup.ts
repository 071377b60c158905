import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	uuid,
} from 'drizzle-orm/pg-core';
import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import { initiative, plan } from './plan.ts';
import { isYear, municipalityCode, ofPublicPlan, ofPublicRound, oneOf, publicPolicy, tenantPolicy, tsvector } from './tenancy.ts';

export const statusRound = pgTable(
	'status_round',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		year: smallint('year').notNull(),
		title: text('title').notNull(),
		statusDate: date('status_date', { mode: 'string' }),
		source: text('source').notNull(),
		isPublic: boolean('is_public').notNull().default(true),
		version: integer('version').notNull().default(1),
		changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
	},
	(table) => [
		primaryKey({ name: 'status_round_pkey', columns: [table.municipalityCode, table.planId, table.year] }),
		foreignKey({
			name: 'status_round_plan_fkey',
			columns: [table.municipalityCode, table.planId],
			foreignColumns: [plan.municipalityCode, plan.id],
		}),
		check('status_round_year', isYear(table.year)),
		check('status_round_title_stated', sql`${table.title} <> ''`),
		check('status_round_version_positive', sql`${table.version} > 0`),
		tenantPolicy('status_round'),
		publicPolicy('status_round', sql`${ofPublicPlan} and is_public`),
	],
);

export const assessment = pgTable(
	'assessment',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		year: smallint('year').notNull(),
		initiativeId: uuid('initiative_id').notNull(),
		state: text('state', { enum: states }),
		stateText: text('state_text'),
		progress: text('progress', { enum: progressColours }),
		fulfilment: text('fulfilment', { enum: fulfilmentColours }),
		fulfilmentText: text('fulfilment_text'),
		remark: text('remark'),
		source: jsonb('source'),
		version: integer('version').notNull().default(1),
		changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
		search: tsvector('search').generatedAlwaysAs(
			sql`setweight(to_tsvector('danish', coalesce(remark, '') || ' ' || coalesce(fulfilment_text, '')), 'C')`,
		),
	},
	(table) => [
		primaryKey({ name: 'assessment_pkey', columns: [table.municipalityCode, table.planId, table.year, table.initiativeId] }),
		foreignKey({
			name: 'assessment_round_fkey',
			columns: [table.municipalityCode, table.planId, table.year],
			foreignColumns: [statusRound.municipalityCode, statusRound.planId, statusRound.year],
		}),
		foreignKey({
			name: 'assessment_initiative_fkey',
			columns: [table.municipalityCode, table.planId, table.initiativeId],
			foreignColumns: [initiative.municipalityCode, initiative.planId, initiative.id],
		}),
		index('assessment_initiative_index').on(table.municipalityCode, table.planId, table.initiativeId),
		check('assessment_state', oneOf(table.state, states)),
		check('assessment_progress', oneOf(table.progress, progressColours)),
		check('assessment_fulfilment', oneOf(table.fulfilment, fulfilmentColours)),
		check('assessment_version_positive', sql`${table.version} > 0`),
		tenantPolicy('assessment'),
		publicPolicy('assessment', sql`${ofPublicPlan} and ${ofPublicRound}`),
	],
);

export const findingDismissal = pgTable(
	'finding_dismissal',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		key: text('key').notNull(),
		reason: text('reason').notNull(),
		who: text('who').notNull(),
		at: timestamp('at', { withTimezone: true }).notNull(),
	},
	(table) => [
		primaryKey({ name: 'finding_dismissal_pkey', columns: [table.municipalityCode, table.planId, table.key] }),
		foreignKey({
			name: 'finding_dismissal_plan_fkey',
			columns: [table.municipalityCode, table.planId],
			foreignColumns: [plan.municipalityCode, plan.id],
		}),
		check('finding_dismissal_reason_stated', sql`${table.reason} ~ '\\S'`),
		tenantPolicy('finding_dismissal'),
	],
);

/** What the plan said of an initiative in a round that is no longer the newest; the newest round shows the plan as it is. */
export const roundLine = pgTable(
	'round_line',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		year: smallint('year').notNull(),
		initiativeId: uuid('initiative_id').notNull(),
		content: jsonb('content').notNull(),
		search: tsvector('search').generatedAlwaysAs(
			sql`setweight(to_tsvector('danish', coalesce(content ->> 'number', '') || ' ' || coalesce(content ->> 'title', '')), 'A') || setweight(to_tsvector('danish', coalesce(content ->> 'responsible', '') || ' ' || coalesce(content ->> 'sector', '')), 'B') || setweight(to_tsvector('danish', coalesce(content ->> 'budget', '') || ' ' || coalesce(content ->> 'co2RelationText', '')), 'D')`,
		),
	},
	(table) => [
		primaryKey({ name: 'round_line_pkey', columns: [table.municipalityCode, table.planId, table.year, table.initiativeId] }),
		foreignKey({
			name: 'round_line_round_fkey',
			columns: [table.municipalityCode, table.planId, table.year],
			foreignColumns: [statusRound.municipalityCode, statusRound.planId, statusRound.year],
		}).onDelete('cascade'),
		foreignKey({
			name: 'round_line_initiative_fkey',
			columns: [table.municipalityCode, table.planId, table.initiativeId],
			foreignColumns: [initiative.municipalityCode, initiative.planId, initiative.id],
		}).onDelete('cascade'),
		tenantPolicy('round_line'),
		publicPolicy('round_line', sql`${ofPublicPlan} and ${ofPublicRound}`),
	],
);
