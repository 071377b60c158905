import { DomainError } from '../shared/domain-error.ts';
import { leaveOutUncounted } from './check-factors.ts';
import type { CompiledScenario } from './compiled.ts';
import type { Measure } from './model.ts';
import { settleMeasures } from './settle-measures.ts';
import { moveStart, pauseCourse } from './timing.ts';

/** Years without effect, both ends with them; `to` is null while it goes on. */
export type Pause = { readonly from: number; readonly to: number | null };

/** Another start, realisation or fate of a measure; what is left out stays as it is. */
export type WhatIf = {
	readonly measure: string;
	/** Everything else with a date moves along. */
	readonly start?: number;
	readonly realisation?: number;
	readonly isDropped?: boolean;
	/** In order of years. Afterwards its course goes on where it stopped. */
	readonly pauses?: readonly Pause[];
};

/** Whether it had effect and has none from some year on. */
export function isStopped(told: Pick<WhatIf, 'pauses'> | null | undefined): boolean {
	return told?.pauses?.at(-1)?.to === null;
}

/**
 * The same scenario with some measures started, carried out or dropped otherwise. Cells, effects and their checks stay as they are
 * compiled, so that it can follow a finger on a slider. A dropped measure gives way to its alternative, and one that stops from then on.
 * @throws DomainError `measure.unknown`
 */
export function applyWhatIf(model: CompiledScenario, changes: readonly WhatIf[]): CompiledScenario {
	const byId = new Map(changes.map((change) => [change.measure, change]));
	const known = new Set(model.measures.map(({ measure }) => measure.id));
	for (const id of byId.keys()) if (!known.has(id)) throw new DomainError('not-found', 'measure.unknown', { id });
	const standing = {
		measures: model.measures.map(({ measure }) => change(measure, byId.get(measure.id), model.scenario.lastYear)),
		isBroken: model.measures.map(({ isBroken }) => isBroken),
		isDropped: model.measures.map((each) => byId.get(each.measure.id)?.isDropped ?? each.standing === 'dropped'),
		isStopped: model.measures.map(({ measure }) => isStopped(byId.get(measure.id))),
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

function change(measure: Measure, { start, realisation, pauses = [] }: Partial<WhatIf> = {}, lastYear: number): Measure {
	const moved = start === undefined ? measure.timing : moveStart(measure.timing, start);
	const timing = pauses.length === 0 ? moved : pauseCourse(moved, pauses, lastYear);
	return { ...measure, timing, realisation: realisation ?? measure.realisation };
}
