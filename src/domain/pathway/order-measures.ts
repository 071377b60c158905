import { compareNaturally } from '../shared/natural-order.ts';
import type { EffectKind, Measure, Scenario } from './model.ts';
import { createFinding, type PathwayFinding } from './pathway-finding.ts';

/** Reduce the need first, then use less for it, then change carrier, then clean the supply, then catch what is left. */
const phases: Readonly<Record<EffectKind, number>> = {
	'reduce need': 0,
	'improve efficiency': 1,
	move: 2,
	'cut factor': 3,
	'set factor': 3,
	capture: 4,
	tonnes: 5,
	uptake: 6,
	supporting: 7,
};

export type MeasureOrder = { readonly places: readonly number[]; readonly findings: readonly PathwayFinding[] };

/** The places of the measures in the order they are counted in, always each once. What the stated order leaves out comes last, by the hierarchy. */
export function orderMeasures({ measures, order }: Scenario): MeasureOrder {
	const byHierarchy = [...measures.keys()].sort((one, two) => compare(measures[one], measures[two]));
	if (order === null) return { places: byHierarchy, findings: [] };
	const known = new Map(measures.map(({ id }, place) => [id, place]));
	const stated = order.flatMap((id) => known.get(id) ?? []);
	const absent = byHierarchy.filter((place) => !stated.includes(place));
	return { places: [...new Set(stated), ...absent], findings: listRemarks(measures, order, absent) };
}

/** The ids of the measures in the order they are counted in. */
export function listInOrder(scenario: Scenario): string[] {
	return orderMeasures(scenario).places.flatMap((place) => scenario.measures[place]?.id ?? []);
}

/** A chosen order with a new measure in it: after the last one that does not come later in the hierarchy. */
export function placeInOrder({ measures, order }: { measures: readonly Measure[]; order: readonly string[] }, id: string): string[] {
	const phases = new Map(measures.map((measure) => [measure.id, getPhase(measure)]));
	const own = phases.get(id) ?? 0;
	const before = order.findLastIndex((each) => (phases.get(each) ?? own) <= own);
	return order.toSpliced(before + 1, 0, id);
}

function compare(one: Measure | undefined, two: Measure | undefined): number {
	if (!one || !two) return 0;
	return (
		getPhase(one) - getPhase(two) ||
		compareNaturally(one.initiative ?? one.id, two.initiative ?? two.id) ||
		compareNaturally(one.id, two.id)
	);
}

function getPhase({ effects }: Measure): number {
	return Math.min(...effects.map(({ kind }) => phases[kind]), phases.supporting);
}

function listRemarks(measures: readonly Measure[], order: readonly string[], absent: readonly number[]): PathwayFinding[] {
	const about = (id: string) => ({ measure: id, name: measures.find((measure) => measure.id === id)?.title ?? null });
	const ids = new Set(measures.map(({ id }) => id));
	const repeated = new Set(order.filter((id, place) => order.indexOf(id) !== place));
	return [
		...absent.flatMap((place) => createFinding('order-leaves-out', about(measures[place]?.id ?? ''))),
		...[...repeated].map((id) => createFinding('order-repeats', about(id))),
		...[...new Set(order)].filter((id) => !ids.has(id)).map((id) => createFinding('order-unknown', { details: { id } })),
	];
}
