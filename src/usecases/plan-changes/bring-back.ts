import { getNumberKey } from '#domain/plan/number-key.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import type { BringBackInput } from './inputs.ts';
import { changePlanInRound, noteEvent, saveLine } from './plan-desk.ts';

/**
 * Puts a line back that was taken out, merged or split in the round that runs, with everything that was said about it.
 * @throws DomainError not-found `initiative.not-taken-out`; conflict `initiative.duplicate-number` when another has its number now,
 *   `plan.no-running-round`, `round.closed-for-editing`
 */
export async function bringBack(context: Context, input: BringBackInput): Promise<void> {
	const { code } = await requireMay(context, 'plan.edit', input.municipality);
	await changePlanInRound(context, code, async (desk) => {
		const isMeant = (number: string) => getNumberKey(number) === getNumberKey(input.number);
		const row = desk.rows.find(({ content }) => content.withdrawnIn === desk.run.year && isMeant(content.number));
		if (!row) throw new DomainError('not-found', 'initiative.not-taken-out', { number: input.number.slice(0, 40) });
		await saveLine(desk, row, { ...row.content, withdrawnIn: null });
		noteEvent(desk, { kind: 'added', initiativeId: row.id, before: row.content.number, after: row.content.number }, {});
	});
}
