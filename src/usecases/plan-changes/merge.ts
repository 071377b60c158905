import { DomainError } from '#domain/shared/domain-error.ts';
import { listAssignments } from '#storage/assignments.ts';
import { listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import type { InitiativeRow } from '#storage/initiatives.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { addNew } from './add-initiative.ts';
import { askAbout } from './ask-about.ts';
import type { MergeInput } from './inputs.ts';
import { changePlanInRound, getLine, getLineOfVersion, noteEvent, saveLine, type RoundPlanDesk } from './plan-desk.ts';

/**
 * Lets lines go into another, which is in the plan or is added, and takes them out. Whoever was asked about them is asked about it. Its
 * page tells of those that went into it, with what was said about them.
 * @throws DomainError invalid `initiative.same` when one would go into itself or none is chosen, and those of `addInitiative`; conflict
 *   `initiative.changed-meanwhile`, `initiative.duplicate-number`, `plan.no-running-round`, `round.closed-for-editing`
 */
export async function merge(context: Context, input: MergeInput): Promise<{ readonly number: string }> {
	const { code } = await requireMay(context, 'plan.edit', input.municipality);
	return changePlanInRound(context, code, async (desk) => {
		const sources: InitiativeRow[] = [];
		for (const key of input.from) sources.push(await getLineOfVersion(desk, key));
		const existing = 'number' in input.into ? await getLine(desk, input.into.number) : undefined;
		const ids = [...sources, ...(existing ? [existing] : [])].map(({ id }) => id);
		const [first] = sources;
		if (!first || new Set(ids).size !== ids.length) throw new DomainError('invalid', 'initiative.same');
		// Out first, so that the new one can take the number of one of them.
		for (const row of sources) await saveLine(desk, row, { ...row.content, withdrawnIn: desk.run.year });
		const personIds = await listAskedAbout(desk, ids);
		if (existing) await askAbout(desk, existing.id, personIds);
		const unitId = (await listUnitsOfInitiatives(desk.tx, desk.plan.id)).get(first.id) ?? null;
		const place = { rank: first.content.rank, sectionId: first.content.sectionId, personIds, unitId };
		const target =
			'fields' in input.into ? await addNew(desk, input.into.fields, place) : { id: String(existing?.id), number: input.into.number };
		if (!existing) noteEvent(desk, { kind: 'added', initiativeId: target.id, after: target.number }, input);
		for (const row of sources) {
			noteEvent(
				desk,
				{ kind: 'merged', initiativeId: row.id, otherId: target.id, before: row.content.number, after: target.number },
				input,
			);
		}
		return { number: target.number };
	});
}

async function listAskedAbout({ tx, plan, run }: RoundPlanDesk, ids: readonly string[]): Promise<string[]> {
	const asked = await listAssignments(tx, plan.id, run.year);
	return [...new Set(ids.flatMap((id) => asked.get(id) ?? []))];
}
