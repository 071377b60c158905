import { chooseCells, type ChosenCells } from './choose-cells.ts';
import type { Operation } from './compiled.ts';
import type { Choice, Effect, Measure, MoveEffect, Scenario, SetFactorEffect, Timing } from './model.ts';
import { createFinding, type FindingFacts, type PathwayFinding } from './pathway-finding.ts';
import { readFactor } from './read-factor.ts';
import { listMissingYears } from './series.ts';
import { getEffectShare } from './timing.ts';
import { convertUnit, isEnergy } from './units.ts';

export type CompiledEffects = { readonly operations: readonly Operation[]; readonly findings: readonly PathwayFinding[] };

const noTarget = new Float64Array(0);

/** What a measure's effects do to which cells. One outside the account does nothing to it, so its cells need not be there. */
export function compileEffects(scenario: Scenario, measure: Measure, place: number): CompiledEffects {
	if (measure.relations.some(({ kind }) => kind === 'outside the account')) return { operations: [], findings: [] };
	const about = { measure: measure.id, name: measure.title };
	const compiled = measure.effects.map((effect, number) => compileEffect(scenario, effect, { measure: place, effect: number, about }));
	return { operations: compiled.flatMap(({ operations }) => operations), findings: compiled.flatMap(({ findings }) => findings) };
}

type Where = { readonly measure: number; readonly effect: number; readonly about: FindingFacts };

function compileEffect(scenario: Scenario, effect: Effect, where: Where): CompiledEffects {
	const on = (sectors: Choice, carriers: Choice, removals = false) =>
		compileOn(effect, where, chooseCells(scenario, { sectors, carriers, removals }, where.about));
	switch (effect.kind) {
		case 'reduce need':
		case 'improve efficiency':
			return on([effect.sector], effect.carriers, true);
		case 'move':
			return compileMove(scenario, effect, where);
		case 'cut factor':
		case 'capture':
			return on(effect.sectors, effect.carriers);
		case 'tonnes':
			return on([effect.sector], effect.carriers);
		case 'set factor':
			return compileSetFactor(scenario, effect, where);
		case 'uptake':
			return compileOn(effect, where, { cells: [], findings: [] });
		case 'supporting':
			return { operations: [], findings: [] };
	}
}

function createOperation({ kind }: Effect, { measure, effect }: Where, own: Partial<Operation>): Operation {
	return { measure, effect, kind, cells: [], from: -1, to: -1, ratio: 1, target: noTarget, ...own };
}

function compileOn(effect: Effect, where: Where, { cells, findings }: ChosenCells): CompiledEffects {
	return findings.length > 0 ? { operations: [], findings } : { operations: [createOperation(effect, where, { cells })], findings };
}

function compileMove(scenario: Scenario, effect: MoveEffect, where: Where): CompiledEffects {
	const { sector } = effect;
	const ends = [effect.from, effect.to].map((carrier) =>
		chooseCells(scenario, { sectors: [sector], carriers: [carrier], removals: false }, where.about),
	);
	const findings = ends.flatMap((end) => end.findings);
	const [from, to] = ends.map(({ cells }) => cells[0]);
	if (findings.length > 0 || from === undefined || to === undefined) return { operations: [], findings };
	const ratio = findRatio(scenario, effect, { from, to });
	if (ratio === undefined || from === to) {
		const details = { unit: scenario.cells[from]?.unit ?? '', per: scenario.cells[to]?.unit ?? '' };
		const rule = from === to ? 'unmatched' : 'unit-mismatch';
		return { operations: [], findings: [createFinding(rule, { ...where.about, sector, carrier: effect.to, details })] };
	}
	return { operations: [createOperation(effect, where, { cells: [from, to], from, to, ratio })], findings: [] };
}

/** The same useful energy needs less of a carrier that is used better. Other than energy the scenario must say how much. */
function findRatio({ cells }: Scenario, effect: MoveEffect, { from, to }: { from: number; to: number }): number | undefined {
	const [one, two] = [cells[from], cells[to]];
	if (!one || !two) return undefined;
	if (effect.ratio !== null) return effect.ratio;
	const size = isEnergy(one.unit) || one.unit === two.unit ? convertUnit(one.unit, two.unit) : undefined;
	return size === undefined ? undefined : (size * effect.efficiencyFrom) / effect.efficiencyTo;
}

/** One operation for each cell: the same kilograms are other tonnes for each unit where the unit is another. */
function compileSetFactor(scenario: Scenario, effect: SetFactorEffect, where: Where): CompiledEffects {
	const { firstYear, lastYear, gwpSet } = scenario;
	const chosen = chooseCells(scenario, { ...effect, removals: false }, where.about);
	const read = chosen.cells.flatMap((place) => {
		const cell = scenario.cells[place];
		if (!cell) return [];
		const about = { ...where.about, sector: cell.sector, carrier: cell.carrier };
		const { tonnes, findings } = readFactor(effect.factor, { unit: cell.unit, gwpSet, firstYear, count: lastYear - firstYear + 1 }, about);
		// In units that cannot be compared no year is known, which is said already.
		const isUnlike = findings.some(({ rule }) => rule === 'unit-mismatch');
		const remarks = isUnlike ? [] : listTargetRemarks(tonnes, { firstYear, about, timing: scenario.measures[where.measure]?.timing });
		return [{ operation: createOperation(effect, where, { cells: [place], target: tonnes }), findings: [...findings, ...remarks] }];
	});
	return {
		operations: read.map(({ operation }) => operation),
		findings: [...chosen.findings, ...read.flatMap(({ findings }) => findings)],
	};
}

// Only the years in which the measure is in effect matter: nobody states the new factor of the years before it.
function listTargetRemarks(
	tonnes: Float64Array,
	{ firstYear, about, timing }: { firstYear: number; about: FindingFacts; timing: Timing | undefined },
): PathwayFinding[] {
	const missing = listMissingYears(
		tonnes,
		{ firstYear, what: 'factor', about },
		(year) => timing !== undefined && getEffectShare(timing, year) > 0,
	);
	const negative = tonnes.filter((value) => value < 0).length;
	return negative > 0 ? [...missing, createFinding('negative-baseline', { ...about, details: { count: negative } })] : missing;
}
