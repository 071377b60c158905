import { tieToInitiatives } from '#domain/followup/follow-initiatives.ts';
import { putMeasure, takeInCandidate, type MeasurePlace } from '#domain/followup/edit-measures.ts';
import type { Measure } from '#domain/pathway/model.ts';
import { findCurrentPlan } from '#storage/plans.ts';
import type { Context } from '../context.ts';
import { listLinesNow } from '../plan-changes/keep-measures.ts';
import { requireMay } from '../require-may.ts';
import { changeScenario, type ScenarioKey } from './change-scenario.ts';

export type SaveMeasureInput = {
	readonly municipality: string;
	readonly scenario: ScenarioKey;
	readonly place: MeasurePlace;
	readonly measure: Measure;
	readonly isNew: boolean;
	/** A candidate becomes a measure of the path, and counts from now on. */
	readonly isTakenIn?: boolean | undefined;
};

/**
 * Adds a measure to a scenario or its candidates, or replaces one.
 * @throws DomainError not-found `scenario.unknown`, `measure.unknown`; invalid `scenario.form`; conflict `measure.duplicate`,
 *   `scenario.changed-meanwhile`
 */
export async function saveMeasure(
	context: Context,
	{ municipality, scenario, isTakenIn = false, ...put }: SaveMeasureInput,
): Promise<void> {
	const { code } = await requireMay(context, 'pathway.edit', municipality);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit' } as const;
	await context.database.write(code, async (tx) => {
		const plan = await findCurrentPlan(tx, { publicOnly: false });
		const lines = plan ? await listLinesNow(tx, plan.id) : [];
		// The number is one of the plan as it is now, where a published round may have it for another.
		await changeScenario(tx, occasion, scenario, (document) =>
			tieToInitiatives(isTakenIn ? takeInCandidate(document, put.measure) : putMeasure(document, put), lines),
		);
	});
}
