import type { CompiledMeasure, Numbers, Operation } from './compiled.ts';
import { checkMeasuresTogether } from './check-relations.ts';
import type { Measure } from './model.ts';
import { createFinding, type PathwayFinding } from './pathway-finding.ts';
import { resolveStandings, type StandingInput } from './resolve-standings.ts';
import { readRange } from './series.ts';
import { getEffectShare } from './timing.ts';

export type SettledMeasures = {
	readonly measures: readonly CompiledMeasure[];
	readonly numbers: Pick<Numbers, 'profile' | 'amount' | 'scale'>;
	readonly findings: readonly PathwayFinding[];
};

/** What depends on how measures stand and are timed: all that a what-if changes. */
export function settleMeasures(input: StandingInput, operations: readonly Operation[], years: readonly number[]): SettledMeasures {
	const { standings, requires, after, findings } = resolveStandings(input);
	const measures = input.measures.map((measure, place) => ({
		measure,
		standing: standings[place] ?? 'not calculated',
		isBroken: input.isBroken[place] ?? true,
		requires: requires[place] ?? [],
	}));
	const placed = placeProfiles(measures, after, years);
	const together = checkMeasuresTogether(input.measures, (place) => standings[place] === 'counted');
	return {
		measures,
		numbers: {
			profile: placed.profile,
			amount: Float64Array.from(operations, (operation) => getAmount(operation, input.measures)),
			scale: new Float64Array(operations.length).fill(1),
		},
		findings: [...findings, ...placed.findings, ...tellInStart(measures, placed.profile, years), ...together],
	};
}

/**
 * Measures that have effect in the year the projection begins with. What that rests on, an account of the year or of one before, has the
 * effect in it already. A scenario of one year is no projection: nothing comes before it.
 */
function tellInStart(measures: readonly CompiledMeasure[], profile: Float64Array, years: readonly number[]): PathwayFinding[] {
	const [firstYear, next] = years;
	if (firstYear === undefined || next === undefined) return [];
	return measures.flatMap(({ measure, standing }, place) =>
		standing === 'counted' && (profile[place * years.length] ?? 0) > 0
			? [createFinding('effect-in-first-year', { measure: measure.id, name: measure.title, details: { firstYear } })]
			: [],
	);
}

function getAmount({ measure, effect: number }: Operation, measures: readonly Measure[]): number {
	const effect = measures[measure]?.effects[number];
	const realisation = readRange(measures[measure]?.realisation ?? 0).mid;
	if (!effect) return 0;
	if ('share' in effect) return readRange(effect.share).mid * realisation;
	return 'tonnes' in effect ? readRange(effect.tonnes).mid * realisation : realisation;
}

/** Share of full effect for each measure and year; none in years in which something it requires has none, or what it comes after still has. */
function placeProfiles(measures: readonly CompiledMeasure[], after: readonly (readonly number[])[], years: readonly number[]) {
	const profile = new Float64Array(measures.length * years.length);
	const findings: PathwayFinding[] = [];
	const byId = new Map(measures.map(({ measure }) => [measure.id, measure]));
	measures.forEach(({ measure, standing }, place) => {
		const needed = listTimed(measure, byId);
		let lost = 0;
		years.forEach((year, at) => {
			const share = getEffectShare(measure.timing, year);
			const isReady = needed.every(({ timing }) => getEffectShare(timing, year) > 0);
			if (share > 0 && !isReady) lost++;
			const isFree = (after[place] ?? []).every((other) => getEffectShare(measures[other]!.measure.timing, year) === 0);
			profile[place * years.length + at] = isReady && isFree ? share : 0;
		});
		if (lost === 0 || standing !== 'counted') return;
		const facts = { measure: measure.id, name: measure.title, others: needed.map(({ title }) => title), details: { years: lost } };
		findings.push(createFinding('required-later', facts));
	});
	return { profile, findings };
}

/** What a measure requires, also at one remove. What is in the baseline or outside the account is there already. */
function listTimed({ relations }: Measure, byId: ReadonlyMap<string, Measure>, found = new Set<Measure>()): Measure[] {
	for (const relation of relations) {
		const other = relation.kind === 'requires' ? byId.get(relation.measure) : undefined;
		if (!other || found.has(other)) continue;
		if (other.relations.some(({ kind }) => kind === 'in the baseline' || kind === 'outside the account')) continue;
		found.add(other);
		listTimed(other, byId, found);
	}
	return [...found];
}
