import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import { proposalFields } from '#domain/followup/import-proposal.ts';
import { co2Relations, priorities, spheres } from '#domain/plan/initiative.ts';
import { co2RelationLabel, colourLabel, fieldLabel, priorityLabel, sphereLabel, stateLabel } from './labels.ts';
import { formatDate } from './format.ts';
import type { Locale } from './locale.ts';

/** The name of a changed field; a field that people never see keeps its own. */
export function nameField(field: string, locale: Locale): string {
	const known = proposalFields.find((one) => one === field);
	return known ? fieldLabel(known, locale) : field;
}

/** A stored value in words; null for "not stated". */
export function describeValue(field: string, value: unknown, locale: Locale): string | null {
	if (value === null || value === undefined || value === '') return null;
	if (Array.isArray(value)) return value.join('; ') || null;
	if (typeof value === 'object') return JSON.stringify(value);
	const text = String(value);
	switch (field) {
		case 'state':
			return stateLabel(find(states, text), locale);
		case 'priority':
			return priorityLabel(find(priorities, text), locale);
		case 'progress':
			return colourLabel(find(progressColours, text), locale);
		case 'fulfilment':
			return colourLabel(find(fulfilmentColours, text), locale);
		case 'co2Relation':
			return co2RelationLabel(find(co2Relations, text), locale);
		case 'sphere':
			return sphereLabel(find(spheres, text), locale);
		case 'startDate':
		case 'deadline':
			return formatDate(text, locale);
		default:
			return text;
	}
}

function find<Value extends string>(values: readonly Value[], text: string): Value | null {
	return values.find((value) => value === text) ?? null;
}
