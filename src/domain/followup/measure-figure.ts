import { calculatePathway } from '../pathway/calculate-pathway.ts';
import { compileScenario } from '../pathway/compile-scenario.ts';
import type { MeasureStanding } from '../pathway/compiled.ts';
import type { PathwayFinding } from '../pathway/pathway-finding.ts';
import { compileDecided, listTakenIn } from './compile-decided.ts';
import type { PathDocument } from './path-document.ts';
import { findShownYear } from './path-gap.ts';

/** What the page of one measure says of it: tonnes saved in the year that the path's page speaks of, counted in its place. */
export type MeasureFigure = {
	readonly year: number;
	readonly standing: MeasureStanding;
	/** Null where it is not calculated. */
	readonly tonnes: number | null;
	readonly findings: readonly PathwayFinding[];
};

/**
 * A measure's figure on the path as decided, so that it is the one of the path's page: what was taken in later leaves it as it was. A measure
 * that was itself taken in later is no part of that path and is counted beside all others. `round` is the year of the newest round, null
 * before the first.
 */
export function findMeasureFigure(document: PathDocument, id: string, round: number | null): MeasureFigure {
	const isLater = listTakenIn(document, round).some((each) => each.id === id);
	const pathway = calculatePathway(isLater ? compileScenario(document.scenario) : compileDecided(document, round), { shapley: null });
	const own = pathway.measures.find(({ measure }) => measure === id);
	const { year } = findShownYear(pathway, round);
	return {
		year,
		standing: own?.standing ?? 'counted',
		tonnes: own?.effects['in order']?.[pathway.years.indexOf(year)] ?? null,
		findings: pathway.findings.filter(({ measure }) => measure === id),
	};
}
