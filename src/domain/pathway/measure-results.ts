import type { Attribution } from './attribute-effects.ts';
import type { CompiledScenario } from './compiled.ts';
import type { EffectAttribution, InteractionGroup, MeasureResult, Pathway, YearFigures } from './pathway.ts';
import type { ShapleyShares } from './shapley.ts';
import { writeFigures } from './year-figures.ts';

/** Each measure's tonnes by every attribution, in the order they are counted in. */
export function writeMeasures(model: CompiledScenario, attribution: Attribution, shares: ShapleyShares | null): MeasureResult[] {
	const count = model.years.length;
	return model.order.flatMap((place) => {
		const { measure, standing } = model.measures[place] ?? {};
		if (!measure || !standing) return [];
		const read = (table: Float64Array) => writeFigures(table.subarray(place * count, (place + 1) * count));
		const isKnown = standing !== 'not calculated';
		const effects = {
			'stand-alone': isKnown ? read(attribution.standAlone) : null,
			'in order': isKnown ? read(attribution.inOrder) : null,
			'last in': isKnown ? read(attribution.lastIn) : null,
			shapley: isKnown && shares ? read(shares.tonnes) : null,
		};
		const uptake = standing === 'counted' ? read(attribution.uptakes) : Array.from({ length: count }, () => 0);
		const shapleyError = isKnown && shares ? read(shares.error) : null;
		return [{ measure: measure.id, title: measure.title, initiative: measure.initiative, standing, effects, shapleyError, uptake }];
	});
}

/** Measures that have a part in the emission of the same cells, the largest group first. */
export function findGroups(model: CompiledScenario, exactUpTo: number): InteractionGroup[] {
	const groups: { members: Set<number>; isSampled: boolean }[] = [];
	const isCounted = (place: number) => model.measures[place]?.standing === 'counted';
	const blocks = model.blocks.map(({ players }) => players.filter(isCounted));
	const single = [...model.measures.keys()]
		.filter((place) => isCounted(place))
		.map((place) => [place, ...(model.measures[place]?.requires ?? [])]);
	for (const players of [...blocks, ...single]) {
		if (players.length === 0) continue;
		const touching = groups.filter(({ members }) => players.some((place) => members.has(place)));
		const merged = {
			members: new Set([...players, ...touching.flatMap(({ members }) => [...members])]),
			isSampled: players.length > exactUpTo,
		};
		merged.isSampled ||= touching.some(({ isSampled }) => isSampled);
		for (const group of touching) groups.splice(groups.indexOf(group), 1);
		groups.push(merged);
	}
	const name = (place: number) => model.measures[place]?.measure.id ?? '';
	return groups
		.sort((one, two) => two.members.size - one.members.size)
		.map(({ members, isSampled }) => ({ measures: model.order.filter((place) => members.has(place)).map(name), isSampled }));
}

export type Band = { readonly measure: string; readonly title: string; readonly tonnes: YearFigures };

/** What lies between baseline and pathway, measure by measure: together exactly the joint effect. */
export function listBands({ measures }: Pathway, attribution: Extract<EffectAttribution, 'in order' | 'shapley'>): Band[] {
	return measures.flatMap(({ measure, title, standing, effects }) => {
		const tonnes = effects[attribution];
		return standing === 'counted' && tonnes !== null ? [{ measure, title, tonnes }] : [];
	});
}
