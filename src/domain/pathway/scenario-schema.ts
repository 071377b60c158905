import { z } from 'zod';
import { gwpSets } from '../account/account.ts';
import { mostFactor, mostFigure, mostRatio, mostTonnes } from '../shared/figure-bounds.ts';
import {
	activityUnits,
	costPerspectives,
	distributions,
	effectQualities,
	factorBases,
	targetCounts,
	type Effect,
	type Scenario,
} from './model.ts';

/** Bounds that keep a file from being made to cost hours: far above any municipality's plan. */
export const scenarioBounds = { cells: 1000, measures: 500, years: 101, effects: 20, relations: 20, targets: 50, text: 1000 } as const;

const text = z.string().trim().min(1).max(scenarioBounds.text);
const stated = text.nullable().default(null);
const year = z.int().min(1900).max(2199);
const share = z.number().min(0).max(1);
const within = (most: number) => z.number().min(-most).max(most);
const upTo = (most: number) => z.number().min(0).max(most);
const seriesOf = (value: z.ZodNumber) => {
	const years = z.record(z.string().regex(/^(19|20|21)\d\d$/), value.nullable());
	return z.union([value, z.strictObject({ years, interpolate: z.boolean().default(false) })]);
};
const rangeOf = (value: z.ZodNumber) => z.union([value, z.strictObject({ low: value, mid: value, high: value })]);
const spread = z.strictObject({
	low: z.number().min(0).max(1),
	high: z.number().min(1).max(mostRatio),
	from: year.nullable().default(null),
});
const kilograms = seriesOf(within(mostFactor));
const gas = kilograms.nullable().default(null);

const emissionFactor = z.strictObject({
	kg: z.union([z.strictObject({ co2e: kilograms }), z.strictObject({ gases: z.strictObject({ co2: gas, ch4: gas, n2o: gas }) })]),
	per: z.enum(activityUnits),
	gwpSet: z.enum(gwpSets).nullable().default(null),
	basis: z.enum(factorBases).default('direct'),
	year: year.nullable().default(null),
	validTo: year.nullable().default(null),
	source: stated,
	spread: spread.nullable().default(null),
});

const cell = z.strictObject({
	sector: text,
	carrier: text,
	unit: z.enum(activityUnits),
	activity: seriesOf(within(mostFigure)),
	activitySpread: spread.nullable().default(null),
	factor: emissionFactor,
	removal: z.boolean().default(false),
});

const choice = z.union([z.literal('all'), z.array(text).min(1)]).default('all');
const several = { sectors: choice, carriers: choice };

const ratio = z.number().positive().max(mostRatio);
const effect: z.ZodType<Effect> = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('reduce need'), sector: text, carriers: choice, share: rangeOf(share) }),
	z.strictObject({ kind: z.literal('improve efficiency'), sector: text, carriers: choice, share: rangeOf(share) }),
	z.strictObject({
		kind: z.literal('move'),
		sector: text,
		from: text,
		to: text,
		share: rangeOf(share),
		efficiencyFrom: ratio.default(1),
		efficiencyTo: ratio.default(1),
		ratio: ratio.nullable().default(null),
	}),
	z.strictObject({ kind: z.literal('cut factor'), ...several, share: rangeOf(share) }),
	z.strictObject({ kind: z.literal('set factor'), ...several, factor: emissionFactor }),
	z.strictObject({ kind: z.literal('capture'), ...several, share: rangeOf(share) }),
	z.strictObject({
		kind: z.literal('tonnes'),
		sector: text,
		carriers: choice,
		tonnes: rangeOf(upTo(mostTonnes)),
		factorYear: year.nullable().default(null),
		gwpSet: z.enum(gwpSets).nullable().default(null),
	}),
	z.strictObject({ kind: z.literal('uptake'), tonnes: rangeOf(upTo(mostTonnes)) }),
	z.strictObject({ kind: z.literal('supporting') }),
]);

const timing = z.strictObject({
	start: year,
	full: year,
	ramp: z
		.discriminatedUnion('kind', [
			z.strictObject({ kind: z.literal('linear') }),
			z.strictObject({ kind: z.literal('S-curve') }),
			z.strictObject({ kind: z.literal('steps'), steps: z.array(z.strictObject({ year, share })).min(1).max(scenarioBounds.years) }),
		])
		.default({ kind: 'linear' }),
	end: year.nullable().default(null),
	lifetime: z.int().min(1).max(200).nullable().default(null),
});

const relation = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.enum(['counted inside', 'alternative to', 'requires']), measure: text }),
	z.strictObject({ kind: z.literal('in the baseline'), from: text }),
	z.strictObject({ kind: z.literal('outside the account') }),
]);

const cost = z.strictObject({
	perspective: z.enum(costPerspectives),
	capital: within(mostFigure),
	lifetime: z.number().positive().max(200),
	operation: within(mostFigure).default(0),
	savings: within(mostFigure).default(0),
	priceYear: year.nullable().default(null),
});

const measure = z.strictObject({
	id: text,
	title: text,
	initiative: stated,
	effects: z.array(effect).max(scenarioBounds.effects),
	timing,
	realisation: rangeOf(share).default(1),
	relations: z.array(relation).max(scenarioBounds.relations).default([]),
	potential: z.strictObject({ name: text, share: ratio }).nullable().default(null),
	quality: z.enum(effectQualities).default('not calculated'),
	costs: z.array(cost).max(costPerspectives.length).default([]),
	source: stated,
});

const targetSet = z.strictObject({
	counts: z.enum(targetCounts).default('net'),
	start: z
		.strictObject({ year, tonnes: within(mostTonnes) })
		.nullable()
		.default(null),
	between: z.enum(['linear', 'none']).default('linear'),
	targets: z
		.array(
			z.strictObject({
				id: text,
				year,
				level: z.union([z.strictObject({ reduction: z.number().min(-mostRatio).max(2) }), z.strictObject({ tonnes: within(mostTonnes) })]),
				isInterim: z.boolean().default(false),
			}),
		)
		.max(scenarioBounds.targets),
});

const rate = z.number().min(0).max(1).nullable().default(null);
const noBaseline = { version: null, cutOff: null, source: null, corrections: [] };

/** Shape of a scenario document (docs/scenario-json.md). What may be left out is filled with "not stated", never with a figure. */
export const scenarioSchema: z.ZodType<Scenario> = z
	.strictObject({
		schema: z.literal(1),
		id: text,
		title: text,
		firstYear: year,
		lastYear: year,
		gwpSet: z.enum(gwpSets),
		baseline: z
			.strictObject({ version: stated, cutOff: stated, source: stated, corrections: z.array(text).max(100).default([]) })
			.default(noBaseline),
		cells: z.array(cell).min(1).max(scenarioBounds.cells),
		measures: z.array(measure).max(scenarioBounds.measures),
		order: z.array(text).max(scenarioBounds.measures).nullable().default(null),
		reference: z
			.strictObject({
				year,
				tonnes: rangeOf(z.number().positive().max(mostTonnes)),
				gwpSet: z.enum(gwpSets).nullable().default(null),
				method: stated,
				source: stated,
			})
			.nullable()
			.default(null),
		targets: targetSet.nullable().default(null),
		distribution: z.enum(distributions).default('triangular'),
		discountRates: z
			.strictObject({ 'municipal cash': rate, users: rate, society: rate })
			.default({ 'municipal cash': null, users: null, society: null }),
	})
	.refine(({ firstYear, lastYear }) => firstYear <= lastYear, { path: ['lastYear'], params: { code: 'year-order' } })
	.refine(({ firstYear, lastYear }) => lastYear - firstYear < scenarioBounds.years, {
		path: ['lastYear'],
		params: { code: 'too-many-years', most: scenarioBounds.years },
	});
