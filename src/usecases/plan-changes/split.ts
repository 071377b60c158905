import { DomainError } from '#domain/shared/domain-error.ts';
import { listAsked } from '#storage/assignments.ts';
import { listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { addNew } from './add-initiative.ts';
import type { NewInitiativeFields, SplitInput } from './inputs.ts';
import { changePlanInRound, getLineOfVersion, noteEvent, saveLine } from './plan-desk.ts';
import { listRanksAfter } from './read-fields.ts';

const mostParts = 50;

/**
 * Lets new lines come out of one, which stays or goes. What is not said of a new one is as it was; whoever was asked about it is asked
 * about them, and they belong to the same unit. Their pages tell where they came from, with what was said about it.
 * @throws DomainError invalid `initiative.split-into-nothing`, and those of `addInitiative`; conflict `initiative.changed-meanwhile`,
 *   `initiative.duplicate-number`, `plan.no-running-round`, `round.closed-for-editing`
 */
export async function split(context: Context, input: SplitInput): Promise<{ readonly numbers: readonly string[] }> {
	const { code } = await requireMay(context, 'plan.edit', input.municipality);
	if (input.parts.length === 0 || input.parts.length > mostParts) throw new DomainError('invalid', 'initiative.split-into-nothing');
	return changePlanInRound(context, code, async (desk) => {
		const row = await getLineOfVersion(desk, input);
		const { content } = row;
		// Out first, so that one of the new ones can take its number.
		if (!input.keep) await saveLine(desk, row, { ...content, withdrawnIn: desk.run.year });
		const personIds = await listAsked(desk.tx, desk.plan.id, desk.run.year, row.id);
		const unitId = (await listUnitsOfInitiatives(desk.tx, desk.plan.id)).get(row.id) ?? null;
		const ranks = listRanksAfter(desk.rows, row, input.parts.length);
		const { sector, startDate, deadline, priority, responsible, budget, co2Relation, sphere } = content;
		const inherited = { sector, startDate, deadline, priority, responsible, budget, co2Relation, sphere };
		const numbers: string[] = [];
		for (const [i, part] of input.parts.entries()) {
			const fields: NewInitiativeFields = { ...inherited, ...part };
			const added = await addNew(desk, fields, { rank: ranks[i] ?? 0, personIds, unitId, sectionId: content.sectionId });
			noteEvent(desk, { kind: 'split', initiativeId: added.id, otherId: row.id, before: content.number, after: added.number }, input);
			numbers.push(added.number);
		}
		return { numbers };
	});
}
