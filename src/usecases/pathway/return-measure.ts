import { returnToCandidates } from '#domain/followup/edit-measures.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findCurrentPlan } from '#storage/plans.ts';
import { listStatusReports } from '#storage/status-reports.ts';
import { listRounds } from '#storage/status-rounds.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { readFrozenRound } from '../reports/frozen-rounds.ts';
import { requireMay } from '../require-may.ts';
import { changeScenario, type ScenarioKey } from './change-scenario.ts';
import { getScenario } from './get-scenario.ts';

export type ReturnMeasureInput = { readonly municipality: string; readonly scenario: ScenarioKey; readonly measureId: string };

/**
 * Makes a measure that was taken in later a candidate again.
 * @throws DomainError not-found `scenario.unknown`, `measure.unknown`; conflict `measure.not-taken-in`, `measure.needed`, `measure.counted`
 *   when a published round counts it, `scenario.changed-meanwhile`
 */
export async function returnMeasure(context: Context, { municipality, scenario, measureId }: ReturnMeasureInput): Promise<void> {
	const { code } = await requireMay(context, 'pathway.edit', municipality);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit' } as const;
	await context.database.write(code, async (tx) => {
		const { kind, document } = await getScenario(tx, scenario.id);
		const since = document.takenIn?.[measureId];
		// No report counts a what-if.
		const year = kind === 'plan' && since !== undefined ? await findCountingYear(tx, measureId, since) : undefined;
		if (year !== undefined) throw new DomainError('conflict', 'measure.counted', { year });
		await changeScenario(tx, occasion, scenario, (before) => returnToCandidates(before, measureId));
	});
}

/**
 * The newest published round that counts a measure. The round it was taken in after was published without it, unless its report was
 * corrected since; one that came without a report is told by its year.
 */
async function findCountingYear(tx: ReadTx, measureId: string, since: number): Promise<number | undefined> {
	const plan = await findCurrentPlan(tx, { publicOnly: false });
	if (!plan) return undefined;
	const reports = await listStatusReports(tx, plan.id);
	for (const { round } of await listRounds(tx, plan.id, { publicOnly: true })) {
		if (round.year < since) continue;
		const own = reports.filter(({ year }) => year === round.year);
		if (own.length === 0 && round.year > since) return round.year;
		for (const report of own) {
			const { path } = await readFrozenRound(tx, report);
			if (path?.measures.some(({ measure }) => measure === measureId)) return round.year;
		}
	}
	return undefined;
}
