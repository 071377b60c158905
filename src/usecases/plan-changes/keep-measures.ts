import { isDeepStrictEqual } from 'node:util';
import { followInitiatives, tieToInitiatives, tieToSuccessor } from '#domain/followup/follow-initiatives.ts';
import type { PlanEvent } from '#domain/followup/plan-event.ts';
import { listInitiativeRows, type InitiativeRow } from '#storage/initiatives.ts';
import { listScenarios, saveScenario } from '#storage/scenarios.ts';
import type { ReadTx, WriteTx } from '#storage/transactions.ts';
import { appendScenarioChange } from '../pathway/scenario-history.ts';

type PlanChange = {
	readonly tx: WriteTx;
	readonly plan: { readonly id: string };
	/** The lines before the change. */
	readonly rows: readonly InitiativeRow[];
	readonly events: readonly PlanEvent[];
	readonly who: string;
	readonly at: Date;
};

/**
 * Keeps the measures of all scenarios with their initiatives when the plan's lines or their numbers are changed: under a new number, and
 * in what theirs was merged into. A number that is used again belongs to another initiative.
 */
export async function keepMeasures({ tx, plan, rows, events, who, at }: PlanChange): Promise<void> {
	const [before, after] = [listLines(rows), await listLinesNow(tx, plan.id)];
	if (isDeepStrictEqual(before, after)) return;
	for (const { id, version, ...stored } of await listScenarios(tx)) {
		let document = tieToInitiatives(stored.document, before);
		for (const { kind, initiativeId, otherId } of events)
			if (kind === 'merged' && otherId !== null) document = tieToSuccessor(document, initiativeId, otherId);
		document = followInitiatives(document, [after]);
		if (isDeepStrictEqual(document, stored.document)) continue;
		const occasion = { who, at, reason: 'plan change' } as const;
		await saveScenario(tx, { id, version }, { ...stored, document }, occasion);
		await appendScenarioChange(tx, occasion, id, { before: stored, after: { ...stored, document } });
	}
}

/** The lines that are in a plan now, by which measures are tied to them. */
export async function listLinesNow(tx: ReadTx, planId: string): Promise<{ readonly id: string; readonly number: string }[]> {
	return listLines(await listInitiativeRows(tx, planId));
}

function listLines(rows: readonly InitiativeRow[]) {
	return rows.flatMap(({ id, content }) => (content.withdrawnIn === null ? [{ id, number: content.number }] : []));
}
