import { hasIllustrativeTonnes } from '#domain/followup/illustrative.ts';
import type { PathDocument } from '#domain/followup/path-document.ts';
import type { Amount, Effect, Measure, Scenario, Timing } from '#domain/pathway/model.ts';
import { listInOrder } from '#domain/pathway/order-measures.ts';
import { readRange } from '#domain/pathway/series.ts';
import type { ScenarioSummary } from './summarise-scenario.ts';

/** How a measure is in one of several scenarios. */
export type ComparedMeasure = {
	readonly timing: Timing;
	readonly realisation: Amount;
	/** Tonnes saved in the year that is compared; null where they cannot be calculated. */
	readonly tonnes: number | null;
	/** It was taken in later, so that it is no part of the path as decided, of which the tonnes are. */
	readonly isTakenIn: boolean;
	readonly isIllustrative: boolean;
};

/** What of a measure can be stated otherwise and decides its tonnes; its name and its source do not. */
export const measureAspects = [
	'effect',
	'range',
	'start',
	'full',
	'ramp',
	'end',
	'lifetime',
	'realisation',
	'relations',
	'potential',
	'takenIn',
] as const;
export type MeasureAspect = (typeof measureAspects)[number];

/** A measure that is not the same in all of them: null where it is not in one. */
export type MeasureDifference = {
	readonly measure: string;
	readonly title: string;
	/** What differs between those that have it. */
	readonly aspects: readonly MeasureAspect[];
	readonly cells: readonly (ComparedMeasure | null)[];
};

/** What of a scenario decides its tonnes beside its measures. */
export const frameAspects = ['order', 'baseline', 'reference', 'targets', 'distribution', 'rates'] as const;
export type FrameAspect = (typeof frameAspects)[number];

type Compared = { readonly document: PathDocument; readonly summary: Pick<ScenarioSummary, 'measures' | 'takenIn'> };

/** Lists the measures that are stated otherwise in one scenario than in another, in the order the first has them. */
export function compareMeasures(scenarios: readonly Compared[]): MeasureDifference[] {
	const all = scenarios.map(({ document }) => new Map(document.scenario.measures.map((measure) => [measure.id, measure])));
	const ids = [...new Set(all.flatMap((measures) => [...measures.keys()]))];
	return ids.flatMap((id): MeasureDifference[] => {
		const found = all.map((measures, place) => {
			const [measure, of] = [measures.get(id), scenarios[place]];
			return measure && of ? { measure, of } : null;
		});
		const stated = found.filter((each) => each !== null);
		const aspects = measureAspects.filter((aspect) => isAnyOther(stated.map(readers[aspect])));
		if (aspects.length === 0 && stated.length === found.length) return [];
		return [{ measure: id, title: stated[0]?.measure.title ?? id, aspects, cells: found.map((each) => each && describe(each)) }];
	});
}

/** A scenario may have several hundred measures: as many differences as a page has room for, and how many are left. */
export function cutDifferences(differences: readonly MeasureDifference[]) {
	const shown = differences.slice(0, 100);
	return { shown, left: differences.length - shown.length };
}

/** What scenarios differ in beside their measures. */
export function compareFrames(scenarios: readonly { readonly document: PathDocument }[]): FrameAspect[] {
	const all = scenarios.map(({ document }) => document.scenario);
	// A measure that only one has is told as such; the others may stand in the same order all the same.
	const isShared = (id: string) => all.every(({ measures }) => measures.some((each) => each.id === id));
	const read: Record<FrameAspect, (scenario: Scenario) => unknown> = {
		order: (scenario) => listInOrder(scenario).filter(isShared),
		baseline: ({ cells, baseline, gwpSet, firstYear, lastYear }) => [cells, baseline.version, gwpSet, firstYear, lastYear],
		reference: ({ reference }) => reference && [reference.year, reference.tonnes, reference.gwpSet],
		targets: ({ targets }) => targets,
		distribution: ({ distribution }) => distribution,
		rates: ({ discountRates }) => discountRates,
	};
	return frameAspects.filter((aspect) => isAnyOther(all.map(read[aspect])));
}

type Found = { readonly measure: Measure; readonly of: Compared };

function describe({ measure, of: { document, summary } }: Found): ComparedMeasure {
	const { id, timing, realisation } = measure;
	const isTakenIn = summary.takenIn.some((each) => each.id === id);
	return {
		timing,
		realisation,
		tonnes: summary.measures.get(id) ?? null,
		isTakenIn,
		isIllustrative: hasIllustrativeTonnes(measure, document),
	};
}

const readers: Record<MeasureAspect, (found: Found) => unknown> = {
	effect: ({ measure: { effects } }) => effects.map((effect) => ({ ...effect, ...takeMid(effect) })),
	range: ({ measure: { effects, realisation } }) => [...effects.map(readAmount), realisation].map(readWidth),
	start: ({ measure: { timing } }) => timing.start,
	full: ({ measure: { timing } }) => timing.full,
	ramp: ({ measure: { timing } }) => timing.ramp,
	end: ({ measure: { timing } }) => timing.end,
	lifetime: ({ measure: { timing } }) => timing.lifetime,
	realisation: ({ measure: { realisation } }) => readRange(realisation).mid,
	relations: ({ measure: { relations } }) => relations,
	potential: ({ measure: { potential } }) => potential,
	takenIn: (found) => describe(found).isTakenIn,
};

function readAmount(effect: Effect): Amount | null {
	if ('share' in effect) return effect.share;
	return 'tonnes' in effect ? effect.tonnes : null;
}

/** An effect's most likely figure in place of its range, which is an aspect of its own. */
function takeMid(effect: Effect) {
	const amount = readAmount(effect);
	return amount === null ? {} : { ['share' in effect ? 'share' : 'tonnes']: readRange(amount).mid };
}

/** How far a figure reaches below and above its most likely; one that is moved as a whole has the same range. */
function readWidth(amount: Amount | null): readonly number[] | null {
	if (amount === null) return null;
	const { low, mid, high } = readRange(amount);
	return mid === 0 ? [low, high] : [low / mid, high / mid];
}

function isAnyOther(values: readonly unknown[]): boolean {
	return new Set(values.map((value) => JSON.stringify(value))).size > 1;
}
