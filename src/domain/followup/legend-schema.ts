import { z } from 'zod';
import { priorities } from '../plan/initiative.ts';
import { fulfilmentColours, progressColours, states } from './assessment.ts';
import type { Legend } from './legend.ts';

const sentence = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });

/** Shape of `reference/legends/*.json`: a reading guide as data that a municipality can adjust. */
export const legendSchema: z.ZodType<Legend> = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/),
	title: sentence,
	source: z.string().min(1),
	priorities: z.array(z.enum(priorities)).min(1),
	progress: z.array(
		z.strictObject({
			colour: z.enum(progressColours),
			priorities: z.array(z.enum(priorities)),
			states: z.array(z.enum(states)).min(1),
			sentence,
		}),
	),
	fulfilment: z.array(z.strictObject({ colour: z.enum(fulfilmentColours), sentence })),
});
