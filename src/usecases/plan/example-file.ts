import { z } from 'zod';
import { targetSteps } from '#domain/account/target.ts';
import { draftInitiativeSchema } from '#storage/json-schemas.ts';

const text = z.string().min(1);
const year = z.number().int();

/** Shape of `examples/<municipality>/plan.json`: a plan with its lines as drafts, and one round or none. */
export const exampleFileSchema = z.object({
	municipality: z.string().regex(/^\d{4}$/),
	plan: z.object({
		title: text,
		periodStart: year.nullable(),
		periodEnd: year.nullable(),
		source: text,
		legendId: z.string().nullable(),
		/** The account that the plan's calculations start from. */
		baseYear: z.object({ year, source: text }).optional(),
		/** What targets are measured against: a plan may name the year and no figure. */
		reference: z.object({ year, source: text }).optional(),
		/** What is decided for the area, in CO2e. */
		targets: z
			.array(
				z.object({
					step: z.enum(targetSteps),
					year,
					perCent: z.number().nullable(),
					tonnes: z.number().nullable(),
					boundary: text,
					source: text,
				}),
			)
			.default([]),
		figures: z.array(z.object({ label: text, value: z.number(), unit: z.string(), year: year.nullable(), source: text })),
	}),
	round: z.object({ year, title: text, statusDate: z.iso.date().nullable(), source: text }).nullable(),
	initiatives: z.array(draftInitiativeSchema),
});
export type ExampleFile = z.infer<typeof exampleFileSchema>;
