import { applyWhatIf } from '../pathway/apply-what-if.ts';
import { compileScenario } from '../pathway/compile-scenario.ts';
import type { CompiledScenario } from '../pathway/compiled.ts';
import type { Measure } from '../pathway/model.ts';
import type { PathDocument } from './path-document.ts';

/**
 * The measures of a path that were taken in later and are no part of it as decided. Before the first round nothing stands otherwise than
 * decided: with `round` null there are none.
 */
export function listTakenIn({ scenario, takenIn = {} }: PathDocument, round: number | null): readonly Measure[] {
	return round === null ? [] : scenario.measures.filter(({ id }) => takenIn[id] !== undefined);
}

/** A path's scenario as decided, ready to be calculated. `round` is the year of the newest round, null before the first. */
export function compileDecided(document: PathDocument, round: number | null): CompiledScenario {
	const dropped = listTakenIn(document, round).map(({ id }) => ({ measure: id, isDropped: true }));
	return applyWhatIf(compileScenario(document.scenario), dropped);
}
