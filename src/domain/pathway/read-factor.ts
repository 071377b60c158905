import type { GwpSet } from '../account/account.ts';
import { getWeight } from '../account/gwp.ts';
import type { ActivityUnit, CellFactor } from './model.ts';
import { createFinding, type FindingFacts, type PathwayFinding } from './pathway-finding.ts';
import { readSeries } from './series.ts';
import { convertUnit } from './units.ts';

export type FactorPlace = { readonly unit: ActivityUnit; readonly gwpSet: GwpSet; readonly firstYear: number; readonly count: number };

/** Tonnes CO2e for each unit of a cell's activity, year by year, with what is to be said of the factor. */
export function readFactor(
	factor: CellFactor,
	place: FactorPlace,
	about: FindingFacts,
): { tonnes: Float64Array; findings: PathwayFinding[] } {
	const findings = listRemarks(factor, place, about);
	const size = convertUnit(place.unit, factor.per);
	if (size === undefined) {
		const details = { unit: place.unit, per: factor.per };
		return {
			tonnes: new Float64Array(place.count).fill(Number.NaN),
			findings: [...findings, createFinding('unit-mismatch', { ...about, details })],
		};
	}
	const tonnes = readKilograms(factor, place).map((kilograms) => (kilograms * size) / 1000);
	return { tonnes, findings };
}

function listRemarks({ kg, gwpSet, basis }: CellFactor, place: FactorPlace, about: FindingFacts): PathwayFinding[] {
	const findings: PathwayFinding[] = [];
	if (basis !== 'direct') findings.push(createFinding('restricted-factor', { ...about, details: { basis } }));
	if ('co2e' in kg && gwpSet === null) findings.push(createFinding('gwp-not-stated', { ...about, details: { expected: place.gwpSet } }));
	if ('co2e' in kg && gwpSet !== null && gwpSet !== place.gwpSet)
		findings.push(createFinding('mixed-gwp', { ...about, details: { set: gwpSet, expected: place.gwpSet } }));
	return findings;
}

const gases = [
	['co2', 'CO2'],
	['ch4', 'CH4'],
	['n2o', 'N2O'],
] as const;

/** A gas that is not in the factor adds nothing; one whose year is missing makes the year missing. */
function readKilograms({ kg }: CellFactor, { gwpSet, firstYear, count }: FactorPlace): Float64Array {
	if ('co2e' in kg) return readSeries(kg.co2e, firstYear, count);
	const sum = new Float64Array(count);
	let stated = 0;
	for (const [key, gas] of gases) {
		const series = kg.gases[key];
		if (series === null) continue;
		stated++;
		const values = readSeries(series, firstYear, count);
		const weight = getWeight(gas, gwpSet) ?? Number.NaN;
		for (let year = 0; year < count; year++) sum[year]! += values[year]! * weight;
	}
	return stated === 0 ? sum.fill(Number.NaN) : sum;
}
