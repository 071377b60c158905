import { attributeEffects, type Attribution } from './attribute-effects.ts';
import { checkJoint } from './check-joint.ts';
import type { CompiledScenario } from './compiled.ts';
import { findGroups, writeMeasures } from './measure-results.ts';
import type { CellOverlap, Emissions, Pathway, SectorResult, YearFigures } from './pathway.ts';
import { createFinding, type PathwayFinding } from './pathway-finding.ts';
import { compareWithTarget } from './compare-with-target.ts';
import { shapleyDefaults, shareByShapley } from './shapley.ts';
import type { ShapleyOptions } from './shapley-game.ts';
import { addYears, subtractYears, writeFigures } from './year-figures.ts';

/** Calculates everything about a scenario but the uncertainty and the cost. Shapley tonnes only when asked for: they take longest. */
export function calculatePathway(model: CompiledScenario, wanted: { readonly shapley: Partial<ShapleyOptions> | null }): Pathway {
	const attribution = attributeEffects(model);
	const shares = wanted.shapley === null ? null : shareByShapley(model, wanted.shapley);
	const { exactUpTo } = { ...shapleyDefaults, ...wanted.shapley };
	const baseline = splitEmissions(model, attribution.baseline, false, attribution);
	const pathway = splitEmissions(model, attribution.joint, true, attribution);
	const joint = subtractYears(baseline.net, pathway.net);
	const measures = writeMeasures(model, attribution, shares);
	const calculated = measures.flatMap(({ effects }) => (effects['stand-alone'] === null ? [] : [effects['stand-alone']]));
	const sumOfStandAlone = addYears(model.years.length, calculated);
	const findings = [...model.findings, ...checkJoint(model), ...listAdding(model, attribution)];
	return {
		unit: 't CO2e',
		years: model.years,
		isComplete: findings.every(({ severity }) => severity === 'unclear'),
		baseline,
		pathway,
		measures,
		sumOfStandAlone,
		overlap: subtractYears(sumOfStandAlone, joint),
		joint,
		overlapByCell: listOverlaps(model, attribution.overlap),
		sectors: listSectors(model, attribution),
		groups: findGroups(model, exactUpTo),
		shapley: shares && { seed: shares.options.seed, tolerance: shares.options.tolerance, pairs: shares.pairs },
		...compareWithTarget(model, { baseline, pathway }),
		findings,
	};
}

function splitEmissions(model: CompiledScenario, emission: Float64Array, isWithMeasures: boolean, { uptakes }: Attribution): Emissions {
	const { years, scenario, measures } = model;
	const rows = { gross: new Float64Array(years.length), removals: new Float64Array(years.length) };
	scenario.cells.forEach(({ removal }, cell) => {
		const [row, sign] = removal ? [rows.removals, -1] : [rows.gross, 1];
		for (let year = 0; year < years.length; year++) row[year]! += sign * emission[cell * years.length + year]!;
	});
	measures.forEach(({ standing }, place) => {
		if (!isWithMeasures || standing !== 'counted') return;
		for (let year = 0; year < years.length; year++) rows.removals[year]! += uptakes[place * years.length + year]!;
	});
	const [gross, removals] = [writeFigures(rows.gross), writeFigures(rows.removals)];
	return { gross, removals, net: subtractYears(gross, removals) };
}

function listOverlaps({ scenario, years }: CompiledScenario, overlap: Float64Array): CellOverlap[] {
	return scenario.cells.flatMap(({ sector, carrier }, cell) => {
		const tonnes = writeFigures(overlap.subarray(cell * years.length, (cell + 1) * years.length));
		return tonnes.every((each) => each !== null && Math.abs(each) < 1e-9) ? [] : [{ sector, carrier, tonnes }];
	});
}

function listSectors({ scenario, years }: CompiledScenario, { baseline, joint }: Attribution): SectorResult[] {
	const sum = (sector: string, emission: Float64Array): YearFigures => {
		const rows = scenario.cells.flatMap((cell, place) =>
			cell.sector === sector ? [writeFigures(emission.subarray(place * years.length, (place + 1) * years.length))] : [],
		);
		return addYears(years.length, rows);
	};
	const sectors = [...new Set(scenario.cells.map(({ sector }) => sector))];
	return sectors.map((sector) => ({ sector, baseline: sum(sector, baseline), residual: sum(sector, joint) }));
}

/** A measure that alone makes the emissions larger may be right (more power for heat pumps), but a person should know. */
function listAdding({ measures, years }: CompiledScenario, { standAlone }: Attribution): PathwayFinding[] {
	return measures.flatMap(({ measure, standing }, place) => {
		const row = standAlone.subarray(place * years.length, (place + 1) * years.length);
		const most = Math.min(0, ...row);
		if (standing !== 'counted' || !(most < -1e-9)) return [];
		return [
			createFinding('adds-emissions', {
				measure: measure.id,
				name: measure.title,
				details: { tonnes: -most, year: years[row.indexOf(most)] ?? 0 },
			}),
		];
	});
}
