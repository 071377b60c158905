import type { EffectKind, Measure, Scenario } from './model.ts';
import type { PathwayFinding } from './pathway-finding.ts';

/**
 * A scenario made ready to be calculated many times. Cells, years and measures are known by place; every table is one flat array,
 * a row for each cell, measure or operation and a column for each year.
 */
export type CompiledScenario = {
	readonly scenario: Scenario;
	readonly years: readonly number[];
	readonly cellCount: number;
	readonly operations: readonly Operation[];
	readonly byCell: readonly CellOperations[];
	readonly blocks: readonly Block[];
	/** For each measure the blocks whose emission it, or a measure that requires it, has a part in. */
	readonly blocksOf: readonly (readonly Block[])[];
	/** All cells at once. */
	readonly all: Selection;
	readonly measures: readonly CompiledMeasure[];
	/** Places of the measures in the order they are counted in. */
	readonly order: readonly number[];
	readonly numbers: Numbers;
	/** What is to be said of the scenario as it is stated; a what-if does not change it. */
	readonly stated: readonly PathwayFinding[];
	/** That, and what depends on how the measures stand and are timed now. */
	readonly findings: readonly PathwayFinding[];
};

/** Why a measure has, or has not, tonnes of its own. */
export const measureStandings = [
	'counted',
	'supporting',
	'counted inside',
	'alternative',
	'required missing',
	'in the baseline',
	'outside the account',
	'dropped',
	'not calculated',
] as const;
export type MeasureStanding = (typeof measureStandings)[number];

export type CompiledMeasure = {
	/** As it is now: a what-if has its other start and realisation in here. */
	readonly measure: Measure;
	readonly standing: MeasureStanding;
	/** Something in its statement is wrong, so that nothing can be calculated from it. */
	readonly isBroken: boolean;
	/** Counted measures without which it has no effect, also at one remove. */
	readonly requires: readonly number[];
};

/** One effect of one measure. `cells` are those it acts on; a move has `from` and `to` as well. */
export type Operation = {
	readonly measure: number;
	readonly effect: number;
	readonly kind: EffectKind;
	readonly cells: readonly number[];
	readonly from: number;
	readonly to: number;
	/** Units of `to` for each unit of `from`. */
	readonly ratio: number;
	/** For `set factor`: the new tonnes for each unit, by year. */
	readonly target: Float64Array;
};

/** The operations on one cell by the phase they belong to, as places in `operations`. */
export type CellOperations = {
	readonly need: readonly number[];
	readonly out: readonly number[];
	readonly in: readonly number[];
	readonly cut: readonly number[];
	readonly set: readonly number[];
	readonly capture: readonly number[];
};

/** What to calculate: the cells, those whose activity must be known for it, and the tonnes taken from them. */
export type Selection = { readonly cells: readonly number[]; readonly sources: readonly number[]; readonly tonnes: readonly number[] };

/** Cells that must be calculated together, and the measures that have a part in their emission. Blocks do not touch each other. */
export type Block = { readonly selection: Selection; readonly players: readonly number[] };

/** The figures apart from the structure, so that a what-if or a draw replaces only these. */
export type Numbers = {
	/** Cell x year. */
	readonly activity: Float64Array;
	/** Cell x year, tonnes for each unit. */
	readonly factor: Float64Array;
	/** Measure x year: share of full effect. */
	readonly profile: Float64Array;
	/** By operation: share or tonnes at full effect, times realisation. For `set factor` the realisation alone. */
	readonly amount: Float64Array;
	/** By operation: what the new factor of a `set factor` is multiplied by; 1 but in a draw. */
	readonly scale: Float64Array;
};
