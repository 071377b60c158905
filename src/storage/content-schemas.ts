import { z } from 'zod';
import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import { co2Relations, priorities, relationKinds, spheres } from '#domain/plan/initiative.ts';
import type { AssessmentContent } from './assessments.ts';
import type { RoundContent } from './status-rounds.ts';
import type { InitiativeContent, PlanFields } from './initiatives.ts';
import { calendarDateSchema, quantitySchema, sourceCellSchema } from './json-schemas.ts';

const text = z.string().nullable();

const planFields = {
	number: z.string(),
	sectionId: text,
	title: z.string(),
	sector: text,
	startDate: calendarDateSchema.nullable(),
	deadline: calendarDateSchema.nullable(),
	priority: z.enum(priorities).nullable(),
	priorityText: text,
	responsible: text,
	budget: text,
	co2Relation: z.enum(co2Relations).nullable(),
	co2RelationText: text,
	sphere: z.enum(spheres).nullable(),
	quantity: quantitySchema.nullable(),
	relations: z.array(z.object({ kind: z.enum(relationKinds), targetNumber: text })),
};

/** What a round that is no longer the newest keeps of the plan. Other fields are left out. */
export const planFieldsSchema: z.ZodType<PlanFields> = z.object(planFields);

/** What the history keeps of an initiative. */
export const initiativeContentSchema: z.ZodType<InitiativeContent> = z.object({
	...planFields,
	rank: z.number(),
	introducedIn: z.number().int().nullable(),
	withdrawnIn: z.number().int().nullable(),
	source: sourceCellSchema.nullable(),
});

const tagValues = z.array(z.string()).optional();

/** What the history keeps of an initiative's tags, apart from the rest of it: those kinds that changed. */
export const tagContentSchema = z.strictObject({ committee: tagValues, theme: tagValues, sdg: tagValues });

/** What the history keeps of a round. */
export const roundContentSchema: z.ZodType<RoundContent> = z.object({
	title: z.string(),
	statusDate: calendarDateSchema.nullable(),
	source: z.string(),
});

/** What the history keeps of an assessment. */
export const assessmentContentSchema: z.ZodType<AssessmentContent> = z.object({
	state: z.enum(states).nullable(),
	stateText: text,
	progress: z.enum(progressColours).nullable(),
	fulfilment: z.enum(fulfilmentColours).nullable(),
	fulfilmentText: text,
	remark: text,
	source: sourceCellSchema.nullable(),
});
