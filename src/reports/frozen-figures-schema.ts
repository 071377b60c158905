import { z } from 'zod';
import { accountKinds, accountSectors, gwpSets, notationKeys } from '#domain/account/account.ts';
import { states } from '#domain/followup/assessment.ts';
import { standingReasons } from '#domain/followup/path-as-it-stands.ts';
import { illustrativeParts, type PathDocument } from '#domain/followup/path-document.ts';
import { measureStandings } from '#domain/pathway/compiled.ts';
import { costPerspectives, effectQualities } from '#domain/pathway/model.ts';
import type { FrozenAccount, FrozenPath } from './frozen-figures.ts';

const text = z.string().nullable();
const year = z.number().int();
const figure = z.number().nullable();
const row = z.array(figure);
const yearFigure = z.object({ year, tonnes: z.number() });
const worst = z.object({ year, tonnes: z.number(), years: z.array(year).optional() });

const accountYear = z.object({
	year,
	release: z.string(),
	releaseDate: text,
	methodVersion: text,
	source: z.string(),
	gwpSet: z.enum(gwpSets).nullable(),
	population: figure,
	populationYear: year.nullable(),
	sectors: z.array(
		z.object({ sector: z.enum(accountSectors), tonnes: figure, notations: z.array(z.enum(notationKeys)), isDerived: z.boolean() }),
	),
	absent: z.array(z.enum(accountSectors)),
	total: figure,
	biogenic: figure,
	removals: figure,
	share: figure,
	keyFigures: z.array(z.object({ subject: z.string(), value: figure, unit: text, perInhabitant: figure })),
});

/** The green account in a frozen round. */
export const frozenAccounts = z.array(z.object({ kind: z.enum(accountKinds), years: z.array(accountYear) })) satisfies z.ZodType<
	FrozenAccount[]
>;

const picture = z.object({
	years: z.array(year),
	baseline: row,
	wedges: z.array(z.object({ name: z.string(), tonnes: row })),
	path: row,
	other: row.nullable(),
	low: row,
	high: row,
	target: row,
	account: z.array(yearFigure.extend({ missing: z.array(z.enum(accountSectors)).optional() })),
	removals: row.optional(),
	targetYears: z.array(year),
});

const pauses = z.array(z.object({ from: year, to: year.nullable() }));

const standing = z.object({
	measure: z.string(),
	title: z.string(),
	initiative: text,
	reason: z.enum(standingReasons),
	state: z.enum(states).nullable(),
	knownFrom: year.optional(),
	left: z.array(z.string()).optional(),
	instead: z.array(z.string()).optional(),
	onHold: z.array(z.string()).optional(),
	takenIn: year.optional(),
	offered: z.object({ year, tonnes: z.number(), counts: z.number(), because: z.enum(['stated tonnes', 'order']) }).optional(),
	required: z
		.array(
			z.object({
				title: z.string(),
				reason: z.enum(standingReasons),
				decidedStart: year,
				start: year.nullable(),
				pauses: pauses.optional(),
			}),
		)
		.optional(),
	decidedStart: year,
	start: year.nullable(),
	pauses: pauses.optional(),
	statement: z
		.object({
			measure: z.string(),
			since: year,
			start: year.nullable(),
			realisation: figure,
			isDropped: z.boolean(),
			replacedBy: text,
			reason: z.string(),
			source: text,
		})
		.nullable(),
	replacement: z.string().optional(),
});

const measure = z.object({
	measure: z.string(),
	title: z.string(),
	initiative: text,
	quality: z.enum(effectQualities).nullable(),
	isOfIllustrative: z.literal(true).optional(),
	source: text,
	counts: z.enum(measureStandings),
	decided: figure,
	standing: figure,
	how: standing.nullable(),
	isDone: z.boolean(),
});

const titles = z.array(z.string());
const costCurve = z.object({
	perspective: z.enum(costPerspectives),
	discountRate: figure,
	bars: z.array(z.object({ measure: z.string(), title: z.string(), tonnes: z.number(), yearlyCost: z.number(), perTonne: z.number() })),
	withoutRate: titles,
	withoutCost: titles,
	withoutTonnes: titles,
	notCounted: titles,
});

/** The path in a frozen round. */
export const frozenPath = z.object({
	round: year.nullable(),
	year,
	target: z.object({ year, decided: figure, standing: figure }).nullable(),
	targets: z.array(z.object({ year, tonnes: figure, pathway: figure, decided: figure, standing: figure })),
	picture,
	shortfall: row,
	shortfallSum: figure,
	difference: z.object({ sum: figure, worst: worst.nullable() }),
	causes: z.array(
		z.object({ initiative: text, title: text, measures: z.array(z.string()), worst: worst.nullable(), inYear: figure, sum: figure }),
	),
	sharing: z.object({ of: z.literal('changes'), sampled: z.object({ seed: z.number(), pairs: z.number() }).nullable() }).optional(),
	measures: z.array(measure),
	replacements: z.object({
		shortfall: figure,
		proposal: z.array(
			z.object({
				title: z.string(),
				from: text,
				tonnes: z.number(),
				isIllustrative: z.boolean(),
				isOutsidePlan: z.literal(true).optional(),
			}),
		),
	}),
	costs: z.array(costCurve).optional(),
	illustrative: z.array(z.enum(illustrativeParts)),
	isIncomplete: z.literal(true).optional(),
	sources: z.object({
		baseline: text,
		corrections: z.array(z.string()),
		reference: z.object({ year, tonnes: z.number(), method: text, source: z.string().optional() }).nullable(),
		factors: z.array(z.string()),
	}),
	// Kept as it was written: read with today's rules it might gain a field and lose its hash. Whoever calculates with it reads it then.
	document: z.custom<PathDocument>((value) => typeof value === 'object' && value !== null),
}) satisfies z.ZodType<FrozenPath>;
