import { and, asc, eq, sql } from 'drizzle-orm';
import type { Relation } from '#domain/plan/initiative.ts';
import type { Section } from '#domain/plan/plan.ts';
import { makeUntouched, toAnswerRow, type AnswerRow } from './answers.ts';
import { initiativeColumns, toInitiativeRow, type InitiativeRow, type SelectedInitiative } from './initiatives.ts';
import { findCurrentPlanId } from './plans.ts';
import { initiative, section } from './schema/plan.ts';
import { answer } from './schema/round.ts';
import { ownTenant, type Statement } from './statements.ts';
import type { ReadTx } from './transactions.ts';

/** Whose lines: what these persons are asked about, and what belongs to these units. */
export type Asked = { readonly personIds: readonly string[]; readonly unitIds: readonly string[] };

/** One line of a round with who is asked and how the answer stands. */
export type AskedLine = {
	readonly initiative: InitiativeRow;
	readonly section: Section | null;
	readonly personIds: readonly string[];
	readonly unitId: string | null;
	readonly answer: AnswerRow;
	/** True when one of the persons named is asked about it. */
	readonly isOwn: boolean;
};

type Row = {
	initiative: SelectedInitiative;
	section: Section | null;
	answer: typeof answer.$inferSelect | null;
	relations: Relation[];
	personIds: string[];
	unitId: string | null;
};

const askedLines: Statement<{ year: number; personIds: string[]; unitIds: string[] }, Row[]> = {
	name: 'lines somebody is asked about',
	build: (db, value) => {
		// The tables' names are in full: a column alone would mean the inner table's.
		const about = sql`municipality_code = ${ownTenant} and plan_id = "initiative"."plan_id" and initiative_id = "initiative"."id"`;
		const relations = sql<
			Relation[]
		>`array(select jsonb_build_object('kind', kind, 'targetNumber', target_number) from relation where ${about} order by position)`;
		const personIds = sql<
			string[]
		>`array(select person_id::text from assignment where ${about} and year = ${value('year')} order by person_id)`;
		const planId = findCurrentPlanId(db);
		const ofPersons = sql`select initiative_id from assignment where municipality_code = ${ownTenant} and plan_id = (${planId}) and year = ${value('year')} and person_id = any(${value('personIds')}::uuid[])`;
		const ofUnits = sql`select initiative_id from initiative_unit where municipality_code = ${ownTenant} and plan_id = (${planId}) and unit_id = any(${value('unitIds')}::uuid[])`;
		return db
			.select({
				initiative: initiativeColumns,
				section: { id: section.id, title: section.title, position: section.position },
				answer,
				relations,
				personIds,
				unitId: sql<string | null>`(select unit_id from initiative_unit where ${about})`,
			})
			.from(initiative)
			.leftJoin(
				section,
				and(
					eq(section.municipalityCode, initiative.municipalityCode),
					eq(section.planId, initiative.planId),
					eq(section.id, initiative.sectionId),
				),
			)
			.leftJoin(
				answer,
				and(
					eq(answer.municipalityCode, initiative.municipalityCode),
					eq(answer.planId, initiative.planId),
					eq(answer.year, value('year')),
					eq(answer.initiativeId, initiative.id),
				),
			)
			.where(
				and(
					eq(initiative.municipalityCode, ownTenant),
					eq(initiative.planId, planId),
					sql`${initiative.id} = any(array(${ofPersons} union ${ofUnits}))`,
				),
			)
			.orderBy(asc(initiative.rank), asc(initiative.id));
	},
};

/** What somebody is asked about in a round of the plan in force, in the plan's order, withdrawn initiatives included. In one question. */
export async function listAskedLines(tx: ReadTx, year: number, { personIds, unitIds }: Asked): Promise<AskedLine[]> {
	const rows = await tx.ask(askedLines, { year, personIds: [...personIds], unitIds: [...unitIds] });
	return rows.map((row) => ({
		initiative: toInitiativeRow(row.initiative, row.relations),
		section: row.section,
		personIds: row.personIds,
		unitId: row.unitId,
		answer: row.answer ? toAnswerRow(row.answer) : makeUntouched(row.initiative.id),
		isOwn: row.personIds.some((id) => personIds.includes(id)),
	}));
}
