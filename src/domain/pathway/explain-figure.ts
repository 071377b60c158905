import { DomainError } from '../shared/domain-error.ts';
import { activate } from './coalition.ts';
import type { CompiledScenario, MeasureStanding, Operation } from './compiled.ts';
import { createNetRun } from './calculate-net.ts';
import type { ActivityUnit, Amount, EffectKind, CellFactor } from './model.ts';

/** One line of a calculation: `activity x kilograms / 1000 = tonnes`. Null where it is missing. */
export type CellTerms = {
	readonly sector: string;
	readonly carrier: string;
	readonly unit: ActivityUnit;
	readonly activity: number | null;
	/** kg CO2e for each unit of the activity. */
	readonly kilograms: number | null;
	readonly tonnes: number | null;
	readonly factor: CellFactor;
};

/** One effect: `stated x realisation x ramp = strength`, and what it works on in the baseline. */
export type EffectTerms = {
	readonly kind: EffectKind;
	/** Share or tonnes at full effect; null for a new factor. */
	readonly stated: Amount | null;
	/** That, as far as it is carried out this year. */
	readonly strength: number;
	/** Units of the new carrier for each unit that is moved. */
	readonly ratio: number | null;
	/** The new kg CO2e for each unit. */
	readonly newKilograms: number | null;
	readonly cells: readonly CellTerms[];
};

export type FigureTerms = {
	readonly measure: string;
	readonly title: string;
	readonly year: number;
	readonly standing: MeasureStanding;
	readonly realisation: Amount;
	/** Share of full effect this year, 0 to 1. */
	readonly ramp: number;
	readonly effects: readonly EffectTerms[];
	/** Tonnes saved with no other measure; null when it cannot be calculated. */
	readonly standAlone: number | null;
};

/**
 * The terms that a measure's figure of a year is made of, so that a page can say the calculation in words.
 * @throws DomainError `measure.unknown`
 */
export function explainFigure(model: CompiledScenario, id: string, year: number): FigureTerms {
	const place = model.measures.findIndex(({ measure }) => measure.id === id);
	const { measure, standing } = model.measures[place] ?? {};
	const at = model.years.indexOf(year);
	if (!measure || !standing || at < 0) throw new DomainError('not-found', 'measure.unknown', { id });
	const operations = model.operations.filter((operation) => operation.measure === place);
	return {
		measure: id,
		title: measure.title,
		year,
		standing,
		realisation: measure.realisation,
		ramp: model.numbers.profile[place * model.years.length + at] ?? 0,
		effects: operations.map((operation) => explainEffect(model, operation, at)),
		standAlone: standing === 'not calculated' ? null : calculateAlone(model, place, at),
	};
}

function explainEffect(model: CompiledScenario, operation: Operation, at: number): EffectTerms {
	const { kind, measure, effect: number } = operation;
	const effect = model.measures[measure]?.measure.effects[number];
	const place = model.operations.indexOf(operation);
	return {
		kind,
		stated: effect && 'share' in effect ? effect.share : effect && 'tonnes' in effect ? effect.tonnes : null,
		strength: (model.numbers.amount[place] ?? 0) * (model.numbers.profile[measure * model.years.length + at] ?? 0),
		ratio: kind === 'move' ? operation.ratio : null,
		newKilograms: kind === 'set factor' ? writeNumber(operation.target[at], 1000) : null,
		cells: operation.cells.map((cell) => explainCell(model, cell, at)),
	};
}

/** The baseline of a cell in a year, by its place. */
export function explainCell({ scenario, numbers, years }: CompiledScenario, place: number, at: number): CellTerms {
	const cell = scenario.cells[place];
	if (!cell) throw new RangeError(`no cell ${place}`);
	const { sector, carrier, unit, factor } = cell;
	const [activity, tonnes] = [
		numbers.activity[place * years.length + at] ?? Number.NaN,
		numbers.factor[place * years.length + at] ?? Number.NaN,
	];
	const kilograms = writeNumber(tonnes, 1000);
	return { sector, carrier, unit, factor, activity: writeNumber(activity), kilograms, tonnes: writeNumber(activity * tonnes) };
}

function writeNumber(value: number | undefined, times = 1): number | null {
	return value === undefined || Number.isNaN(value) ? null : value * times;
}

function calculateAlone(model: CompiledScenario, place: number, at: number): number | null {
	const run = createNetRun(model, 'net');
	const chosen = new Uint8Array(model.measures.length);
	const before = run(model, chosen)[at] ?? Number.NaN;
	if (model.measures[place]?.standing === 'counted') chosen[place] = 1;
	const active = new Uint8Array(chosen.length);
	activate(model, chosen, active);
	return writeNumber(before - (run(model, active)[at] ?? Number.NaN));
}
