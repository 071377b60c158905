import { and, eq, sql } from 'drizzle-orm';
import { tagKinds, type TagKind } from '#domain/plan/initiative.ts';
import { isShownIn } from './round-lines.ts';
import { municipality } from './schema/municipality.ts';
import { plan } from './schema/plan.ts';
import type { ReadTx } from './transactions.ts';

/**
 * A plan's register as JSON text, made by PostgreSQL in one statement:
 * `{municipality, plan, round, initiatives: [...]}` as the newest public round has it, with the field names of `fremdrift read --json`. Without a plan the
 * last three are null and empty.
 */
export async function getRegisterText(tx: ReadTx, planId: string | null): Promise<string> {
	const isPlan = and(eq(plan.municipalityCode, municipality.code), planId === null ? sql`false` : eq(plan.id, planId));
	const rows = await tx.db.select({ text: register }).from(municipality).leftJoin(plan, isPlan).where(eq(municipality.code, tx.tenant));
	return rows[0]?.text ?? 'null';
}

/** What the round said of a line when it was the newest, where that is kept; else what the plan says now. */
const said = (column: string, field: string) =>
	sql.raw(`case when k.content is null then to_json(i.${column}) else (k.content -> '${field}')::json end`);

const quantity = sql.raw(`case when k.content is not null then (k.content -> 'quantity')::json
	when i.quantity_value is not null
	then json_build_object('value', i.quantity_value, 'unit', i.quantity_unit, 'basis', i.quantity_basis) end`);

/** All values of one kind in the order of `listInitiativeTags`, as the round kept them or else as they are; an empty list where there are none. */
const tagged = (kind: TagKind) => sql.raw(`coalesce((k.content -> 'tags' -> '${kind}')::json, t.${kind}, '[]'::json)`);

// Gathered for the whole plan at once: asked for line by line it would take as long as all the rest.
const tags = sql`
	select initiative_id, ${sql.raw(tagKinds.map((kind) => `json_agg(value order by value) filter (where kind = '${kind}') as ${kind}`).join(', '))}
	from initiative_tag
	where municipality_code = ${plan.municipalityCode} and plan_id = ${plan.id}
	group by initiative_id`;

const lines = sql`
	select json_agg(json_build_object(
		'number', ${said('number', 'number')}, 'section', s.title, 'title', ${said('title', 'title')}, 'sector', ${said('sector', 'sector')},
		'startDate', ${said('start_date', 'startDate')}, 'deadline', ${said('deadline', 'deadline')},
		'state', a.state, 'stateText', a.state_text,
		'priority', ${said('priority', 'priority')}, 'priorityText', ${said('priority_text', 'priorityText')},
		'progress', a.progress, 'fulfilment', a.fulfilment, 'fulfilmentText', a.fulfilment_text, 'remark', a.remark,
		'budget', ${said('budget', 'budget')}, 'responsible', ${said('responsible', 'responsible')},
		'co2Relation', ${said('co2_relation', 'co2Relation')}, 'co2RelationText', ${said('co2_relation_text', 'co2RelationText')},
		'sphere', ${said('sphere', 'sphere')}, 'quantity', ${quantity},
		'committee', ${tagged('committee')}, 'theme', ${tagged('theme')}, 'sdg', ${tagged('sdg')}
	) order by i.rank, i.id)
	from initiative i
	left join round_line k on k.municipality_code = i.municipality_code and k.plan_id = i.plan_id and k.initiative_id = i.id and k.year = r.year
	left join section s on s.municipality_code = i.municipality_code and s.plan_id = i.plan_id
		and s.id = case when k.content is null then i.section_id else (k.content ->> 'sectionId')::uuid end
	left join (${tags}) t on t.initiative_id = i.id
	left join assessment a on a.municipality_code = i.municipality_code and a.plan_id = i.plan_id and a.initiative_id = i.id and a.year = r.year
	where i.municipality_code = ${plan.municipalityCode} and i.plan_id = ${plan.id} and ${isShownIn(sql`i.introduced_in`, sql`i.withdrawn_in`, sql`r.year`)}`;

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
		where municipality_code = ${plan.municipalityCode} and plan_id = ${plan.id} and is_public order by year desc limit 1
	) r on true
)`;
