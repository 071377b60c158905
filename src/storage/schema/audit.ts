import { bigint, check, foreignKey, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { auditEvents } from '#domain/access/audit-event.ts';
import { municipality } from './municipality.ts';
import { municipalityCode, oneOf, tenantPolicy } from './tenancy.ts';

/** Who signed in, who read personal data, who took data out. Ids only, never names or addresses. Only ever added to, in a chain of hashes. */
export const auditEntry = pgTable(
	'audit_entry',
	{
		municipalityCode: municipalityCode(),
		id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
		event: text('event', { enum: auditEvents }).notNull(),
		who: text('who').notNull(),
		/** Id of what it is about: a person, a round, a file. */
		subject: text('subject'),
		details: jsonb('details'),
		at: timestamp('at', { withTimezone: true }).notNull(),
		previousHash: text('previous_hash'),
		// Written by the database; the default only spares the application a value.
		hash: text('hash').notNull().default(''),
	},
	(table) => [
		primaryKey({ name: 'audit_entry_pkey', columns: [table.municipalityCode, table.id] }),
		foreignKey({ name: 'audit_entry_municipality_fkey', columns: [table.municipalityCode], foreignColumns: [municipality.code] }),
		index('audit_entry_at_index').on(table.municipalityCode, table.at),
		check('audit_entry_event', oneOf(table.event, auditEvents)),
		tenantPolicy('audit_entry'),
	],
);
