import { DomainError } from '#domain/shared/domain-error.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import type { TakeOutInput } from './inputs.ts';
import { changePlanInRound, getLineOfVersion, noteEvent, readDecision, saveLine } from './plan-desk.ts';

/**
 * Takes a line out of the plan from the round that runs on, with the decision. The rounds before keep it and its page.
 * @throws DomainError invalid `plan.decision-missing`, `round.text-too-long`; conflict `initiative.changed-meanwhile`,
 *   `plan.no-running-round`, `round.closed-for-editing`; not-found `initiative.unknown`, `plan.unknown`
 */
export async function takeOut(context: Context, input: TakeOutInput): Promise<void> {
	const { code } = await requireMay(context, 'plan.edit', input.municipality);
	const { decision } = readDecision(input);
	if (decision === null) throw new DomainError('invalid', 'plan.decision-missing');
	await changePlanInRound(context, code, async (desk) => {
		const row = await getLineOfVersion(desk, input);
		await saveLine(desk, row, { ...row.content, withdrawnIn: desk.run.year });
		noteEvent(desk, { kind: 'taken out', initiativeId: row.id, before: row.content.number }, input);
	});
}
