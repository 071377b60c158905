import { sql } from 'drizzle-orm';
import {
	bigint,
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
import { answerFields, answerStatuses } from '#domain/followup/answer.ts';
import { planEventKinds } from '#domain/followup/plan-event.ts';
import { roundStages } from '#domain/followup/round-stage.ts';
import { commentKinds } from '#domain/followup/round-comment.ts';
import { statusRound } from './followup.ts';
import { legend } from './legend.ts';
import { person } from './people.ts';
import { initiative, plan } from './plan.ts';
import { municipalityCode, oneOf, tenantPolicy } from './tenancy.ts';

const round = [statusRound.municipalityCode, statusRound.planId, statusRound.year] as const;

/** A round that is run here: opened, collected, reviewed. A round that came whole from a document has no such row. */
export const roundRun = pgTable(
	'round_run',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		year: smallint('year').notNull(),
		stage: text('stage', { enum: roundStages }).notNull(),
		deadline: date('deadline', { mode: 'string' }).notNull(),
		legendId: text('legend_id'),
		legendVersion: smallint('legend_version'),
		askedFields: text('asked_fields', { enum: answerFields }).array().notNull(),
		remarkLimit: integer('remark_limit').notNull(),
		contact: text('contact'),
		version: integer('version').notNull().default(1),
		changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
	},
	(table) => [
		primaryKey({ name: 'round_run_pkey', columns: [table.municipalityCode, table.planId, table.year] }),
		foreignKey({ name: 'round_run_round_fkey', columns: [table.municipalityCode, table.planId, table.year], foreignColumns: [...round] }),
		foreignKey({
			name: 'round_run_legend_fkey',
			columns: [table.municipalityCode, table.legendId, table.legendVersion],
			foreignColumns: [legend.municipalityCode, legend.id, legend.version],
		}),
		check('round_run_stage', oneOf(table.stage, roundStages)),
		check('round_run_legend_whole', sql`(${table.legendId} is null) = (${table.legendVersion} is null)`),
		check('round_run_fields', sql`cardinality(${table.askedFields}) > 0`),
		check('round_run_remark_limit', sql`${table.remarkLimit} between 50 and 5000`),
		check('round_run_version_positive', sql`${table.version} > 0`),
		tenantPolicy('round_run'),
	],
);

/** Every step of a round, forward and back, and what went with it. Only ever added to. */
export const roundStep = pgTable(
	'round_step',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		year: smallint('year').notNull(),
		id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
		fromStage: text('from_stage', { enum: roundStages }),
		toStage: text('to_stage', { enum: roundStages }).notNull(),
		who: text('who').notNull(),
		at: timestamp('at', { withTimezone: true }).notNull(),
		reason: text('reason'),
		meetingBody: text('meeting_body'),
		meetingDate: date('meeting_date', { mode: 'string' }),
		caseNumber: text('case_number'),
	},
	(table) => [
		primaryKey({ name: 'round_step_pkey', columns: [table.municipalityCode, table.planId, table.year, table.id] }),
		foreignKey({ name: 'round_step_round_fkey', columns: [table.municipalityCode, table.planId, table.year], foreignColumns: [...round] }),
		check('round_step_from', oneOf(table.fromStage, roundStages)),
		check('round_step_to', oneOf(table.toStage, roundStages)),
		check('round_step_meeting', sql`${table.toStage} <> 'presented' or ${table.meetingBody} is not null`),
		tenantPolicy('round_step'),
	],
);

/** Who is asked about an initiative in a round. */
export const assignment = pgTable(
	'assignment',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		year: smallint('year').notNull(),
		initiativeId: uuid('initiative_id').notNull(),
		personId: uuid('person_id').notNull(),
	},
	(table) => [
		primaryKey({
			name: 'assignment_pkey',
			columns: [table.municipalityCode, table.planId, table.year, table.initiativeId, table.personId],
		}),
		foreignKey({ name: 'assignment_round_fkey', columns: [table.municipalityCode, table.planId, table.year], foreignColumns: [...round] }),
		foreignKey({
			name: 'assignment_initiative_fkey',
			columns: [table.municipalityCode, table.planId, table.initiativeId],
			foreignColumns: [initiative.municipalityCode, initiative.planId, initiative.id],
		}),
		foreignKey({
			name: 'assignment_person_fkey',
			columns: [table.municipalityCode, table.personId],
			foreignColumns: [person.municipalityCode, person.id],
		}),
		index('assignment_person_index').on(table.municipalityCode, table.personId),
		tenantPolicy('assignment'),
	],
);

/** How far the answer about an initiative has come. What is answered stands in the assessment. */
export const answer = pgTable(
	'answer',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		year: smallint('year').notNull(),
		initiativeId: uuid('initiative_id').notNull(),
		status: text('status', { enum: answerStatuses }).notNull(),
		isUnchanged: boolean('is_unchanged').notNull().default(false),
		colourReason: text('colour_reason'),
		/** What is typed and not yet sent in, as an assessment's content; saved as one types without touching what pages show. */
		draft: jsonb('draft'),
		answeredBy: text('answered_by'),
		answeredAt: timestamp('answered_at', { withTimezone: true }),
		version: integer('version').notNull().default(1),
		changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
	},
	(table) => [
		primaryKey({ name: 'answer_pkey', columns: [table.municipalityCode, table.planId, table.year, table.initiativeId] }),
		foreignKey({ name: 'answer_round_fkey', columns: [table.municipalityCode, table.planId, table.year], foreignColumns: [...round] }),
		foreignKey({
			name: 'answer_initiative_fkey',
			columns: [table.municipalityCode, table.planId, table.initiativeId],
			foreignColumns: [initiative.municipalityCode, initiative.planId, initiative.id],
		}),
		check('answer_status', oneOf(table.status, answerStatuses)),
		check('answer_answered_whole', sql`(${table.answeredBy} is null) = (${table.answeredAt} is null)`),
		check('answer_version_positive', sql`${table.version} > 0`),
		tenantPolicy('answer'),
	],
);

/** What is said about an assessment while the round runs; it stays with the assessment. */
export const roundComment = pgTable(
	'round_comment',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		year: smallint('year').notNull(),
		initiativeId: uuid('initiative_id').notNull(),
		id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
		kind: text('kind', { enum: commentKinds }).notNull(),
		text: text('text').notNull(),
		who: text('who').notNull(),
		at: timestamp('at', { withTimezone: true }).notNull(),
	},
	(table) => [
		primaryKey({ name: 'round_comment_pkey', columns: [table.municipalityCode, table.planId, table.year, table.id] }),
		foreignKey({
			name: 'round_comment_round_fkey',
			columns: [table.municipalityCode, table.planId, table.year],
			foreignColumns: [...round],
		}),
		foreignKey({
			name: 'round_comment_initiative_fkey',
			columns: [table.municipalityCode, table.planId, table.initiativeId],
			foreignColumns: [initiative.municipalityCode, initiative.planId, initiative.id],
		}),
		check('round_comment_kind', oneOf(table.kind, commentKinds)),
		check('round_comment_stated', sql`${table.text} ~ '\\S' and length(${table.text}) <= 4000`),
		tenantPolicy('round_comment'),
	],
);

/** What happened to the plan's lines in a round: new, taken out, merged, split, renumbered, another owner. */
export const planEvent = pgTable(
	'plan_event',
	{
		municipalityCode: municipalityCode(),
		planId: uuid('plan_id').notNull(),
		id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
		year: smallint('year').notNull(),
		kind: text('kind', { enum: planEventKinds }).notNull(),
		initiativeId: uuid('initiative_id').notNull(),
		/** The other initiative: the one it was merged into or split from. */
		otherId: uuid('other_id'),
		before: text('before'),
		after: text('after'),
		decision: text('decision'),
		caseNumber: text('case_number'),
		who: text('who').notNull(),
		at: timestamp('at', { withTimezone: true }).notNull(),
	},
	(table) => [
		primaryKey({ name: 'plan_event_pkey', columns: [table.municipalityCode, table.planId, table.id] }),
		foreignKey({
			name: 'plan_event_plan_fkey',
			columns: [table.municipalityCode, table.planId],
			foreignColumns: [plan.municipalityCode, plan.id],
		}),
		foreignKey({
			name: 'plan_event_initiative_fkey',
			columns: [table.municipalityCode, table.planId, table.initiativeId],
			foreignColumns: [initiative.municipalityCode, initiative.planId, initiative.id],
		}),
		foreignKey({
			name: 'plan_event_other_fkey',
			columns: [table.municipalityCode, table.planId, table.otherId],
			foreignColumns: [initiative.municipalityCode, initiative.planId, initiative.id],
		}),
		index('plan_event_initiative_index').on(table.municipalityCode, table.planId, table.initiativeId),
		check('plan_event_kind', oneOf(table.kind, planEventKinds)),
		check('plan_event_decision', sql`${table.kind} <> 'taken out' or ${table.decision} ~ '\\S'`),
		tenantPolicy('plan_event'),
	],
);
