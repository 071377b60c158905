import { z } from 'zod';
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
		figures: z.array(z.object({ label: text, value: z.number(), unit: z.string(), year: year.nullable(), source: text })),
	}),
	round: z.object({ year, title: text, statusDate: z.iso.date().nullable(), source: text }).nullable(),
	initiatives: z.array(draftInitiativeSchema),
});
export type ExampleFile = z.infer<typeof exampleFileSchema>;
