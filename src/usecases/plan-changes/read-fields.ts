import { listRelations } from '#domain/plan/find-relations.ts';
import { getNameKey } from '#domain/shared/name-key.ts';
import { parseCalendarDate, type CalendarDate } from '#domain/shared/calendar-date.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listAssessmentsOf } from '#storage/assessments.ts';
import type { InitiativeContent, InitiativeRow } from '#storage/initiatives.ts';
import { addSections, listSections } from '#storage/plans.ts';
import type { InitiativeFields } from './inputs.ts';
import { readText, type PlanDesk } from './plan-desk.ts';

const limits = { number: 40, title: 1000, section: 300, text: 4000 } as const;

/**
 * What a line says with the typed fields in place. The document's own word beside a value goes when the value is another.
 * @throws DomainError invalid `initiative.number-missing`, `initiative.number-form`, `initiative.title-missing`,
 *   `initiative.day-form`, `round.text-too-long`
 */
export async function readFields(
	desk: PlanDesk,
	before: InitiativeContent,
	fields: InitiativeFields,
	id?: string,
): Promise<InitiativeContent> {
	const { priority = before.priority, co2Relation = before.co2Relation, sphere = before.sphere } = fields;
	const text = (name: 'sector' | 'responsible' | 'budget') =>
		fields[name] === undefined ? before[name] : readText(fields[name], limits.text);
	const wordsBefore = co2Relation === before.co2Relation ? before.co2RelationText : null;
	const content: InitiativeContent = {
		...before,
		number: fields.number === undefined ? before.number : readNumber(fields.number),
		title: fields.title === undefined ? before.title : readTitle(fields.title),
		sectionId: fields.section === undefined ? before.sectionId : await getSectionId(desk, fields.section),
		sector: text('sector'),
		startDate: fields.startDate === undefined ? before.startDate : readDay(fields.startDate),
		deadline: fields.deadline === undefined ? before.deadline : readDay(fields.deadline),
		priority,
		priorityText: priority === before.priority ? before.priorityText : null,
		responsible: text('responsible'),
		budget: text('budget'),
		co2Relation,
		co2RelationText: fields.co2RelationText === undefined ? wordsBefore : readText(fields.co2RelationText, limits.text),
		sphere,
	};
	const saysTheSame = content.title === before.title && content.co2RelationText === before.co2RelationText;
	return saysTheSame ? content : { ...content, relations: listRelations({ ...content, remark: await findLastRemark(desk, id) }) };
}

/** A line that says nothing yet. */
export function makeContent(rank: number, introducedIn: number): InitiativeContent {
	const nothing = { sectionId: null, sector: null, startDate: null, deadline: null, priority: null, priorityText: null };
	const unsaid = { responsible: null, budget: null, co2Relation: null, co2RelationText: null, sphere: null, quantity: null };
	return { ...nothing, ...unsaid, number: '', title: '', relations: [], rank, introducedIn, withdrawnIn: null, source: null };
}

/** `count` places in the plan's order after a line, before whatever comes next; last when there is no line. */
export function listRanksAfter(rows: readonly InitiativeRow[], after: InitiativeRow | undefined, count: number): number[] {
	const ranks = rows.map(({ content }) => content.rank).sort((left, right) => left - right);
	const start = after?.content.rank ?? ranks.at(-1) ?? 0;
	const next = ranks.find((rank) => rank > start);
	const step = next === undefined ? 1 : (next - start) / (count + 1);
	return Array.from({ length: count }, (_, i) => start + step * (i + 1));
}

/** Throws invalid `initiative.number-missing` for what is blank, and `initiative.number-form` for what is longer than a number can be. */
export function readNumber(written: string): string {
	const number = written.replaceAll('\u0000', '').toWellFormed().trim().replace(/\s+/g, ' ');
	if (number === '') throw new DomainError('invalid', 'initiative.number-missing');
	if (number.length > limits.number) {
		throw new DomainError('invalid', 'initiative.number-form', { number: number.slice(0, limits.number) });
	}
	return number;
}

function readTitle(written: string): string {
	const title = readText(written.replace(/\s+/g, ' '), limits.title);
	if (title === null) throw new DomainError('invalid', 'initiative.title-missing');
	return title;
}

function readDay(written: string | null): CalendarDate | null {
	const text = written?.trim() ?? '';
	if (text === '') return null;
	const day = parseCalendarDate(text);
	if (!day) throw new DomainError('invalid', 'initiative.day-form');
	return day;
}

async function getSectionId(desk: PlanDesk, written: string | null): Promise<string | null> {
	const title = readText(written, limits.section);
	if (title === null) return null;
	const { tx, plan, run } = desk;
	const known = (await listSections(tx, plan.id)).find((section) => getNameKey(section.title) === getNameKey(title));
	if (known) return known.id;
	const [added] = await addSections(tx, plan.id, [title]);
	if (!added) throw new Error('a section just added was not given back');
	const after = { title, position: added.position };
	const key = { planId: plan.id, entityId: added.id, year: run?.year ?? null } as const;
	desk.changes.push({ ...key, entity: 'section', action: 'added', before: null, after });
	return added.id;
}

async function findLastRemark({ tx, plan }: PlanDesk, id: string | undefined): Promise<string | null> {
	if (id === undefined) return null;
	return (await listAssessmentsOf(tx, plan.id, id)).at(-1)?.assessment.remark ?? null;
}
