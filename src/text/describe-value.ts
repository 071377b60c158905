import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import { proposalFields } from '#domain/followup/import-proposal.ts';
import { co2Relations, priorities, spheres, type Relation } from '#domain/plan/initiative.ts';
import { co2RelationLabel, colourLabel, fieldLabel, priorityLabel, relationSentence, sphereLabel, stateLabel } from './labels.ts';
import { formatDate, formatList, formatNumber } from './format.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

type Message = (inputs: Record<string, never>, options: { locale: Locale }) => string;

/** Fields of the history that are no column of a document. */
const otherNames: Readonly<Record<string, Message>> = {
	withdrawnIn: m.domain_field_withdrawn_in,
	relations: m.domain_field_relations,
	colourReason: m.round_colour_reason,
	unit: m.publish_part_kind_unit,
};

/** The name of a changed field; a field that people never see keeps its own. */
export function nameField(field: string, locale: Locale): string {
	const known = proposalFields.find((one) => one === field);
	if (known) return fieldLabel(known, locale);
	return otherNames[field]?.({}, { locale }) ?? field;
}

/** A stored value in words; null for "not stated". */
export function describeValue(field: string, value: unknown, locale: Locale): string | null {
	if (value === null || value === undefined || value === '') return null;
	if (field === 'relations') return typeof value === 'string' ? writeRelations(value, locale) : describeRelations(value, locale);
	if (field === 'quantity') return describeQuantity(value, locale);
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

/** What a frozen initiative, where they are JSON, says about others. */
function writeRelations(relations: string, locale: Locale): string {
	return (JSON.parse(relations) as Relation[]).map((relation) => relationSentence(relation, locale)).join('; ');
}

/** The numbers that an initiative refers to. */
function describeRelations(value: unknown, locale: Locale): string | null {
	const numbers = Array.isArray(value) ? value.map((each: { readonly targetNumber?: unknown }) => each.targetNumber) : [];
	const stated = [...new Set(numbers.filter((number) => typeof number === 'string'))];
	return stated.length > 0 ? formatList(stated, locale) : null;
}

function describeQuantity(value: unknown, locale: Locale): string {
	const { value: amount, unit } = value as { readonly value?: unknown; readonly unit?: unknown };
	return [typeof amount === 'number' ? formatNumber(amount, locale) : '', typeof unit === 'string' ? unit : ''].filter(Boolean).join(' ');
}

function find<Value extends string>(values: readonly Value[], text: string): Value | null {
	return values.find((value) => value === text) ?? null;
}
