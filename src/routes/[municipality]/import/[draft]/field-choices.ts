import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import type { DraftField, DraftInitiative } from '#domain/followup/draft-initiative.ts';
import { co2Relations, priorities, spheres } from '#domain/plan/initiative.ts';
import { writeTags } from '#domain/plan/tag-texts.ts';
import { co2RelationLabel, colourLabel, priorityLabel, sphereLabel, stateLabel } from '#text/labels.ts';
import type { Locale } from '#text/locale.ts';

/** One choice of a field with a fixed set of values: the word the importer reads, and the word the reader sees. */
export type Choice = { readonly word: string; readonly label: string };

/** The choices of a field; null for a field of free text. Values are sent in Danish, as a document would write them. */
export function listChoices(field: DraftField, locale: Locale): readonly Choice[] | null {
	const words = (label: (locale: Locale) => string): Choice => ({ word: label('da'), label: label(locale) });
	switch (field) {
		case 'state':
			return states.map((value) => words((language) => stateLabel(value, language)));
		case 'priority':
			return priorities.map((value) => words((language) => priorityLabel(value, language)));
		case 'progress':
			return progressColours.map((value) => words((language) => colourLabel(value, language)));
		case 'fulfilment':
			return fulfilmentColours.map((value) => words((language) => colourLabel(value, language)));
		case 'co2Relation':
			return co2Relations.map((value) => words((language) => co2RelationLabel(value, language)));
		case 'sphere':
			return spheres.map((value) => words((language) => sphereLabel(value, language)));
		default:
			return null;
	}
}

/** What a draft says in a field, as the form shows it: the word of a choice, or the text; empty when nothing is said. */
export function writeField(draft: DraftInitiative, field: DraftField): string {
	switch (field) {
		case 'state':
			return draft.state ? stateLabel(draft.state, 'da') : '';
		case 'priority':
			return draft.priority ? priorityLabel(draft.priority, 'da') : '';
		case 'progress':
			return draft.progress ? colourLabel(draft.progress, 'da') : '';
		case 'fulfilment':
			return draft.fulfilment ? colourLabel(draft.fulfilment, 'da') : (draft.fulfilmentText ?? '');
		case 'co2Relation':
			return draft.co2Relation ? co2RelationLabel(draft.co2Relation, 'da') : '';
		case 'sphere':
			return draft.sphere ? sphereLabel(draft.sphere, 'da') : '';
		case 'quantity':
			return draft.quantity ? [draft.quantity.value, draft.quantity.unit].join(' ') : '';
		case 'committee':
		case 'theme':
		case 'sdg':
			return writeTags(field, draft[field]) ?? '';
		default:
			return draft[field] ?? '';
	}
}
