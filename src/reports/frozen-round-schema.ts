import { z } from 'zod';
import { changeKinds, type ComparedField } from '#domain/followup/compare-rounds.ts';
import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import { findingRules, severities } from '#domain/followup/finding.ts';
import { legendSchema } from '#domain/followup/legend-schema.ts';
import { reportFacts } from '#domain/followup/report-fact.ts';
import { partKinds } from '#domain/followup/report-part.ts';
import { planEventKinds } from '#domain/followup/plan-event.ts';
import { co2Relations, priorities, relationKinds, spheres, tagKinds } from '#domain/plan/initiative.ts';
import { parseCalendarDate, type CalendarDate } from '#domain/shared/calendar-date.ts';
import { frozenAccounts, frozenPath } from './frozen-figures-schema.ts';
import { frozenSchema, type Difference, type FrozenRound } from './frozen-round.ts';
import { colourMarks } from '#charts/colour-shape.ts';

const text = z.string().nullable();
const whole = z.number().int();
const year = whole.nullable();
const day = z.custom<CalendarDate>((value) => typeof value === 'string' && parseCalendarDate(value) !== undefined).nullable();
const counts = <Key extends string>(keys: readonly Key[]) =>
	z.object(Object.fromEntries(keys.map((key) => [key, whole])) as Record<Key, typeof whole>);

const line = z.object({
	initiative: z.object({
		id: z.string(),
		number: z.string(),
		sectionId: text,
		title: z.string(),
		sector: text,
		startDate: day,
		deadline: day,
		priority: z.enum(priorities).nullable(),
		priorityText: text,
		responsible: text,
		budget: text,
		co2Relation: z.enum(co2Relations).nullable(),
		co2RelationText: text,
		sphere: z.enum(spheres).nullable(),
		quantity: z.object({ value: z.number(), unit: z.string(), basis: text }).nullable(),
		relations: z.array(z.object({ kind: z.enum(relationKinds), targetNumber: text })),
	}),
	assessment: z
		.object({
			state: z.enum(states).nullable(),
			stateText: text,
			progress: z.enum(progressColours).nullable(),
			fulfilment: z.enum(fulfilmentColours).nullable(),
			fulfilmentText: text,
			remark: text,
		})
		.nullable(),
	tags: z.array(z.object({ kind: z.enum(tagKinds), value: z.string() })),
	unit: text,
	// What is absent stays absent: content that was frozen before the field came must keep its hash.
	colourReason: z.string().optional(),
});

const move = z.enum(['better', 'worse']).nullable();
// A word of the code: a later version may know more fields than this one.
const field = z.custom<ComparedField>((value) => typeof value === 'string');
const differing = z.custom<NonNullable<Difference['field']>>((value) => typeof value === 'string');
const comparison = z.object({
	earlierYear: whole,
	earlierSha256: text,
	changes: z.array(
		z.object({
			initiativeId: z.string(),
			kind: z.enum(changeKinds),
			progress: move,
			fulfilment: move,
			state: move,
			fields: z.array(z.object({ field, before: text, after: text })),
			before: line.nullable(),
		}),
	),
});

const finding = z.object({
	rule: z.enum(findingRules),
	severity: z.enum(severities),
	number: text,
	others: z.array(z.string()),
	text,
	details: z.record(z.string(), z.union([z.string(), z.number()])),
	key: z.string(),
});

const event = z.object({
	kind: z.enum(planEventKinds),
	initiativeId: z.string(),
	otherId: text,
	before: text,
	after: text,
	decision: text,
	caseNumber: text,
});

const bar = z.object({
	heading: z.string(),
	marks: z.array(z.object({ mark: z.enum(colourMarks), count: whole, word: z.string() })),
	alternative: z.string(),
});
const texts = z.object({
	title: z.string(),
	municipality: z.string(),
	summary: z.object({
		sentence: z.string(),
		total: whole,
		progress: bar,
		fulfilment: bar,
		attention: z.array(
			z.object({
				kind: z.enum(['red progress', 'red fulfilment', 'slipped']),
				heading: z.string(),
				lines: z.array(z.object({ number: z.string(), title: z.string(), responsible: text })),
			}),
		),
		missing: z.array(
			z.object({
				field: z.enum(['progress', 'fulfilment', 'state', 'startDate', 'remark', 'budget', 'responsible']),
				numbers: z.array(z.string()),
				sentence: z.string(),
			}),
		),
		changes: z.string(),
		planCheck: counts(severities),
		planCheckSentence: z.string(),
		asks: z.array(z.string()),
	}),
});

const frozenRound = z.object({
	schema: z.literal(frozenSchema),
	layoutVersion: whole,
	version: year,
	correction: z
		.object({
			replaces: z.object({ version: whole, sha256: z.string(), published: z.string().optional() }),
			reason: z.string(),
			differences: z.array(z.object({ number: z.string(), title: z.string(), field: differing.nullable(), before: text, after: text })),
			facts: z.array(z.object({ field: z.enum(reportFacts), before: text, after: text })).optional(),
		})
		.nullable(),
	municipality: z.object({
		code: z.string(),
		name: z.string(),
		slug: z.string(),
		region: z.string(),
		population: whole,
		populationYear: whole,
	}),
	plan: z.object({
		id: z.string(),
		municipalityCode: z.string(),
		title: z.string(),
		periodStart: year,
		periodEnd: year,
		legendId: text,
		sections: z.array(z.object({ id: z.string(), title: z.string(), position: whole })),
		figures: z.array(z.object({ label: z.string(), value: z.number(), unit: z.string(), year, source: z.string() })),
		source: z.string(),
	}),
	legend: legendSchema.nullable(),
	round: z.object({ year: whole, title: z.string(), statusDate: text, source: z.string() }),
	isRun: z.literal(true).optional(),
	meeting: z.object({ body: z.string(), date: text, caseNumber: text }).optional(),
	lines: z.array(line),
	comparison: comparison.nullable(),
	events: z.array(event),
	findings: z.array(finding),
	accounts: frozenAccounts.optional(),
	path: frozenPath.optional(),
	figures: z.object({
		total: whole,
		progress: counts([...progressColours, 'none']),
		fulfilment: counts([...fulfilmentColours, 'text', 'none']),
		// A report of before a kind was known does not count it.
		changes: z.partialRecord(z.enum(changeKinds), whole).nullable(),
		findings: counts(severities),
	}),
	texts: z.object({ da: texts, en: texts }),
	part: z.object({ kind: z.enum(partKinds), value: z.string(), of: z.string() }).nullable(),
}) satisfies z.ZodType<FrozenRound>;

/** Reads a frozen round back from its canonical JSON. Throws when the text is no such round. */
export function parseFrozenRound(content: string): FrozenRound {
	return frozenRound.parse(JSON.parse(content));
}
