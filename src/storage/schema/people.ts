import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { personRoles } from '#domain/access/person.ts';
import { municipality } from './municipality.ts';
import { initiative } from './plan.ts';
import { municipalityCode, oneOf, publicPolicy, signInReading, tenantPolicy } from './tenancy.ts';

export const organisationUnit = pgTable(
	'organisation_unit',
	{
		municipalityCode: municipalityCode(),
		id: uuid('id').notNull().defaultRandom(),
		name: text('name').notNull(),
		parentId: uuid('parent_id'),
		version: integer('version').notNull().default(1),
		changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
	},
	(table) => [
		primaryKey({ name: 'organisation_unit_pkey', columns: [table.municipalityCode, table.id] }),
		foreignKey({ name: 'organisation_unit_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		foreignKey({
			name: 'organisation_unit_parent_fkey',
			columns: [table.municipalityCode, table.parentId],
			foreignColumns: [table.municipalityCode, table.id],
		}),
		uniqueIndex('organisation_unit_name_key').on(table.municipalityCode, sql`lower(${table.name})`),
		check('organisation_unit_name_stated', sql`${table.name} ~ '\\S'`),
		check('organisation_unit_not_own_parent', sql`${table.parentId} <> ${table.id}`),
		check('organisation_unit_version_positive', sql`${table.version} > 0`),
		tenantPolicy('organisation_unit'),
		publicPolicy('organisation_unit'),
	],
);

export const person = pgTable(
	'person',
	{
		municipalityCode: municipalityCode(),
		id: uuid('id').notNull().defaultRandom(),
		name: text('name').notNull(),
		email: text('email'),
		role: text('role', { enum: personRoles }).notNull(),
		unitId: uuid('unit_id'),
		/** SHA-256 in hex of the secret in the address of the person's calendar. */
		calendarHash: text('calendar_hash'),
		bouncedAt: timestamp('bounced_at', { withTimezone: true }),
		bounceReason: text('bounce_reason'),
		leftAt: timestamp('left_at', { withTimezone: true }),
		erasedAt: timestamp('erased_at', { withTimezone: true }),
		version: integer('version').notNull().default(1),
		changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
	},
	(table) => [
		primaryKey({ name: 'person_pkey', columns: [table.municipalityCode, table.id] }),
		foreignKey({ name: 'person_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		foreignKey({
			name: 'person_unit_fkey',
			columns: [table.municipalityCode, table.unitId],
			foreignColumns: [organisationUnit.municipalityCode, organisationUnit.id],
		}),
		uniqueIndex('person_email_key').on(table.municipalityCode, sql`lower(${table.email})`),
		uniqueIndex('person_calendar_key').on(table.municipalityCode, table.calendarHash),
		check('person_name_stated', sql`${table.name} ~ '\\S'`),
		check('person_role', oneOf(table.role, personRoles)),
		check('person_email_form', sql`${table.email} ~ '^[^@\\s]+@[^@\\s]+$' and length(${table.email}) <= 254`),
		check('person_erased_whole', sql`${table.erasedAt} is null or (${table.email} is null and ${table.leftAt} is not null)`),
		check('person_bounce_whole', sql`(${table.bouncedAt} is null) = (${table.bounceReason} is null)`),
		check('person_version_positive', sql`${table.version} > 0`),
		tenantPolicy('person'),
		// Who signs in is looked up by address before any municipality is known.
		signInReading('person'),
	],
);

export const standIn = pgTable(
	'stand_in',
	{
		municipalityCode: municipalityCode(),
		personId: uuid('person_id').notNull(),
		standInId: uuid('stand_in_id').notNull(),
		fromDate: date('from_date', { mode: 'string' }).notNull(),
		untilDate: date('until_date', { mode: 'string' }),
	},
	(table) => [
		primaryKey({ name: 'stand_in_pkey', columns: [table.municipalityCode, table.personId, table.standInId] }),
		foreignKey({
			name: 'stand_in_person_fkey',
			columns: [table.municipalityCode, table.personId],
			foreignColumns: [person.municipalityCode, person.id],
		}),
		foreignKey({
			name: 'stand_in_stand_in_fkey',
			columns: [table.municipalityCode, table.standInId],
			foreignColumns: [person.municipalityCode, person.id],
		}),
		check('stand_in_two_persons', sql`${table.personId} <> ${table.standInId}`),
		check('stand_in_dates', sql`${table.fromDate} <= ${table.untilDate}`),
		tenantPolicy('stand_in'),
	],
);

/** Who answers for an initiative until somebody else does; a round takes its assignments from here and from last year. */
export const initiativeOwner = pgTable(
	'initiative_owner',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		initiativeId: uuid('initiative_id').notNull(),
		personId: uuid('person_id').notNull(),
	},
	(table) => [
		primaryKey({ name: 'initiative_owner_pkey', columns: [table.municipalityCode, table.planId, table.initiativeId, table.personId] }),
		foreignKey({
			name: 'initiative_owner_initiative_fkey',
			columns: [table.municipalityCode, table.planId, table.initiativeId],
			foreignColumns: [initiative.municipalityCode, initiative.planId, initiative.id],
		}).onDelete('cascade'),
		foreignKey({
			name: 'initiative_owner_person_fkey',
			columns: [table.municipalityCode, table.personId],
			foreignColumns: [person.municipalityCode, person.id],
		}),
		index('initiative_owner_person_index').on(table.municipalityCode, table.personId),
		tenantPolicy('initiative_owner'),
	],
);

/** The organisation unit that an initiative's responsible body is. */
export const initiativeUnit = pgTable(
	'initiative_unit',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		initiativeId: uuid('initiative_id').notNull(),
		unitId: uuid('unit_id').notNull(),
	},
	(table) => [
		primaryKey({ name: 'initiative_unit_pkey', columns: [table.municipalityCode, table.planId, table.initiativeId] }),
		foreignKey({
			name: 'initiative_unit_initiative_fkey',
			columns: [table.municipalityCode, table.planId, table.initiativeId],
			foreignColumns: [initiative.municipalityCode, initiative.planId, initiative.id],
		}).onDelete('cascade'),
		foreignKey({
			name: 'initiative_unit_unit_fkey',
			columns: [table.municipalityCode, table.unitId],
			foreignColumns: [organisationUnit.municipalityCode, organisationUnit.id],
		}),
		index('initiative_unit_unit_index').on(table.municipalityCode, table.unitId),
		tenantPolicy('initiative_unit'),
	],
);
