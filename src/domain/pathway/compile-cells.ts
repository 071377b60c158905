import { getNameKey } from '../shared/name-key.ts';
import type { Cell, Scenario } from './model.ts';
import { createFinding, type PathwayFinding, type PathwayRule } from './pathway-finding.ts';
import { readFactor } from './read-factor.ts';
import { listMissingYears, readSeries } from './series.ts';

type CompiledCells = { readonly activity: Float64Array; readonly factor: Float64Array; readonly findings: readonly PathwayFinding[] };

/** Activity and factor of every cell and year. What is missing or contradicts itself is NaN, and said. */
export function compileCells(scenario: Scenario): CompiledCells {
	const { cells, firstYear } = scenario;
	const count = scenario.lastYear - firstYear + 1;
	const activity = new Float64Array(cells.length * count);
	const factor = new Float64Array(cells.length * count);
	const findings = listRepeated(cells);
	cells.forEach((cell, place) => {
		const about = { sector: cell.sector, carrier: cell.carrier };
		const amounts = readSeries(cell.activity, firstYear, count);
		const read = readFactor(cell.factor, { unit: cell.unit, gwpSet: scenario.gwpSet, firstYear, count }, about);
		findings.push(
			...listMissingYears(amounts, { firstYear, what: 'activity', about }),
			...(read.findings.some(({ rule }) => rule === 'unit-mismatch')
				? []
				: listMissingYears(read.tonnes, { firstYear, what: 'factor', about })),
			...read.findings,
			...blankWrongSigns(cell, { amounts, tonnes: read.tonnes }),
		);
		activity.set(amounts, place * count);
		factor.set(read.tonnes, place * count);
	});
	return { activity, factor, findings: nameSetsTogether(findings) };
}

const setRules: readonly PathwayRule[] = ['mixed-gwp', 'gwp-not-stated'];

/** What is said of the set of several cells in the same way is said once, with their sectors: an account rarely states it for one alone. */
function nameSetsTogether(findings: readonly PathwayFinding[]): PathwayFinding[] {
	const groups = Map.groupBy(findings, (finding) =>
		setRules.includes(finding.rule) ? JSON.stringify([finding.rule, finding.details]) : finding,
	);
	return [...groups.values()].flatMap(([first, ...rest]) => {
		if (!first || rest.length === 0) return first ?? [];
		const sectors = new Set([first, ...rest].map(({ sector }) => sector));
		return { ...first, sector: [...sectors].join(', '), carrier: null };
	});
}

/**
 * Cells that stand twice, which is wrong, and those whose names differ in capitals or spaces alone. The latter are two cells, as names
 * are everywhere in the calculation, and nothing is missing: whether they were meant as one is for a person to see.
 */
function listRepeated(cells: readonly Cell[]): PathwayFinding[] {
	return cells.flatMap(({ sector, carrier }, place) => {
		const before = cells.slice(0, place).filter((cell) => isAlike(cell, { sector, carrier }));
		if (before.some((cell) => cell.sector === sector && cell.carrier === carrier))
			return [createFinding('same-twice', { sector, carrier, details: { what: 'cell' } })];
		const [first] = before;
		return first ? [createFinding('spelled-twice', { sector, carrier, details: { meant: `${first.sector}, ${first.carrier}` } })] : [];
	});
}

function isAlike(one: Pick<Cell, 'sector' | 'carrier'>, two: Pick<Cell, 'sector' | 'carrier'>): boolean {
	return getNameKey(one.sector) === getNameKey(two.sector) && getNameKey(one.carrier) === getNameKey(two.carrier);
}

/** A negative emission is a declared removal or a mistake, and a removal that emits is one too: such years are not calculated. */
function blankWrongSigns(
	{ removal, sector, carrier }: Cell,
	{ amounts, tonnes }: { amounts: Float64Array; tonnes: Float64Array },
): PathwayFinding[] {
	const isWrong = (value: number, year: number) => value < 0 || (removal ? (tonnes[year] ?? 0) > 0 : (tonnes[year] ?? 0) < 0);
	const wrong = [...amounts].filter(isWrong).length;
	if (wrong === 0) return [];
	amounts.forEach((value, year) => {
		if (isWrong(value, year)) amounts[year] = Number.NaN;
	});
	return [createFinding(removal ? 'removal-sign' : 'negative-baseline', { sector, carrier, details: { count: wrong } })];
}
