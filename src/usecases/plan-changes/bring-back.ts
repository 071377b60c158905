import { getNumberKey } from '#domain/plan/number-key.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listAssignments } from '#storage/assignments.ts';
import { listPlanEvents } from '#storage/plan-events.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import type { BringBackInput } from './inputs.ts';
import { changePlanInRound, noteEvent, saveLine, type RoundPlanDesk } from './plan-desk.ts';

/** Numbers of those that its persons were asked about instead and still are, for somebody to look at. */
export type BroughtBack = { readonly stillAsked: readonly string[] };

/**
 * Puts a line back that was taken out, merged or split in the round that runs, with everything that was said about it. Who was asked about
 * it and is now asked about what it went into still is: that somebody was asked before is not known, so it is told and not taken back.
 * @throws DomainError not-found `initiative.not-taken-out`; conflict `initiative.duplicate-number` when another has its number now,
 *   `plan.no-running-round`, `round.closed-for-editing`
 */
export async function bringBack(context: Context, input: BringBackInput): Promise<BroughtBack> {
	const { code } = await requireMay(context, 'plan.edit', input.municipality);
	return changePlanInRound(context, code, async (desk) => {
		const isMeant = (number: string) => getNumberKey(number) === getNumberKey(input.number);
		const row = desk.rows.find(({ content }) => content.withdrawnIn === desk.run.year && isMeant(content.number));
		if (!row) throw new DomainError('not-found', 'initiative.not-taken-out', { number: input.number.slice(0, 40) });
		await saveLine(desk, row, { ...row.content, withdrawnIn: null });
		noteEvent(desk, { kind: 'added', initiativeId: row.id, before: row.content.number, after: row.content.number }, {});
		return { stillAsked: await listStillAsked(desk, row.id) };
	});
}

async function listStillAsked({ tx, plan, run, rows }: RoundPlanDesk, id: string): Promise<string[]> {
	const [asked, events] = [await listAssignments(tx, plan.id, run.year), await listPlanEvents(tx, plan.id)];
	const into = events.findLast(({ year, kind, initiativeId }) => year === run.year && kind === 'merged' && initiativeId === id)?.otherId;
	const target = rows.find((row) => row.id === into && row.content.withdrawnIn === null);
	const own = asked.get(id) ?? [];
	return target && asked.get(target.id)?.some((person) => own.includes(person)) ? [target.content.number] : [];
}
