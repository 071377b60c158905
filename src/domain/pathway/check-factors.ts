import type { CompiledMeasure, Operation } from './compiled.ts';
import type { CellFactor, Measure, Scenario, Series } from './model.ts';
import { createFinding, type FindingFacts, type PathwayFinding, type PathwayRule } from './pathway-finding.ts';
import { getEffectShare } from './timing.ts';

/**
 * Finds savings in later years that are worked out with an earlier year's factor: where the factor is expected to fall they are
 * overstated. A factor that is given year by year and differs afterwards has its development in it.
 */
export function checkFactors(scenario: Scenario, measure: Measure, operations: readonly Operation[]): PathwayFinding[] {
	const years = listYearsInEffect(scenario, measure);
	const about = { measure: measure.id, name: measure.title };
	const acting = operations.filter(({ kind }) => kind !== 'set factor' && kind !== 'uptake' && kind !== 'tonnes');
	const cells = [...new Set(acting.flatMap((operation) => operation.cells))].flatMap((place) => scenario.cells[place] ?? []);
	const own = measure.effects.flatMap((effect) => ('factor' in effect ? [checkFactor(effect.factor, years, about)] : []));
	const found = [...cells.map(({ factor, carrier }) => checkFactor(factor, years, { ...about, carrier })), ...own].flat();
	return [...nameTogether(found), ...checkTonnes(scenario, measure, years)];
}

const factorRules: readonly PathwayRule[] = ['old-factor', 'expired-factor', 'old-tonnes'];

/**
 * The findings without remarks on how well the savings are worked out that nobody counts: a measure in the baseline, an alternative that
 * is not chosen. One that is not calculated keeps its own, as they are to be put right.
 */
export function leaveOutUncounted(findings: readonly PathwayFinding[], measures: readonly CompiledMeasure[]): PathwayFinding[] {
	const isCounted = ({ standing }: CompiledMeasure) => standing === 'counted' || standing === 'not calculated';
	const uncounted = new Set(measures.filter((each) => !isCounted(each)).map(({ measure }) => measure.id));
	return findings.filter(({ rule, measure }) => !factorRules.includes(rule) || measure === null || !uncounted.has(measure));
}

function listYearsInEffect({ firstYear, lastYear }: Scenario, { timing }: Measure): number[] {
	const years = Array.from({ length: lastYear - firstYear + 1 }, (_, place) => firstYear + place);
	return years.filter((year) => getEffectShare(timing, year) > 0);
}

function checkFactor(factor: CellFactor, years: readonly number[], about: FindingFacts): PathwayFinding[] {
	const last = years.at(-1);
	if (last === undefined) return [];
	const { year, validTo } = factor;
	if (validTo !== null && last > validTo)
		return [createFinding('expired-factor', { ...about, details: { factorYear: validTo, lastYear: last } })];
	const first = year === null ? undefined : years.find((each) => each > year);
	if (year === null || first === undefined || !isUnchanged(factor, year)) return [];
	return [createFinding('old-factor', { ...about, details: { factorYear: year, firstYear: first, lastYear: last } })];
}

function isUnchanged({ kg }: CellFactor, year: number): boolean {
	const series = 'co2e' in kg ? [kg.co2e] : [kg.gases.co2, kg.gases.ch4, kg.gases.n2o];
	return series.every((each) => each === null || isSteady(each, year));
}

function isSteady(series: Series, year: number): boolean {
	if (typeof series === 'number') return true;
	const later = Object.entries(series.years).filter(([each, value]) => Number(each) >= year && value !== null);
	return new Set(later.map(([, value]) => value)).size < 2;
}

function checkTonnes({ gwpSet }: Scenario, measure: Measure, years: readonly number[]): PathwayFinding[] {
	const about = { measure: measure.id, name: measure.title };
	return measure.effects.flatMap((effect) => {
		if (effect.kind !== 'tonnes') return [];
		const { factorYear } = effect;
		const first = factorYear === null ? undefined : years.find((year) => year > factorYear);
		const old = { factorYear: factorYear ?? 0, firstYear: first ?? 0, lastYear: years.at(-1) ?? 0 };
		const isMixed = effect.gwpSet !== null && effect.gwpSet !== gwpSet;
		return [
			...(first === undefined ? [] : [createFinding('old-tonnes', { ...about, sector: effect.sector, details: old })]),
			...(isMixed
				? [createFinding('mixed-gwp', { ...about, sector: effect.sector, details: { set: effect.gwpSet ?? '', expected: gwpSet } })]
				: []),
		];
	});
}

/** A measure works on many carriers in many sectors; what is the same of all is said once and names the carriers. */
function nameTogether(findings: readonly PathwayFinding[]): PathwayFinding[] {
	const groups = Map.groupBy(findings, ({ rule, details }) => JSON.stringify([rule, details]));
	return [...groups.values()].flatMap(([first, ...rest]) => {
		if (!first) return [];
		const carriers = new Set([first, ...rest].flatMap(({ carrier }) => carrier ?? []));
		return [{ ...first, carrier: carriers.size === 0 ? null : [...carriers].join(', ') }];
	});
}
