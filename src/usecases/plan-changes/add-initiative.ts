import { randomUUID } from 'node:crypto';
import type { OrganisationUnit } from '#domain/access/person.ts';
import { findUnitOf } from '#domain/access/propose-units.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { setUnitOfInitiatives } from '#storage/initiative-units.ts';
import type { InitiativeRow } from '#storage/initiatives.ts';
import { listUnits } from '#storage/organisation-units.ts';
import { listSections } from '#storage/plans.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { readPersons } from '../round/assign-persons.ts';
import { askAbout } from './ask-about.ts';
import type { AddInitiativeInput, NewInitiativeFields } from './inputs.ts';
import { addLine, changePlanInRound, getLine, noteEvent, type RoundPlanDesk } from './plan-desk.ts';
import { listRanksAfter, makeContent, readFields } from './read-fields.ts';
import { spellAsUnit } from './save-with-body.ts';

/**
 * Adds a line to the plan in the round that runs; the rounds before do not have it. Where no unit is chosen, it belongs to the one that is
 * its responsible body.
 * @throws DomainError conflict `plan.no-running-round`, `round.closed-for-editing`, `initiative.duplicate-number`, `person.has-left`;
 *   invalid `initiative.number-missing`, `initiative.number-form`, `initiative.title-missing`, `initiative.day-form`,
 *   `round.text-too-long`; not-found
 *   `plan.unknown`, `initiative.unknown`, `person.unknown`, `unit.unknown`
 */
export async function addInitiative(context: Context, input: AddInitiativeInput): Promise<{ readonly number: string }> {
	const { code } = await requireMay(context, 'plan.edit', input.municipality);
	return changePlanInRound(context, code, async (desk) => {
		const after = input.after ? await getLine(desk, input.after) : await findLastOfSection(desk, input.fields.section ?? null);
		const [rank = 0] = listRanksAfter(desk.rows, after, 1);
		const personIds = await readPersons(desk.tx, input.personIds ?? []);
		const units = await listUnits(desk.tx);
		const responsible = spellAsUnit(units, input.fields.responsible?.trim() || null);
		const unitId = checkUnit(units, input.unitId ?? null) ?? (responsible === null ? null : (findUnitOf(units, [responsible])?.id ?? null));
		const { id, number } = await addNew(desk, { ...input.fields, responsible }, { rank, personIds, unitId });
		noteEvent(desk, { kind: 'added', initiativeId: id, after: number }, input);
		return { number };
	});
}

type NewPlace = {
	readonly rank: number;
	/** Heading it stands under when the fields name none. */
	readonly sectionId?: string | null;
	readonly personIds: readonly string[];
	/** Unit it belongs to; null for none. */
	readonly unitId: string | null;
};

/** The last line under a heading of the plan; undefined for none of its headings: then the new one comes last of all. */
async function findLastOfSection({ tx, plan, rows }: RoundPlanDesk, title: string | null): Promise<InitiativeRow | undefined> {
	const section = title === null ? undefined : (await listSections(tx, plan.id)).find((each) => each.title === title.trim());
	return section && rows.findLast(({ content }) => content.withdrawnIn === null && content.sectionId === section.id);
}

/** Throws not-found `unit.unknown`. */
function checkUnit(units: readonly OrganisationUnit[], unitId: string | null): string | null {
	if (unitId !== null && !units.some(({ id }) => id === unitId)) throw new DomainError('not-found', 'unit.unknown');
	return unitId;
}

/** Adds a line and asks about it. What brought it is for the caller to note. */
export async function addNew(
	desk: RoundPlanDesk,
	fields: NewInitiativeFields,
	{ rank, personIds, unitId, sectionId = null }: NewPlace,
): Promise<{ readonly id: string; readonly number: string }> {
	const id = randomUUID();
	const content = await readFields(desk, { ...makeContent(rank, desk.run.year), sectionId }, fields);
	await addLine(desk, id, content);
	await askAbout(desk, id, personIds);
	if (unitId !== null) await setUnitOfInitiatives(desk.tx, desk.plan.id, [id], unitId);
	return { id, number: content.number };
}
