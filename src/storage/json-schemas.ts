import { z } from 'zod';
import {
	draftFields,
	type ColumnMapping,
	type DraftInitiative,
	type ReadProblem,
	type ReadResult,
} from '#domain/followup/draft-initiative.ts';
import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import { co2Relations, priorities, spheres, type Quantity } from '#domain/plan/initiative.ts';
import { parseCalendarDate, type CalendarDate } from '#domain/shared/calendar-date.ts';
import type { SourceCell } from '#domain/shared/source-cell.ts';

const text = z.string().nullable();

/** A day as ISO text, checked to be a real one. */
export const calendarDateSchema = z.string().transform((value, context): CalendarDate => {
	const day = parseCalendarDate(value);
	if (day !== undefined) return day;
	context.addIssue({ code: 'custom', message: 'not a day' });
	return z.NEVER;
});

export const quantitySchema: z.ZodType<Quantity> = z.object({ value: z.number(), unit: z.string(), basis: text });

/** Where a row was read and its cells' own texts. */
export const sourceCellSchema: z.ZodType<SourceCell> = z.object({
	file: z.string(),
	sheet: text,
	page: z.number().int().nullable(),
	row: z.number().int().nullable(),
	cells: z.record(z.string(), z.string()),
	inferred: z.array(z.string()).optional(),
});

// What an earlier version read, and the examples, need not name any.
const tags = z.array(z.string()).default([]);

/** One initiative as a reader understood it. */
export const draftInitiativeSchema: z.ZodType<DraftInitiative> = z.object({
	number: z.string(),
	section: text,
	title: z.string(),
	sector: text,
	startDate: calendarDateSchema.nullable(),
	deadline: calendarDateSchema.nullable(),
	state: z.enum(states).nullable(),
	stateText: text,
	priority: z.enum(priorities).nullable(),
	priorityText: text,
	progress: z.enum(progressColours).nullable(),
	fulfilment: z.enum(fulfilmentColours).nullable(),
	fulfilmentText: text,
	remark: text,
	budget: text,
	responsible: text,
	co2Relation: z.enum(co2Relations).nullable(),
	co2RelationText: text,
	sphere: z.enum(spheres).nullable(),
	quantity: quantitySchema.nullable(),
	committee: tags,
	theme: tags,
	sdg: tags,
	source: sourceCellSchema,
});

const field = z.enum(draftFields).nullable();

export const columnMappingSchema: z.ZodType<ColumnMapping> = z.object({
	sheet: text,
	columns: z.array(z.object({ heading: z.string(), field })),
});

const readProblemSchema: z.ZodType<ReadProblem> = z.object({
	severity: z.enum(['error', 'question', 'note']),
	// Written by our own reader of an earlier version perhaps; the sentence for an unknown code is the text layer's matter.
	code: z.string() as unknown as z.ZodType<ReadProblem['code']>,
	file: z.string(),
	sheet: text,
	page: z.number().nullable(),
	row: z.number().nullable(),
	column: text,
	field,
	number: text,
	text,
	action: z.string() as unknown as z.ZodType<ReadProblem['action']>,
	value: text,
});

/** All that a reader understood of a file, as kept between upload and confirmation. */
export const readResultSchema: z.ZodType<ReadResult> = z.object({
	initiatives: z.array(draftInitiativeSchema),
	problems: z.array(readProblemSchema),
	mappings: z.array(columnMappingSchema),
	title: text,
});

/** A person's correction of one value of one initiative, as text; null empties the field. */
export const valueCorrectionSchema = z.object({ number: z.string(), field: z.enum(draftFields), text });
export type ValueCorrection = z.infer<typeof valueCorrectionSchema>;
