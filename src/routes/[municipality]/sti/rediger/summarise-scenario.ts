import { compileDecided, listTakenIn } from '#domain/followup/compile-decided.ts';
import { areEmissionsIllustrative, isPathIllustrative } from '#domain/followup/illustrative.ts';
import type { PathDocument } from '#domain/followup/path-document.ts';
import { findShownYear } from '#domain/followup/path-gap.ts';
import { calculatePathway } from '#domain/pathway/calculate-pathway.ts';
import type { PathwayFinding } from '#domain/pathway/pathway-finding.ts';
import type { PathwayPicture } from '#charts/place-pathway.ts';

/** What is compared of a scenario, as decided: its picture and three figures. */
export type ScenarioSummary = {
	readonly picture: PathwayPicture;
	readonly year: number;
	readonly tonnes: number | null;
	readonly shortfall: number | null;
	readonly sum: number | null;
	/** What was taken in later, and is no part of the figures. */
	readonly takenIn: readonly { readonly id: string; readonly title: string }[];
	/** What of it rests on anything that no document states: emissions, and what is short of the target. */
	readonly illustrative: { readonly emissions: boolean; readonly shortfall: boolean };
	/** What each measure saves that year, in its place in the order; null where that cannot be calculated. */
	readonly measures: ReadonlyMap<string, number | null>;
	/** What is wrong in the calculation, and why a figure is missing where one is. */
	readonly findings: readonly PathwayFinding[];
};

/**
 * Calculates what a scenario is compared by, in the year that the path's page speaks of after the newest `round`: as decided, since a
 * scenario is held against others and what is known of how its measures stand is the plan's alone.
 */
export function summariseScenario(document: PathDocument, round: number | null): ScenarioSummary {
	const { scenario } = document;
	const pathway = calculatePathway(compileDecided(document, round), { shapley: null });
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
	const findings = pathway.findings.filter(({ severity }) => severity === 'wrong' || (severity === 'missing' && tonnes === null));
	const takenIn = listTakenIn(document, round).map(({ id, title }) => ({ id, title }));
	const illustrative = { emissions: areEmissionsIllustrative(document), shortfall: isPathIllustrative(document) };
	const figures = { year, tonnes, shortfall: target?.shortfall ?? null, sum: pathway.cumulative.pathway };
	return { picture, ...figures, takenIn, illustrative, measures, findings };
}
