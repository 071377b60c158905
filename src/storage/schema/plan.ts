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
	uniqueIndex,
	uuid,
} from 'drizzle-orm/pg-core';
import { co2Relations, priorities, relationKinds, spheres, tagKinds } from '#domain/plan/initiative.ts';
import { legend } from './legend.ts';
import { municipality } from './municipality.ts';
import { isYear, municipalityCode, ofPublicPlan, oneOf, publicPolicy, tenantPolicy, tsvector } from './tenancy.ts';

export const plan = pgTable(
	'plan',
	{
		municipalityCode: municipalityCode(),
		id: uuid('id').notNull().defaultRandom(),
		title: text('title').notNull(),
		periodStart: smallint('period_start'),
		periodEnd: smallint('period_end'),
		legendId: text('legend_id'),
		legendVersion: smallint('legend_version'),
		source: text('source').notNull(),
		isPublic: boolean('is_public').notNull(),
		addedAt: timestamp('added_at', { withTimezone: true }).notNull(),
		version: integer('version').notNull().default(1),
		changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
	},
	(table) => [
		primaryKey({ name: 'plan_pkey', columns: [table.municipalityCode, table.id] }),
		foreignKey({ name: 'plan_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		foreignKey({
			name: 'plan_legend_fkey',
			columns: [table.municipalityCode, table.legendId, table.legendVersion],
			foreignColumns: [legend.municipalityCode, legend.id, legend.version],
		}),
		check('plan_title_stated', sql`${table.title} <> ''`),
		check('plan_period', sql`${isYear(table.periodStart)} and ${isYear(table.periodEnd)} and ${table.periodStart} <= ${table.periodEnd}`),
		check('plan_legend_whole', sql`(${table.legendId} is null) = (${table.legendVersion} is null)`),
		check('plan_version_positive', sql`${table.version} > 0`),
		tenantPolicy('plan'),
		publicPolicy('plan', sql`is_public`),
	],
);

export const section = pgTable(
	'section',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		id: uuid('id').notNull().defaultRandom(),
		title: text('title').notNull(),
		position: integer('position').notNull(),
	},
	(table) => [
		primaryKey({ name: 'section_pkey', columns: [table.municipalityCode, table.planId, table.id] }),
		foreignKey({
			name: 'section_plan_fkey',
			columns: [table.municipalityCode, table.planId],
			foreignColumns: [plan.municipalityCode, plan.id],
		}),
		check('section_title_stated', sql`${table.title} <> ''`),
		check('section_position', sql`${table.position} >= 0`),
		tenantPolicy('section'),
	],
);

export const initiative = pgTable(
	'initiative',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		id: uuid('id').notNull().defaultRandom(),
		number: text('number').notNull(),
		rank: doublePrecision('rank').notNull(),
		sectionId: uuid('section_id'),
		title: text('title').notNull(),
		sector: text('sector'),
		startDate: date('start_date', { mode: 'string' }),
		deadline: date('deadline', { mode: 'string' }),
		priority: text('priority', { enum: priorities }),
		priorityText: text('priority_text'),
		responsible: text('responsible'),
		budget: text('budget'),
		co2Relation: text('co2_relation', { enum: co2Relations }),
		co2RelationText: text('co2_relation_text'),
		sphere: text('sphere', { enum: spheres }),
		quantityValue: doublePrecision('quantity_value'),
		quantityUnit: text('quantity_unit'),
		quantityBasis: text('quantity_basis'),
		introducedIn: smallint('introduced_in'),
		withdrawnIn: smallint('withdrawn_in'),
		source: jsonb('source'),
		version: integer('version').notNull().default(1),
		changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
		search: tsvector('search').generatedAlwaysAs(
			sql`setweight(to_tsvector('danish', number || ' ' || title), 'A') || setweight(to_tsvector('danish', coalesce(responsible, '') || ' ' || coalesce(sector, '')), 'B') || setweight(to_tsvector('danish', coalesce(budget, '') || ' ' || coalesce(co2_relation_text, '')), 'D')`,
		),
	},
	(table) => [
		primaryKey({ name: 'initiative_pkey', columns: [table.municipalityCode, table.planId, table.id] }),
		foreignKey({
			name: 'initiative_plan_fkey',
			columns: [table.municipalityCode, table.planId],
			foreignColumns: [plan.municipalityCode, plan.id],
		}),
		foreignKey({
			name: 'initiative_section_fkey',
			columns: [table.municipalityCode, table.planId, table.sectionId],
			foreignColumns: [section.municipalityCode, section.planId, section.id],
		}),
		// A withdrawn initiative keeps its number for the old rounds without blocking a new one.
		uniqueIndex('initiative_number_key')
			.on(table.municipalityCode, table.planId, sql`lower(regexp_replace(${table.number}, '\\s+', '', 'g'))`)
			.where(sql`${table.withdrawnIn} is null`),
		// For finding one by its number as written: what the key compares is not looked up in an index under row security.
		index('initiative_number_index')
			.on(table.municipalityCode, table.planId, table.number)
			.where(sql`${table.withdrawnIn} is null`),
		index('initiative_rank_index').on(table.municipalityCode, table.planId, table.rank),
		check('initiative_number_stated', sql`${table.number} ~ '\\S' and length(${table.number}) <= 40`),
		check('initiative_title_stated', sql`${table.title} <> ''`),
		check('initiative_priority', oneOf(table.priority, priorities)),
		check('initiative_co2_relation', oneOf(table.co2Relation, co2Relations)),
		check('initiative_sphere', oneOf(table.sphere, spheres)),
		check('initiative_quantity_whole', sql`(${table.quantityValue} is null) = (${table.quantityUnit} is null)`),
		check('initiative_quantity_basis', sql`${table.quantityBasis} is null or ${table.quantityValue} is not null`),
		check('initiative_years', sql`${isYear(table.introducedIn)} and ${isYear(table.withdrawnIn)}`),
		check(
			'initiative_dates',
			sql`${table.startDate} between '1900-01-01' and '2199-12-31' and ${table.deadline} between '1900-01-01' and '2199-12-31'`,
		),
		check('initiative_version_positive', sql`${table.version} > 0`),
		tenantPolicy('initiative'),
		publicPolicy('initiative', ofPublicPlan),
	],
);

export const relation = pgTable(
	'relation',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		initiativeId: uuid('initiative_id').notNull(),
		position: smallint('position').notNull(),
		kind: text('kind', { enum: relationKinds }).notNull(),
		targetNumber: text('target_number'),
	},
	(table) => [
		primaryKey({ name: 'relation_pkey', columns: [table.municipalityCode, table.planId, table.initiativeId, table.position] }),
		foreignKey({
			name: 'relation_initiative_fkey',
			columns: [table.municipalityCode, table.planId, table.initiativeId],
			foreignColumns: [initiative.municipalityCode, initiative.planId, initiative.id],
		}).onDelete('cascade'),
		check('relation_kind', oneOf(table.kind, relationKinds)),
		check('relation_target', sql`${table.kind} = 'in the baseline' or ${table.targetNumber} is not null`),
		tenantPolicy('relation'),
	],
);

export const planFigure = pgTable(
	'plan_figure',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		position: smallint('position').notNull(),
		label: text('label').notNull(),
		value: doublePrecision('value').notNull(),
		unit: text('unit').notNull(),
		year: smallint('year'),
		source: text('source').notNull(),
	},
	(table) => [
		primaryKey({ name: 'plan_figure_pkey', columns: [table.municipalityCode, table.planId, table.position] }),
		foreignKey({
			name: 'plan_figure_plan_fkey',
			columns: [table.municipalityCode, table.planId],
			foreignColumns: [plan.municipalityCode, plan.id],
		}),
		check('plan_figure_year', isYear(table.year)),
		tenantPolicy('plan_figure'),
	],
);

/** What an initiative is sorted by beside section and sector: committee, theme, UN goal. */
export const initiativeTag = pgTable(
	'initiative_tag',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		initiativeId: uuid('initiative_id').notNull(),
		kind: text('kind', { enum: tagKinds }).notNull(),
		value: text('value').notNull(),
	},
	(table) => [
		primaryKey({
			name: 'initiative_tag_pkey',
			columns: [table.municipalityCode, table.planId, table.initiativeId, table.kind, table.value],
		}),
		foreignKey({
			name: 'initiative_tag_initiative_fkey',
			columns: [table.municipalityCode, table.planId, table.initiativeId],
			foreignColumns: [initiative.municipalityCode, initiative.planId, initiative.id],
		}).onDelete('cascade'),
		check('initiative_tag_kind', oneOf(table.kind, tagKinds)),
		check('initiative_tag_value', sql`${table.value} ~ '\\S' and (${table.kind} <> 'sdg' or ${table.value} ~ '^([1-9]|1[0-7])$')`),
		tenantPolicy('initiative_tag'),
		publicPolicy('initiative_tag', ofPublicPlan),
	],
);
