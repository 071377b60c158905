import { and, eq, sql } from 'drizzle-orm';
import { municipality } from './schema/municipality.ts';
import { plan } from './schema/plan.ts';
import type { ReadTx } from './transactions.ts';

/**
 * A plan's register as JSON text, made by PostgreSQL in one statement:
 * `{municipality, plan, round, initiatives: [...]}` with the field names of `fremdrift read --json`. Without a plan the
 * last three are null and empty.
 */
export async function getRegisterText(tx: ReadTx, planId: string | null): Promise<string> {
	const isPlan = and(eq(plan.municipalityCode, municipality.code), planId === null ? sql`false` : eq(plan.id, planId));
	const rows = await tx.db.select({ text: register }).from(municipality).leftJoin(plan, isPlan).where(eq(municipality.code, tx.tenant));
	return rows[0]?.text ?? 'null';
}

const lines = sql`
	select json_agg(json_build_object(
		'number', i.number, 'section', s.title, 'title', i.title, 'sector', i.sector,
		'startDate', i.start_date, 'deadline', i.deadline,
		'state', a.state, 'stateText', a.state_text, 'priority', i.priority, 'priorityText', i.priority_text,
		'progress', a.progress, 'fulfilment', a.fulfilment, 'fulfilmentText', a.fulfilment_text, 'remark', a.remark,
		'budget', i.budget, 'responsible', i.responsible,
		'co2Relation', i.co2_relation, 'co2RelationText', i.co2_relation_text, 'sphere', i.sphere,
		'quantity', case when i.quantity_value is not null
			then json_build_object('value', i.quantity_value, 'unit', i.quantity_unit, 'basis', i.quantity_basis) end
	) order by i.rank, i.id)
	from initiative i
	left join section s on s.municipality_code = i.municipality_code and s.plan_id = i.plan_id and s.id = i.section_id
	left join assessment a on a.municipality_code = i.municipality_code and a.plan_id = i.plan_id and a.initiative_id = i.id and a.year = r.year
	where i.municipality_code = ${plan.municipalityCode} and i.plan_id = ${plan.id} and i.withdrawn_in is null`;

const register = sql<string>`(
	select json_build_object(
		'municipality', json_build_object('code', ${municipality.code}, 'slug', ${municipality.slug}, 'name', ${municipality.name}),
		'plan', case when ${plan.id} is not null then json_build_object(
			'title', ${plan.title}, 'periodStart', ${plan.periodStart}, 'periodEnd', ${plan.periodEnd}, 'source', ${plan.source}) end,
		'round', case when r.year is not null then json_build_object(
			'year', r.year, 'title', r.title, 'statusDate', r.status_date, 'source', r.source) end,
		'initiatives', coalesce((${lines}), '[]'::json)
	)::text
	from (select 1) as one
	left join lateral (
		select year, title, status_date, source from status_round
		where municipality_code = ${plan.municipalityCode} and plan_id = ${plan.id} order by year desc limit 1
	) r on true
)`;
