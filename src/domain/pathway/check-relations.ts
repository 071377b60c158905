import { getNameKey } from '../shared/name-key.ts';
import type { Measure } from './model.ts';
import { createFinding, type PathwayFinding } from './pathway-finding.ts';

/** Relations to measures that are not there, and those that lead back to where they began. */
export function checkRelations(measures: readonly Measure[]): PathwayFinding[] {
	const places = new Map(measures.map(({ id }, place) => [id, place]));
	const next = measures.map(({ id, relations }) =>
		relations.flatMap((relation) =>
			// Two are alternatives of each other; none is its own.
			'measure' in relation && (relation.kind !== 'alternative to' || relation.measure === id) ? (places.get(relation.measure) ?? []) : [],
		),
	);
	return measures.flatMap((measure, place) => {
		const about = { measure: measure.id, name: measure.title };
		const unknown = measure.relations.flatMap((relation) =>
			'measure' in relation && !places.has(relation.measure)
				? [createFinding('relation-unknown', { ...about, details: { kind: relation.kind, id: relation.measure } })]
				: [],
		);
		const circle = reach(next, next[place] ?? []);
		const others = [...circle].filter((other) => other !== place && reach(next, next[other] ?? []).has(place));
		const titles = others.map((other) => measures[other]?.title ?? '');
		return circle.has(place) ? [...unknown, createFinding('relation-circular', { ...about, others: titles })] : unknown;
	});
}

/** Every place that can be come to from these, themselves included. */
export function reach(next: readonly (readonly number[])[], from: readonly number[]): Set<number> {
	const seen = new Set<number>();
	const waiting = [...from];
	for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
		if (seen.has(place)) continue;
		seen.add(place);
		waiting.push(...(next[place] ?? []));
	}
	return seen;
}

/** Measures that share a name, or a potential of which more than all is used. */
export function checkMeasuresTogether(measures: readonly Measure[], isCounted: (place: number) => boolean): PathwayFinding[] {
	const ids = new Set<string>();
	const repeated = measures.filter(({ id }) => ids.size === ids.add(id).size);
	const counted = measures.filter((_, place) => isCounted(place));
	const potentials = Map.groupBy(
		counted.filter(({ potential }) => potential !== null),
		({ potential }) => getNameKey(potential?.name ?? ''),
	);
	return [
		...repeated.map(({ id, title }) => createFinding('same-twice', { measure: id, name: title, details: { what: 'measure' } })),
		...[...potentials.values()].flatMap(checkPotential),
	];
}

// Floating point: three thirds are a whole.
const whole = 1 + 1e-9;

/** Measures that draw on one potential, whichever way each spells it. */
function checkPotential(users: readonly Measure[]): PathwayFinding[] {
	const used = users.reduce((sum, measure) => sum + (measure.potential?.share ?? 0), 0);
	const [first, ...rest] = users;
	if (!first || used <= whole) return [];
	const others = rest.map(({ title }) => title);
	const potential = first.potential?.name ?? '';
	return [createFinding('potential-used-twice', { measure: first.id, name: first.title, others, details: { potential, used } })];
}
