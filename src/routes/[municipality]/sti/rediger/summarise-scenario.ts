import type { PathDocument } from '#domain/followup/path-document.ts';
import { findShownYear } from '#domain/followup/path-gap.ts';
import { calculatePathway } from '#domain/pathway/calculate-pathway.ts';
import { compileScenario } from '#domain/pathway/compile-scenario.ts';
import type { PathwayFinding } from '#domain/pathway/pathway-finding.ts';
import type { PathwayPicture } from '#charts/place-pathway.ts';

/** What is compared of a scenario: its picture and three figures. */
export type ScenarioSummary = {
	readonly picture: PathwayPicture;
	readonly year: number;
	readonly tonnes: number | null;
	readonly shortfall: number | null;
	readonly sum: number | null;
	/** What each measure saves that year, in its place in the order; null where that cannot be calculated. */
	readonly measures: ReadonlyMap<string, number | null>;
	/** Why a figure is missing; empty where none is. */
	readonly findings: readonly PathwayFinding[];
};

/** Calculates what a scenario is compared by, in the year that the path's page speaks of after the newest `round`. */
export function summariseScenario({ scenario }: PathDocument, round: number | null): ScenarioSummary {
	const pathway = calculatePathway(compileScenario(scenario), { shapley: null });
	const { target, year } = findShownYear(pathway, round);
	const none = pathway.years.map(() => null);
	const counts = scenario.targets?.counts ?? 'net';
	const picture = {
		years: pathway.years,
		baseline: pathway.baseline[counts],
		wedges: [],
		path: pathway.pathway[counts],
		other: null,
		low: none,
		high: none,
		target: pathway.targetPath,
		account: [],
		targetYears: pathway.targets.map((each) => each.year),
	};
	const at = pathway.years.indexOf(year);
	const measures = new Map(pathway.measures.map(({ measure, effects }) => [measure, effects['in order']?.[at] ?? null]));
	const tonnes = pathway.pathway[counts][at] ?? null;
	const findings = tonnes === null ? pathway.findings.filter(({ severity }) => severity !== 'unclear') : [];
	return { picture, year, tonnes, shortfall: target?.shortfall ?? null, sum: pathway.cumulative.pathway, measures, findings };
}
