import type { Measure } from '../pathway/model.ts';
import { listInOrder } from '../pathway/order-measures.ts';
import { setCourse } from '../pathway/timing.ts';
import { DomainError } from '../shared/domain-error.ts';
import type { PathDocument } from './path-document.ts';

/** What a coordinator may set for a measure: from when, to the full, how much of it. */
export type MeasureEdit = { readonly measure: string; readonly start: number; readonly full: number; readonly realisation: number };
export type PathEdit = { readonly measures: readonly MeasureEdit[]; readonly order: readonly string[] };

/**
 * The document with other years, realisations and order; everything else as it was. What has a date follows the start; a realisation
 * given as a range keeps its range unless its most likely value is changed, and an order that is not stated stays so unless it is changed.
 * @throws DomainError `measure.unknown`, `scenario.value-form`
 */
export function editPath(document: PathDocument, { measures, order }: PathEdit): PathDocument {
	const { scenario } = document;
	const known = new Map(scenario.measures.map((measure) => [measure.id, measure]));
	for (const { measure } of measures) if (!known.has(measure)) throw new DomainError('not-found', 'measure.unknown', { id: measure });
	for (const id of order) if (!known.has(id)) throw new DomainError('not-found', 'measure.unknown', { id });
	const edits = new Map(measures.map((edit) => [edit.measure, checkEdit(edit, known.get(edit.measure)?.title ?? '')]));
	const edited = scenario.measures.map((measure) => editMeasure(measure, edits.get(measure.id)));
	const counted = listInOrder(scenario);
	const chosen = [...new Set([...order, ...counted])];
	const isSame = chosen.every((id, place) => id === counted[place]);
	return { ...document, scenario: { ...scenario, measures: edited, order: isSame ? scenario.order : chosen } };
}

function checkEdit(edit: MeasureEdit, name: string): MeasureEdit {
	const isYear = (year: number) => Number.isInteger(year) && year >= 1900 && year <= 2199;
	const isShare = edit.realisation >= 0 && edit.realisation <= 1;
	if (isYear(edit.start) && isYear(edit.full) && edit.start <= edit.full && isShare) return edit;
	throw new DomainError('invalid', 'scenario.value-form', { name });
}

function editMeasure(measure: Measure, edit: MeasureEdit | undefined): Measure {
	if (!edit) return measure;
	const { realisation, timing } = measure;
	const mid = typeof realisation === 'number' ? realisation : realisation.mid;
	const isSame = Math.abs(mid - edit.realisation) < 0.005;
	return { ...measure, timing: setCourse(timing, edit), realisation: isSame ? realisation : edit.realisation };
}
