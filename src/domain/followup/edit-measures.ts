import type { Measure } from '../pathway/model.ts';
import { placeInOrder } from '../pathway/order-measures.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { PathDocument } from './path-document.ts';

/** A measure is part of the path, or a candidate that could replace what falls away. */
export const measurePlaces = ['measures', 'candidates'] as const;
export type MeasurePlace = (typeof measurePlaces)[number];

/**
 * The document with a measure added or replaced by its id. Where the order is chosen, a new one is counted
 * after the last that the hierarchy would count before it. One that is given to another initiative is no longer tied to the one it had.
 * @throws DomainError conflict `measure.duplicate`, not-found `measure.unknown`
 */
export function putMeasure(
	given: PathDocument,
	{ measure, place, isNew }: { readonly measure: Measure; readonly place: MeasurePlace; readonly isNew: boolean },
): PathDocument {
	const isKnown = listAll(given).some(({ id }) => id === measure.id);
	if (isNew && isKnown) throw new DomainError('conflict', 'measure.duplicate', { id: measure.id });
	if (!isNew && !readPlace(given, place).some(({ id }) => id === measure.id))
		throw new DomainError('not-found', 'measure.unknown', { id: measure.id });
	const list = readPlace(given, place);
	const isMoved = list.some(({ id, initiative }) => id === measure.id && initiative !== measure.initiative);
	const document = isMoved ? untie(given, measure.id) : given;
	const next = isNew ? [...list, measure] : list.map((each) => (each.id === measure.id ? measure : each));
	if (place === 'candidates') return { ...document, candidates: next };
	const { scenario } = document;
	const order = scenario.order && isNew ? placeInOrder({ measures: next, order: scenario.order }, measure.id) : scenario.order;
	return { ...document, scenario: { ...scenario, measures: next, order } };
}

/**
 * The document with a candidate, as it is given, as a measure of the path, placed in the order as a new one is. What names it as coming instead of
 * another still does.
 * @param since first round (year) from which it counts; null where it is part of what is decided
 * @throws DomainError not-found `measure.unknown`
 */
export function takeInCandidate(document: PathDocument, measure: Measure, since: number | null): PathDocument {
	const { id } = measure;
	if (!document.candidates.some((each) => each.id === id)) throw new DomainError('not-found', 'measure.unknown', { id });
	const without = { ...document, candidates: document.candidates.filter((each) => each.id !== id) };
	const taken = putMeasure(without, { measure, place: 'measures', isNew: true });
	return since === null ? taken : { ...taken, takenIn: { ...taken.takenIn, [id]: since } };
}

/** The document with a measure that was taken in later as part of what is decided, as when the council has decided the plan anew. */
export function countAsDecided(document: PathDocument, id: string): PathDocument {
	const { [id]: taken, ...takenIn } = document.takenIn ?? {};
	return taken === undefined ? document : { ...document, takenIn };
}

/**
 * The document with a measure that was taken in later as a candidate again, with the dates it has now. What was said of how it stands goes
 * with it; that it comes instead of another stays said.
 * @throws DomainError not-found `measure.unknown`; conflict `measure.not-taken-in`, and `measure.needed` when others build on it
 */
export function returnToCandidates(document: PathDocument, id: string): PathDocument {
	const measure = document.scenario.measures.find((each) => each.id === id);
	if (!measure) throw new DomainError('not-found', 'measure.unknown', { id });
	// Whether one that is decided ever was a candidate is not known.
	if (document.takenIn?.[id] === undefined) throw new DomainError('conflict', 'measure.not-taken-in');
	const { [id]: tied } = document.initiativeIds ?? {};
	const without = takeMeasure(document, id);
	return {
		...without,
		candidates: [...without.candidates, measure],
		...(tied && { initiativeIds: { ...without.initiativeIds, [id]: tied } }),
	};
}

/**
 * The document without a measure and what is said of how it stands.
 * @throws DomainError not-found `measure.unknown`; conflict `measure.needed` when others build on it
 */
export function takeMeasure(document: PathDocument, id: string): PathDocument {
	const { scenario, candidates, standings } = document;
	if (!listAll(document).some((measure) => measure.id === id)) throw new DomainError('not-found', 'measure.unknown', { id });
	const others = listAll(document).filter(({ relations }) => relations.some((each) => 'measure' in each && each.measure === id));
	if (others.length > 0) throw new DomainError('conflict', 'measure.needed', { others: others.map(({ title }) => title).join(', ') });
	return {
		...untie(countAsDecided(document, id), id),
		scenario: {
			...scenario,
			measures: scenario.measures.filter((measure) => measure.id !== id),
			order: scenario.order?.filter((each) => each !== id) ?? null,
		},
		candidates: candidates.filter((measure) => measure.id !== id),
		standings: standings.filter(({ measure }) => measure !== id),
	};
}

/** An id for a new measure, made from its title: readable, and unlike all others. */
export function chooseMeasureId(title: string, document: PathDocument): string {
	const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa' };
	const plain = title.toLowerCase().replace(/[æøå]/g, (letter) => letters[letter] ?? '');
	const base =
		plain
			.normalize('NFD')
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-|-$/g, '')
			.slice(0, 60) || 'virkemiddel';
	const taken = new Set(listAll(document).map(({ id }) => id));
	if (!taken.has(base)) return base;
	let number = 2;
	while (taken.has(`${base}-${number}`)) number++;
	return `${base}-${number}`;
}

function untie(document: PathDocument, measure: string): PathDocument {
	const { [measure]: tied, ...others } = document.initiativeIds ?? {};
	return tied ? { ...document, initiativeIds: others } : document;
}

function listAll({ scenario, candidates }: PathDocument): Measure[] {
	return [...scenario.measures, ...candidates];
}

function readPlace({ scenario, candidates }: PathDocument, place: MeasurePlace): readonly Measure[] {
	return place === 'measures' ? scenario.measures : candidates;
}
