import { findSuccessor } from '#domain/followup/find-successor.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listInitiativeRows } from '#storage/initiatives.ts';
import { findMunicipality } from '#storage/municipalities.ts';
import { listPlanEvents } from '#storage/plan-events.ts';
import type { ReadTx } from '#storage/transactions.ts';

type Round = { readonly plan: { readonly id: string }; readonly run: { readonly year: number } };

/**
 * Why a round has no line under a number: not-found `initiative.renumbered` and `initiative.merged` with the number to go `to`,
 * `initiative.taken-out`, or `initiative.unknown` where it never had one.
 */
export async function explainAbsence(tx: ReadTx, { plan, run }: Round, wanted: string): Promise<DomainError> {
	const number = wanted.slice(0, 40);
	const [events, rows] = await Promise.all([listPlanEvents(tx, plan.id), listInitiativeRows(tx, plan.id)]);
	const numberOf = (id: string) => rows.find((row) => row.id === id)?.content.number ?? null;
	const found = findSuccessor(events, { year: run.year, number: wanted, numberOf });
	const to = found?.initiativeId ? numberOf(found.initiativeId) : null;
	if (found && to !== null)
		return new DomainError('not-found', found.kind === 'renumbered' ? 'initiative.renumbered' : 'initiative.merged', { number, to });
	if (found) return new DomainError('not-found', 'initiative.taken-out', { number });
	const municipality = (await findMunicipality(tx))?.profile.name ?? tx.tenant;
	return new DomainError('not-found', 'initiative.unknown', { municipality, number });
}
