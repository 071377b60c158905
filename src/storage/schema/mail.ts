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
	uniqueIndex,
	uuid,
} from 'drizzle-orm/pg-core';
import { mailKinds, mailStates } from '#domain/followup/mail.ts';
import { municipality } from './municipality.ts';
import { person } from './people.ts';
import { plan } from './plan.ts';
import { municipalityCode, oneOf, tenantPolicy } from './tenancy.ts';

/** Mails to send and sent. A mail is written in the same transaction as what causes it, and sent once. */
export const mail = pgTable(
	'mail',
	{
		municipalityCode: municipalityCode(),
		id: uuid('id').notNull().defaultRandom(),
		kind: text('kind', { enum: mailKinds }).notNull(),
		personId: uuid('person_id'),
		planId: uuid('plan_id'),
		year: smallint('year'),
		/** The Danish day it is for. One gathered mail per person and day, beside those that were cancelled. */
		day: date('day', { mode: 'string' }).notNull(),
		isGathered: boolean('is_gathered').notNull(),
		toAddress: text('to_address').notNull(),
		subject: text('subject').notNull(),
		text: text('text').notNull(),
		html: text('html').notNull(),
		state: text('state', { enum: mailStates }).notNull(),
		error: text('error'),
		queuedAt: timestamp('queued_at', { withTimezone: true }).notNull(),
		triedAt: timestamp('tried_at', { withTimezone: true }),
		sentAt: timestamp('sent_at', { withTimezone: true }),
	},
	(table) => [
		primaryKey({ name: 'mail_pkey', columns: [table.municipalityCode, table.id] }),
		foreignKey({ name: 'mail_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		foreignKey({
			name: 'mail_person_fkey',
			columns: [table.municipalityCode, table.personId],
			foreignColumns: [person.municipalityCode, person.id],
		}),
		uniqueIndex('mail_person_day_key')
			.on(table.municipalityCode, table.personId, table.day)
			.where(sql`${table.isGathered} and ${table.state} <> 'cancelled'`),
		index('mail_state_index').on(table.municipalityCode, table.state),
		check('mail_kind', oneOf(table.kind, mailKinds)),
		check('mail_state', oneOf(table.state, mailStates)),
		check('mail_sent_whole', sql`(${table.state} = 'sent') = (${table.sentAt} is not null)`),
		tenantPolicy('mail'),
	],
);

/** A municipality's own words in a mail; where there are none, the product's own are used. */
export const mailTemplate = pgTable(
	'mail_template',
	{
		municipalityCode: municipalityCode(),
		kind: text('kind', { enum: mailKinds }).notNull(),
		subject: text('subject'),
		opening: text('opening'),
		version: integer('version').notNull().default(1),
		who: text('who').notNull(),
		changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
	},
	(table) => [
		primaryKey({ name: 'mail_template_pkey', columns: [table.municipalityCode, table.kind] }),
		foreignKey({ name: 'mail_template_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		check('mail_template_kind', oneOf(table.kind, mailKinds)),
		check('mail_template_length', sql`length(${table.subject}) <= 200 and length(${table.opening}) <= 2000`),
		check('mail_template_version_positive', sql`${table.version} > 0`),
		tenantPolicy('mail_template'),
	],
);

/** Links by which a person answers without a password. Only the hash of the secret is stored. */
export const answerLink = pgTable(
	'answer_link',
	{
		municipalityCode: municipalityCode(),
		id: uuid('id').notNull().defaultRandom(),
		personId: uuid('person_id').notNull(),
		planId: uuid('plan_id').notNull(),
		year: smallint('year').notNull(),
		tokenHash: text('token_hash').notNull(),
		addedAt: timestamp('added_at', { withTimezone: true }).notNull(),
		expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
		revokedAt: timestamp('revoked_at', { withTimezone: true }),
		revokedBy: text('revoked_by'),
		usedAt: timestamp('used_at', { withTimezone: true }),
	},
	(table) => [
		primaryKey({ name: 'answer_link_pkey', columns: [table.municipalityCode, table.id] }),
		foreignKey({
			name: 'answer_link_person_fkey',
			columns: [table.municipalityCode, table.personId],
			foreignColumns: [person.municipalityCode, person.id],
		}),
		foreignKey({
			name: 'answer_link_plan_fkey',
			columns: [table.municipalityCode, table.planId],
			foreignColumns: [plan.municipalityCode, plan.id],
		}),
		uniqueIndex('answer_link_token_key').on(table.municipalityCode, table.tokenHash),
		index('answer_link_person_index').on(table.municipalityCode, table.personId),
		check('answer_link_token_hash', sql`${table.tokenHash} ~ '^[0-9a-f]{64}$'`),
		check('answer_link_revoked_whole', sql`(${table.revokedAt} is null) = (${table.revokedBy} is null)`),
		tenantPolicy('answer_link'),
	],
);

/** What a municipality has set: mail days, minimum gap, how long things are kept. */
export const municipalitySetting = pgTable(
	'municipality_setting',
	{
		municipalityCode: municipalityCode(),
		key: text('key').notNull(),
		value: jsonb('value').notNull(),
		version: integer('version').notNull().default(1),
		who: text('who').notNull(),
		changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
	},
	(table) => [
		primaryKey({ name: 'municipality_setting_pkey', columns: [table.municipalityCode, table.key] }),
		foreignKey({ name: 'municipality_setting_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		check('municipality_setting_version_positive', sql`${table.version} > 0`),
		tenantPolicy('municipality_setting'),
	],
);
