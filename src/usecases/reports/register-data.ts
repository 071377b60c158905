import { listTagValues, type InitiativeTag } from '#domain/plan/initiative.ts';
import type { RegisterLine, RegisterView } from '../plan/list-initiatives.ts';

/** The register's lines as open data, in the form of `storage/register-json.ts`, which makes the whole register faster. */
export function makeRegisterData({ municipality, plan, round, lines, tags }: RegisterView) {
	const { code, slug, name } = municipality;
	const sections = new Map(plan?.sections.map(({ id, title }) => [id, title]));
	return {
		municipality: { code, slug, name },
		plan: plan && { title: plan.title, periodStart: plan.periodStart, periodEnd: plan.periodEnd, source: plan.source },
		round: round && { year: round.year, title: round.title, statusDate: round.statusDate, source: round.source },
		initiatives: lines.map((line) => makeLine(line, sections, tags.get(line.initiative.id) ?? [])),
	};
}

function makeLine({ initiative, assessment }: RegisterLine, sections: ReadonlyMap<string, string>, tags: readonly InitiativeTag[]) {
	const { number, title, sector, startDate, deadline, priority, priorityText, budget, responsible, quantity } = initiative;
	return {
		number,
		section: sections.get(initiative.sectionId ?? '') ?? null,
		title,
		sector,
		startDate,
		deadline,
		state: assessment?.state ?? null,
		stateText: assessment?.stateText ?? null,
		priority,
		priorityText,
		progress: assessment?.progress ?? null,
		fulfilment: assessment?.fulfilment ?? null,
		fulfilmentText: assessment?.fulfilmentText ?? null,
		remark: assessment?.remark ?? null,
		budget,
		responsible,
		co2Relation: initiative.co2Relation,
		co2RelationText: initiative.co2RelationText,
		sphere: initiative.sphere,
		quantity: quantity && { value: quantity.value, unit: quantity.unit, basis: quantity.basis },
		committee: listTagValues(tags, 'committee'),
		theme: listTagValues(tags, 'theme'),
		sdg: listTagValues(tags, 'sdg'),
	};
}
