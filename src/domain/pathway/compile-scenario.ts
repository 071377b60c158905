import { checkFactors, leaveOutUncounted } from './check-factors.ts';
import { checkMeasure } from './check-measure.ts';
import { checkRelations } from './check-relations.ts';
import { checkTargets } from './check-targets.ts';
import { compileCells } from './compile-cells.ts';
import { compileEffects } from './compile-effects.ts';
import type { CompiledScenario, Operation } from './compiled.ts';
import { createSelection, findBlocks, listByCell } from './find-blocks.ts';
import type { Measure, Scenario } from './model.ts';
import { orderMeasures } from './order-measures.ts';
import { createFinding, type PathwayFinding } from './pathway-finding.ts';
import { isInBaseline } from './resolve-standings.ts';
import { settleMeasures } from './settle-measures.ts';

/**
 * Makes a scenario ready to be calculated. It never refuses: what is wrong or missing is a finding, a measure that cannot be
 * calculated has no figures, and a year that is missing stays missing in everything that rests on it.
 */
export function compileScenario(scenario: Scenario): CompiledScenario {
	const { measures } = scenario;
	const years = listYears(scenario);
	const cells = compileCells(scenario);
	const effects = measures.map((measure, place) => compileEffects(scenario, measure, place));
	const operations = effects.flatMap((each) => each.operations);
	const own = listOwnFindings(scenario, effects);
	const order = orderMeasures(scenario);
	const standing = { ...startStanding(scenario), isBroken: findBroken(measures, own), order: order.places };
	const settled = settleMeasures(standing, operations, years);
	const stated = [...cells.findings, ...own, ...order.findings, ...checkTargets(scenario)];
	const byCell = listByCell(operations, scenario.cells.length);
	const blocks = findBlocks(operations, byCell, measures);
	return {
		scenario,
		years,
		cellCount: scenario.cells.length,
		operations,
		byCell,
		blocks,
		blocksOf: measures.map((_, place) => blocks.filter(({ players }) => players.includes(place))),
		all: createSelection([...scenario.cells.keys()], operations, byCell),
		measures: settled.measures,
		order: order.places,
		numbers: { activity: cells.activity, factor: cells.factor, ...settled.numbers },
		stated,
		findings: [...leaveOutUncounted(stated, settled.measures), ...settled.findings],
	};
}

function listYears({ firstYear, lastYear }: Scenario): number[] {
	return Array.from({ length: lastYear - firstYear + 1 }, (_, place) => firstYear + place);
}

function startStanding({ measures, baseline }: Scenario) {
	return { measures, isDropped: measures.map(() => false), isStopped: measures.map(() => false), version: baseline.version };
}

function listOwnFindings(
	scenario: Scenario,
	effects: readonly { readonly operations: readonly Operation[]; readonly findings: readonly PathwayFinding[] }[],
): PathwayFinding[] {
	const ofMeasures = scenario.measures.flatMap((measure, place) => {
		const { operations = [], findings = [] } = effects[place] ?? {};
		return [
			...checkMeasure(measure, scenario),
			...findings,
			...checkFactors(scenario, measure, operations),
			...checkVersion(scenario, measure),
		];
	});
	return [...ofMeasures, ...checkRelations(scenario.measures)];
}

function checkVersion({ baseline }: Scenario, { id, title, relations }: Measure): PathwayFinding[] {
	return relations.flatMap((relation) =>
		relation.kind === 'in the baseline' && isInBaseline(baseline.version, relation.from) === undefined
			? [
					createFinding('baseline-version-unclear', {
						measure: id,
						name: title,
						details: { from: relation.from, version: baseline.version ?? '' },
					}),
				]
			: [],
	);
}

/** Nothing is calculated from a statement that is wrong, nor from the second of two measures of one name. */
function findBroken(measures: readonly Measure[], findings: readonly PathwayFinding[]): boolean[] {
	const wrong = new Set(findings.filter(({ severity }) => severity === 'wrong').map(({ measure }) => measure));
	return measures.map(({ id }, place) => wrong.has(id) || measures.findIndex((other) => other.id === id) !== place);
}
