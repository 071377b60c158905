import { DomainError } from '../shared/domain-error.ts';
import { leaveOutUncounted } from './check-factors.ts';
import type { CompiledScenario } from './compiled.ts';
import type { Measure } from './model.ts';
import { settleMeasures } from './settle-measures.ts';
import { moveStart } from './timing.ts';

/** Another start, realisation or fate of a measure; what is left out stays as it is. */
export type WhatIf = {
	readonly measure: string;
	/** Everything else with a date moves along. */
	readonly start?: number;
	readonly realisation?: number;
	readonly isDropped?: boolean;
};

/**
 * The same scenario with some measures started, carried out or dropped otherwise. Cells, effects and their checks stay as they are
 * compiled, so that it can follow a finger on a slider. A dropped measure gives way to its alternative.
 * @throws DomainError `measure.unknown`
 */
export function applyWhatIf(model: CompiledScenario, changes: readonly WhatIf[]): CompiledScenario {
	const byId = new Map(changes.map((change) => [change.measure, change]));
	const known = new Set(model.measures.map(({ measure }) => measure.id));
	for (const id of byId.keys()) if (!known.has(id)) throw new DomainError('not-found', 'measure.unknown', { id });
	const standing = {
		measures: model.measures.map(({ measure }) => change(measure, byId.get(measure.id))),
		isBroken: model.measures.map(({ isBroken }) => isBroken),
		isDropped: model.measures.map((each) => byId.get(each.measure.id)?.isDropped ?? each.standing === 'dropped'),
		order: model.order,
		version: model.scenario.baseline.version,
	};
	const { measures, numbers, findings } = settleMeasures(standing, model.operations, model.years);
	return {
		...model,
		measures,
		numbers: { ...model.numbers, ...numbers },
		findings: [...leaveOutUncounted(model.stated, measures), ...findings],
	};
}

function change(measure: Measure, { start, realisation }: Partial<WhatIf> = {}): Measure {
	const timing = start === undefined ? measure.timing : moveStart(measure.timing, start);
	return { ...measure, timing, realisation: realisation ?? measure.realisation };
}
