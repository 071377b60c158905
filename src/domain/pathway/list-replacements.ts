import { applyWhatIf, type WhatIf } from './apply-what-if.ts';
import { createNetRun, findKeptShares } from './calculate-net.ts';
import { chooseCounted } from './coalition.ts';
import { compileScenario } from './compile-scenario.ts';
import type { CompiledScenario, MeasureStanding } from './compiled.ts';
import type { Measure, Scenario } from './model.ts';
import { placeInOrder } from './order-measures.ts';
import { placeTargetPath } from './target-path.ts';

/** A measure that could be taken in, and what it would save on top of the pathway as it stands. */
export type Replacement = {
	readonly measure: string;
	readonly title: string;
	readonly standing: MeasureStanding;
	/** Null when it cannot be calculated in this scenario; less than nothing where the pathway would rise. */
	readonly tonnes: number | null;
	/** Why one that is counted saves nothing that year; null where it saves something. */
	readonly without: 'not in effect' | 'nothing left' | null;
	/** Titles of the measures that no longer count themselves beside it, such as its alternatives: its tonnes are less theirs. */
	readonly displaced: readonly string[];
	/** Titles of the measures that count instead of it, where it is an alternative to them. */
	readonly instead: readonly string[];
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
 * @param whatIf how measures stand otherwise than stated, candidates too: one that is dropped saves nothing
 */
export function listReplacements(
	scenario: Scenario,
	candidates: readonly Measure[],
	{ year, whatIf }: { readonly year: number; readonly whatIf: readonly WhatIf[] },
): ReplacementList {
	const own = new Set(scenario.measures.map(({ id }) => id));
	const added = candidates.filter(({ id }) => !own.has(id));
	const measures = [...scenario.measures, ...added];
	// Of two alternatives the first in the order counts: each candidate has the place it would get.
	const order = scenario.order && added.reduce((placed, { id }) => placeInOrder({ measures, order: placed }, id), [...scenario.order]);
	const model = compileScenario({ ...scenario, measures, order });
	const at = model.years.indexOf(year);
	const target = placeTargetPath(scenario, model.years)[at] ?? Number.NaN;
	const search = createSearch(model, { first: scenario.measures.length, at, whatIf });
	const shortfall = search.now() - target;
	const listed = search
		.list()
		.map(describe)
		.sort((one, two) => (two.tonnes ?? -Infinity) - (one.tonnes ?? -Infinity));
	return { year, shortfall: Number.isNaN(shortfall) ? null : shortfall, candidates: listed, proposal: propose(search, shortfall) };
}

type Found = {
	readonly place: number;
	/** With the candidate in it. */
	readonly model: CompiledScenario;
	readonly tonnes: number;
	readonly displaced: readonly string[];
	readonly isInEffect: boolean;
};

// Less than this is nothing: a difference of two large sums is never quite zero.
const least = 1e-6;

function describe({ place, model, tonnes, displaced, isInEffect }: Found): Replacement {
	const { measure, standing } = model.measures[place]!;
	const isNothing = standing === 'counted' && displaced.length === 0 && Math.abs(tonnes) < least;
	return {
		measure: measure.id,
		title: measure.title,
		standing,
		tonnes: standing === 'not calculated' || Number.isNaN(tonnes) ? null : tonnes,
		without: isNothing ? (isInEffect ? 'nothing left' : 'not in effect') : null,
		displaced,
		instead: model.findings.flatMap((each) => (each.rule === 'alternative-not-counted' && each.measure === measure.id ? each.others : [])),
	};
}

type SearchInput = { readonly first: number; readonly at: number; readonly whatIf: readonly WhatIf[] };

/** The emission of one year with the scenario's own measures and the candidates taken so far. */
function createSearch(model: CompiledScenario, { first, at, whatIf }: SearchInput) {
	const counts = model.scenario.targets?.counts ?? 'net';
	const ids = model.measures.map(({ measure }) => measure.id);
	const out = new Set([...ids.keys()].slice(first));
	// What is not taken in is not there, so that it is nobody's alternative and nothing is counted inside it.
	const settle = (one: number | null) => {
		const absent = [...out].filter((place) => place !== one);
		return applyWhatIf(model, [...whatIf, ...absent.map((place) => ({ measure: ids[place]!, isDropped: true }))]);
	};
	const read = (run: NetRun, settled: CompiledScenario) => run(settled, chooseCounted(settled))[at] ?? Number.NaN;
	const tryOne = (place: number, base: CompiledScenario, runs: readonly NetRun[]): Found => {
		const settled = settle(place);
		const saved = runs.map((run) => read(run, base) - read(run, settled));
		const isInEffect = (settled.numbers.profile[place * model.years.length + at] ?? 0) > 0;
		const displaced = listDisplaced(base, settled);
		const isCalculated = [...out].every((other) => !relatesTo(settled.measures[place]!.measure, ids[other]!));
		const tonnes = isCalculated ? chooseSaved(settled.measures[place]!.standing, displaced, saved) : Number.NaN;
		return { place, model: settled, tonnes, displaced, isInEffect };
	};
	return {
		now: () => read(createNetRun(model, counts), settle(null)),
		take: (place: number) => void out.delete(place),
		list: () => {
			const base = settle(null);
			const own = chooseCounted(base).map((each, place) => (place < first ? each : 0));
			const runs = [createNetRun(model, counts), createNetRun(model, counts, findKeptShares(base, own))];
			return [...out].map((place) => tryOne(place, base, runs));
		},
	};
}

type NetRun = ReturnType<typeof createNetRun>;

/** A measure that is related to one that is not there cannot be calculated. */
function relatesTo({ relations }: Measure, id: string): boolean {
	return relations.some((each) => 'measure' in each && each.measure === id);
}

/** Titles of the measures that count before one more is there, and not beside it. */
function listDisplaced(base: CompiledScenario, settled: CompiledScenario): string[] {
	return base.measures.flatMap(({ measure, standing }, place) =>
		standing === 'counted' && settled.measures[place]?.standing !== 'counted' ? measure.title : [],
	);
}

/**
 * Of what the pathway falls by, and what is saved of what the fixed tonnes leave: never more than is really saved, since what comes onto
 * a cell from elsewhere is no part of what the tonnes were taken from. Where others give way, the fixed tonnes are not what they were.
 */
function chooseSaved(standing: MeasureStanding, displaced: readonly string[], saved: readonly number[]): number {
	if (standing !== 'counted') return 0;
	return displaced.length > 0 ? (saved[0] ?? Number.NaN) : Math.min(...saved);
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
