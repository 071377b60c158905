import { sql } from 'drizzle-orm';
import { bigint, check, foreignKey, index, jsonb, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { municipality } from './municipality.ts';
import { isYear, municipalityCode, oneOf, tenantPolicy } from './tenancy.ts';

/** What the history tells about. */
export const changeEntities = [
	'plan',
	'section',
	'initiative',
	'round',
	'assessment',
	'answer',
	'dismissal',
	'person',
	'unit',
	'setting',
	'account',
	'factor',
	'target',
	'scenario',
] as const;
export type ChangeEntity = (typeof changeEntities)[number];

export const changeActions = ['added', 'changed', 'removed'] as const;
export type ChangeAction = (typeof changeActions)[number];

/** Why something was changed; a person's own words stand beside it as a note. */
export const changeReasons = [
	'example',
	'import',
	'import undone',
	'finding dismissed',
	'finding restored',
	'edit',
	'answer',
	'round',
	'plan change',
	'handover',
	'erasure',
] as const;
export type ChangeReason = (typeof changeReasons)[number];

export const change = pgTable(
	'change',
	{
		municipalityCode: municipalityCode(),
		id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
		entity: text('entity', { enum: changeEntities }).notNull(),
		action: text('action', { enum: changeActions }).notNull(),
		// Keys without foreign keys: the history outlives what it tells about.
		planId: uuid('plan_id'),
		entityId: text('entity_id').notNull(),
		year: smallint('year'),
		before: jsonb('before'),
		after: jsonb('after'),
		who: text('who').notNull(),
		reason: text('reason', { enum: changeReasons }).notNull(),
		note: text('note'),
		at: timestamp('at', { withTimezone: true }).notNull(),
		importId: uuid('import_id'),
		previousHash: text('previous_hash'),
		// Written by the database; the default only spares the application a value.
		hash: text('hash').notNull().default(''),
	},
	(table) => [
		primaryKey({ name: 'change_pkey', columns: [table.municipalityCode, table.id] }),
		foreignKey({ name: 'change_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		index('change_entity_index').on(table.municipalityCode, table.planId, table.entityId),
		index('change_import_index').on(table.municipalityCode, table.importId),
		check('change_entity', oneOf(table.entity, changeEntities)),
		check('change_action', oneOf(table.action, changeActions)),
		check('change_reason', oneOf(table.reason, changeReasons)),
		check('change_year', isYear(table.year)),
		check(
			'change_sides',
			sql`(${table.action} = 'added') = (${table.before} is null) and (${table.action} = 'removed') = (${table.after} is null)`,
		),
		tenantPolicy('change'),
	],
);
