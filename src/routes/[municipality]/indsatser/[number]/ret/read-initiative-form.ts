import { co2Relations, priorities, spheres } from '#domain/plan/initiative.ts';
import type { NewInitiativeFields, PlanDecision } from '#usecases/plan-changes/inputs.ts';
import { readText } from '#web/read-form.ts';

/** The fields of an initiative as texts, for showing them again when they were refused. */
export const initiativeFields = [
	'number',
	'title',
	'section',
	'sector',
	'priority',
	'startDate',
	'deadline',
	'responsible',
	'budget',
	'co2Relation',
	'sphere',
] as const;
export type InitiativeField = (typeof initiativeFields)[number];
export type InitiativeTexts = Readonly<Record<InitiativeField, string>>;

/** What is typed, as it is typed. */
export function readInitiativeTexts(form: FormData): InitiativeTexts {
	return Object.fromEntries(initiativeFields.map((field) => [field, readText(form, field)])) as InitiativeTexts;
}

/** What is typed, as the plan keeps it; blank is not stated. */
export function readInitiativeFields(texts: InitiativeTexts): NewInitiativeFields {
	const find = <Value extends string>(values: readonly Value[], text: string) => values.find((value) => value === text) ?? null;
	return {
		number: texts.number,
		title: texts.title,
		section: texts.section || null,
		sector: texts.sector || null,
		priority: find(priorities, texts.priority),
		startDate: texts.startDate || null,
		deadline: texts.deadline || null,
		responsible: texts.responsible || null,
		budget: texts.budget || null,
		co2Relation: find(co2Relations, texts.co2Relation),
		sphere: find(spheres, texts.sphere),
	};
}

/** The decision behind a change, where one is typed. */
export function readPlanDecision(form: FormData): Required<PlanDecision> {
	return { decision: readText(form, 'decision') || null, caseNumber: readText(form, 'caseNumber') || null };
}
