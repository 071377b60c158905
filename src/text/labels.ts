import type { Dimension } from '#domain/followup/dimension.ts';
import type { ChangeKind } from '#domain/followup/compare-rounds.ts';
import type { Colour, State } from '#domain/followup/assessment.ts';
import type { ProposalField, ProposalHint, ProposalRow } from '#domain/followup/import-proposal.ts';
import type { Severity } from '#domain/followup/finding.ts';
import type { Co2Relation, Priority, Relation, RelationKind, Sphere } from '#domain/plan/initiative.ts';
import { m } from './paraglide/messages.js';
import type { Locale } from './locale.ts';

/** A sentence without places, in both languages. */
type Message = (inputs: Record<string, never>, options: { locale: Locale }) => string;

function write(message: Message, locale: Locale): string {
	return message({}, { locale });
}

const stateMessages: Record<State, Message> = {
	'in progress': m.domain_state_in_progress,
	'partly in progress': m.domain_state_partly_in_progress,
	planning: m.domain_state_planning,
	'not started': m.domain_state_not_started,
	'on hold': m.domain_state_on_hold,
	completed: m.domain_state_completed,
};

/** The word for a state; "Ikke oplyst" where none is stated. */
export function stateLabel(state: State | null, locale: Locale): string {
	return write(state === null ? m.domain_not_stated : stateMessages[state], locale);
}

const priorityMessages: Record<Priority, Message> = {
	prioritised: m.domain_priority_prioritised,
	'planned prioritised': m.domain_priority_planned_prioritised,
	'not prioritised': m.domain_priority_not_prioritised,
};

/** The word for a priority; "Ikke oplyst" where none is stated. */
export function priorityLabel(priority: Priority | null, locale: Locale): string {
	return write(priority === null ? m.domain_not_stated : priorityMessages[priority], locale);
}

const colourMessages: Record<Colour | 'text' | 'none', Message> = {
	green: m.domain_colour_green,
	yellow: m.domain_colour_yellow,
	red: m.domain_colour_red,
	white: m.domain_colour_white,
	pink: m.domain_colour_pink,
	text: m.domain_fulfilment_text,
	none: m.domain_not_stated,
};

/** The word for a colour of progress or fulfilment; also for the counts' `text` and `none`. */
export function colourLabel(colour: Colour | 'text' | 'none' | null, locale: Locale): string {
	return write(colourMessages[colour ?? 'none'], locale);
}

/** The word for a fulfilment; the document's own words where it has prose instead of a colour. */
export function fulfilmentLabel(fulfilment: Colour | null, fulfilmentText: string | null, locale: Locale): string {
	return fulfilment === null && fulfilmentText ? fulfilmentText : colourLabel(fulfilment, locale);
}

const co2Messages: Record<Co2Relation, Message> = {
	calculated: m.domain_co2_calculated,
	supporting: m.domain_co2_supporting,
	'not calculated': m.domain_co2_not_calculated,
};

/** The word for a CO2 relation; "Ikke oplyst" where none is stated. */
export function co2RelationLabel(relation: Co2Relation | null, locale: Locale): string {
	return write(relation === null ? m.domain_not_stated : co2Messages[relation], locale);
}

const sphereMessages: Record<Sphere, Message> = {
	operator: m.domain_sphere_operator,
	authority: m.domain_sphere_authority,
	owner: m.domain_sphere_owner,
	facilitator: m.domain_sphere_facilitator,
};

/** The words for the municipality's role; "Ikke oplyst" where none is stated. */
export function sphereLabel(sphere: Sphere | null, locale: Locale): string {
	return write(sphere === null ? m.domain_not_stated : sphereMessages[sphere], locale);
}

const relationMessages: Record<RelationKind, (inputs: { number: string }, options: { locale: Locale }) => string> = {
	see: m.domain_relation_see,
	'counted inside': m.domain_relation_counted_inside,
	'in the baseline': (_, options) => m.domain_relation_in_the_baseline({}, options),
};

/** What an initiative says about another, as a short sentence. */
export function relationSentence(relation: Relation, locale: Locale): string {
	return relationMessages[relation.kind]({ number: relation.targetNumber ?? '' }, { locale });
}

/** The same relation seen from the initiative that it points at; null for the baseline, which points at none. */
export function reverseRelationSentence(kind: RelationKind, fromNumber: string, locale: Locale): string | null {
	if (kind === 'in the baseline') return null;
	const message = kind === 'see' ? m.domain_relation_seen_from : m.domain_relation_counts_also;
	return message({ number: fromNumber }, { locale });
}

const fieldMessages: Record<ProposalField, Message> = {
	number: m.domain_field_number,
	section: m.domain_field_section,
	title: m.domain_field_title,
	sector: m.domain_field_sector,
	startDate: m.domain_field_start_date,
	deadline: m.domain_field_deadline,
	state: m.domain_field_state,
	priority: m.domain_field_priority,
	progress: m.domain_field_progress,
	fulfilment: m.domain_field_fulfilment,
	remark: m.domain_field_remark,
	budget: m.domain_field_budget,
	responsible: m.domain_field_responsible,
	co2Relation: m.domain_field_co2_relation,
	sphere: m.domain_field_sphere,
	quantity: m.domain_field_quantity,
	committee: m.domain_field_committee,
	theme: m.domain_field_theme,
	sdg: m.domain_field_sdg,
	stateText: m.domain_field_state_text,
	priorityText: m.domain_field_priority_text,
	fulfilmentText: m.domain_field_fulfilment_text,
	co2RelationText: m.domain_field_co2_relation_text,
};

/** The column heading people know for a field or a filter. */
export function fieldLabel(field: ProposalField | Dimension, locale: Locale): string {
	return write(fieldMessages[field], locale);
}

const changeMessages: Record<ChangeKind, Message> = {
	new: m.domain_change_new,
	gone: m.domain_change_gone,
	'newly assessed': m.domain_change_newly_assessed,
	'not assessed': m.domain_change_not_assessed,
	'still not assessed': m.domain_change_still_not_assessed,
	better: m.domain_change_better,
	worse: m.domain_change_worse,
	mixed: m.domain_change_mixed,
	changed: m.domain_change_changed,
	'text changed': m.domain_change_text_changed,
	unchanged: m.domain_change_unchanged,
};

/** The word for what happened between two rounds. */
export function changeLabel(kind: ChangeKind, locale: Locale): string {
	return write(changeMessages[kind], locale);
}

const proposalMessages: Record<ProposalRow['kind'], Message> = {
	new: m.domain_proposal_new,
	changed: m.domain_proposal_changed,
	unchanged: m.domain_proposal_unchanged,
	missing: m.domain_proposal_missing,
};

/** The word for what an import would do with a row. */
export function proposalLabel(kind: ProposalRow['kind'], locale: Locale): string {
	return write(proposalMessages[kind], locale);
}

/** What a person should consider before accepting a row. */
export function proposalHintSentence(hint: ProposalHint, locale: Locale): string {
	return hint.code === 'renumbered' ? m.domain_proposal_renumbered(hint, { locale }) : m.domain_proposal_title_replaced(hint, { locale });
}

const severityMessages: Record<Severity, Message> = {
	wrong: m.domain_severity_wrong,
	unclear: m.domain_severity_unclear,
	missing: m.domain_severity_missing,
};

/** The word for how serious a finding is. */
export function severityLabel(severity: Severity, locale: Locale): string {
	return write(severityMessages[severity], locale);
}
