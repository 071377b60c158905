import type { PathDocument } from '#domain/followup/path-document.ts';
import type { Measure } from '#domain/pathway/model.ts';
import { readRange } from '#domain/pathway/series.ts';
import type { ScenarioSummary } from './summarise-scenario.ts';

/** How a measure is in one of several scenarios. */
export type ComparedMeasure = {
	readonly start: number;
	/** The most likely share that is carried out. */
	readonly realisation: number;
	/** Tonnes saved in the year that is compared; null where they cannot be calculated. */
	readonly tonnes: number | null;
};

/** A measure that is not the same in all of them: null where it is not in one. */
export type MeasureDifference = { readonly measure: string; readonly title: string; readonly cells: readonly (ComparedMeasure | null)[] };

type Compared = { readonly document: PathDocument; readonly summary: Pick<ScenarioSummary, 'measures'> };

/** Lists the measures that are stated otherwise in one scenario than in another, in the order the first has them. */
export function compareMeasures(scenarios: readonly Compared[]): MeasureDifference[] {
	const all = scenarios.map(({ document }) => new Map(document.scenario.measures.map((measure) => [measure.id, measure])));
	const ids = [...new Set(all.flatMap((measures) => [...measures.keys()]))];
	return ids.flatMap((id): MeasureDifference[] => {
		const found = all.map((measures) => measures.get(id));
		if (new Set(found.map(writeStatement)).size < 2) return [];
		const cells = found.map((measure, place) => (measure ? describe(measure, scenarios[place]?.summary.measures.get(id) ?? null) : null));
		return [{ measure: id, title: found.find((measure) => measure !== undefined)?.title ?? id, cells }];
	});
}

function describe({ timing, realisation }: Measure, tonnes: number | null): ComparedMeasure {
	return { start: timing.start, realisation: readRange(realisation).mid, tonnes };
}

/** What of a measure decides its tonnes; its name and its source do not. */
function writeStatement(measure: Measure | undefined): string {
	return JSON.stringify(measure && [measure.effects, measure.timing, measure.realisation, measure.relations]) ?? '';
}
