import { isDeepStrictEqual } from 'node:util';
import { followInitiatives, tieToInitiatives, tieToSuccessor } from '#domain/followup/follow-initiatives.ts';
import { listInitiativeRows, type InitiativeRow } from '#storage/initiatives.ts';
import { listScenarios, saveScenario } from '#storage/scenarios.ts';
import { appendScenarioChange } from '../pathway/scenario-history.ts';
import type { WriteTx } from '#storage/transactions.ts';

/**
 * Keeps the measures of all scenarios with their initiatives when the plan is changed: under a new number, and in what theirs was merged
 * into. A number that is used again belongs to another initiative.
 */
export async function keepMeasures({ tx, plan, rows, events, changes, who, at }: PlanDesk): Promise<void> {
	if (changes.length === 0) return;
	const scenarios = await listScenarios(tx);
	if (scenarios.length === 0) return;
	const [before, after] = [listLines(rows), listLines(await listInitiativeRows(tx, plan.id))];
	for (const { id, version, ...stored } of scenarios) {
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

function listLines(rows: readonly InitiativeRow[]) {
	return rows.flatMap(({ id, content }) => (content.withdrawnIn === null ? [{ id, number: content.number }] : []));
}
