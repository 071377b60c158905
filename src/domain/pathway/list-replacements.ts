import { applyWhatIf, type WhatIf } from './apply-what-if.ts';
import { createNetRun, findKeptShares } from './calculate-net.ts';
import { chooseCounted } from './coalition.ts';
import { compileScenario } from './compile-scenario.ts';
import type { CompiledScenario, MeasureStanding } from './compiled.ts';
import type { Measure, Scenario } from './model.ts';
import { placeTargetPath } from './target-path.ts';

/** A measure that could be taken in, and what it would save on top of the pathway as it stands. */
export type Replacement = {
	readonly measure: string;
	readonly title: string;
	readonly standing: MeasureStanding;
	/** Null when it cannot be calculated in this scenario. */
	readonly tonnes: number | null;
	/** Why one that is counted saves nothing that year; null where it saves something. */
	readonly without: 'not in effect' | 'nothing left' | null;
};

export type ReplacementList = {
	readonly year: number;
	/** Tonnes above the target path before anything is taken in; null when there is no target that year. */
	readonly shortfall: number | null;
	/** All candidates, the largest first. */
	readonly candidates: readonly Replacement[];
	/** One way to close the shortfall: each time the one that saves most of what is then left. Tonnes are on top of those before. */
	readonly proposal: readonly (Replacement & { readonly shortfall: number })[];
};

/**
 * Which candidates would close the shortfall of a year. They are calculated inside the scenario, after its own measures, so that what
 * is saved already is not counted again. Fixed tonnes of its own measures are not made smaller by a candidate that comes after them:
 * they are the share of each cell that they take as it stands, and a candidate acts on what they leave.
 */
export function listReplacements(
	scenario: Scenario,
	candidates: readonly Measure[],
	{ year, whatIf }: { readonly year: number; readonly whatIf: readonly WhatIf[] },
): ReplacementList {
	const own = new Set(scenario.measures.map(({ id }) => id));
	const added = candidates.filter(({ id }) => !own.has(id));
	const order = [...(scenario.order ?? []), ...added.map(({ id }) => id)];
	const together = { ...scenario, measures: [...scenario.measures, ...added], order: scenario.order === null ? null : order };
	const model = applyWhatIf(compileScenario(together), whatIf);
	const at = model.years.indexOf(year);
	const target = placeTargetPath(scenario, model.years)[at] ?? Number.NaN;
	const search = createSearch(model, { first: scenario.measures.length, at });
	const shortfall = search.now() - target;
	const listed = search
		.list()
		.map(describe)
		.sort((one, two) => (two.tonnes ?? -Infinity) - (one.tonnes ?? -Infinity));
	return { year, shortfall: Number.isNaN(shortfall) ? null : shortfall, candidates: listed, proposal: propose(search, shortfall) };
}

type Found = { readonly place: number; readonly model: CompiledScenario; readonly tonnes: number; readonly isInEffect: boolean };

// Less than this is nothing: a difference of two large sums is never quite zero.
const least = 1e-6;

function describe({ place, model, tonnes, isInEffect }: Found): Replacement {
	const { measure, standing } = model.measures[place]!;
	return {
		measure: measure.id,
		title: measure.title,
		standing,
		tonnes: standing === 'not calculated' || Number.isNaN(tonnes) ? null : tonnes,
		without: standing !== 'counted' || !(Math.abs(tonnes) < least) ? null : isInEffect ? 'nothing left' : 'not in effect',
	};
}

/** The emission of one year with the scenario's own measures and the candidates taken so far. */
function createSearch(model: CompiledScenario, { first, at }: { first: number; at: number }) {
	const counts = model.scenario.targets?.counts ?? 'net';
	const counted = chooseCounted(model);
	const chosen = counted.map((each, place) => (place < first ? each : 0));
	const runs = [createNetRun(model, counts), createNetRun(model, counts, findKeptShares(model, chosen))];
	const calculate = () => runs.map((run) => run(model, chosen)[at] ?? Number.NaN);
	const tryOne = (place: number, before: readonly number[]): Found => {
		chosen[place] = 1;
		// What comes onto a cell from elsewhere is no part of what the tonnes were taken from: never more than is really saved.
		const tonnes = Math.min(...calculate().map((after, run) => (before[run] ?? Number.NaN) - after));
		chosen[place] = 0;
		const isInEffect = (model.numbers.profile[place * model.years.length + at] ?? 0) > 0;
		return { place, model, tonnes: counted[place] === 1 ? tonnes : 0, isInEffect };
	};
	return {
		now: () => calculate()[0] ?? Number.NaN,
		take: (place: number) => void (chosen[place] = 1),
		list: () => {
			const before = calculate();
			return [...chosen.keys()].filter((place) => place >= first && chosen[place] === 0).map((place) => tryOne(place, before));
		},
	};
}

function propose(search: ReturnType<typeof createSearch>, start: number): ReplacementList['proposal'] {
	const proposal: (Replacement & { shortfall: number })[] = [];
	let shortfall = start;
	while (shortfall > 0) {
		const best = search.list().reduce<Found | undefined>((most, each) => (each.tonnes > (most?.tonnes ?? 0) ? each : most), undefined);
		if (!best) break;
		search.take(best.place);
		shortfall -= best.tonnes;
		proposal.push({ ...describe(best), shortfall });
	}
	return proposal;
}
