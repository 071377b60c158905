import { can } from '#domain/access/policy.ts';
import { findSuccessor } from '#domain/followup/find-successor.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listAssignments } from '#storage/assignments.ts';
import { listUnitsOfInitiatives } from '#storage/initiative-units.ts';
import { listInitiativeRows } from '#storage/initiatives.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { listPlanEvents } from '#storage/plan-events.ts';
import { findNewestYear } from '#storage/status-rounds.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';

type Round = { readonly plan: { readonly id: string }; readonly run: { readonly year: number } };

/**
 * Why a round has no line under a number: not-found `initiative.renumbered` and `initiative.merged` with the number to go `to`,
 * `initiative.split` with all of them, `initiative.taken-out`, or `initiative.unknown` where it never had one, and for whoever may not do
 * this to the line. Of a round that is not the newest nothing is told: its numbers are not those of the plan now.
 */
export async function explainAbsence(
	tx: ReadTx,
	{ actor }: Context,
	{ plan, run }: Round,
	wanted: string,
	action: 'answer.give' | 'answer.review' = 'answer.give',
): Promise<DomainError> {
	const number = wanted.slice(0, 40);
	const [newest, events, rows, asked, units] = await Promise.all([
		findNewestYear(tx),
		listPlanEvents(tx, plan.id),
		listInitiativeRows(tx, plan.id),
		listAssignments(tx, plan.id, run.year),
		listUnitsOfInitiatives(tx, plan.id),
	]);
	const lines = rows.map(({ id, content }) => ({ id, number: content.number, withdrawnIn: content.withdrawnIn }));
	const found = newest === run.year ? findSuccessor(events, lines, { year: run.year, number: wanted }) : null;
	const about = found && { municipalityCode: tx.tenant, personIds: asked.get(found.of) ?? [], unitId: units.get(found.of) ?? null };
	if (!found || !about || !can(actor, action, about)) {
		const municipality = (await findMunicipality(tx))?.profile.name ?? tx.tenant;
		return new DomainError('not-found', 'initiative.unknown', { municipality, number });
	}
	const { kind, number: to, parts } = found;
	if (kind === 'split') return new DomainError('not-found', 'initiative.split', { number, to: (parts ?? []).join(', ') });
	if (to === null) return new DomainError('not-found', 'initiative.taken-out', { number });
	return new DomainError('not-found', kind === 'renumbered' ? 'initiative.renumbered' : 'initiative.merged', { number, to });
}
