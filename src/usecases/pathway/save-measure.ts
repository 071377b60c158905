import { beginNotBefore } from '#domain/followup/duty-list.ts';
import { tieToInitiatives } from '#domain/followup/follow-initiatives.ts';
import { countAsDecided, putMeasure, takeInCandidate, type MeasurePlace } from '#domain/followup/edit-measures.ts';
import type { PathDocument } from '#domain/followup/path-document.ts';
import type { Measure } from '#domain/pathway/model.ts';
import { findCurrentPlan } from '#storage/plans.ts';
import { listRounds } from '#storage/status-rounds.ts';
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
	/**
	 * A candidate becomes a measure of the path: one that comes later, and leaves the path as decided as it is, or one that is decided. A
	 * measure that came later becomes one that is decided.
	 */
	readonly takenIn?: (typeof takenInKinds)[number] | undefined;
};

export const takenInKinds = ['later', 'decided'] as const;

/**
 * Adds a measure to a scenario or its candidates, or replaces one.
 * @throws DomainError not-found `scenario.unknown`, `measure.unknown`; invalid `scenario.form`; conflict `measure.duplicate`,
 *   `scenario.changed-meanwhile`
 */
export async function saveMeasure(context: Context, { municipality, scenario, takenIn, ...put }: SaveMeasureInput): Promise<void> {
	const { code } = await requireMay(context, 'pathway.edit', municipality);
	const earliest = context.now().getUTCFullYear() + 1;
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit' } as const;
	await context.database.write(code, async (tx) => {
		const plan = await findCurrentPlan(tx, { publicOnly: false });
		const lines = plan ? await listLinesNow(tx, plan.id) : [];
		const [round] = plan && takenIn === 'later' ? await listRounds(tx, plan.id, { publicOnly: true }) : [];
		const change = (document: PathDocument): PathDocument => {
			if (takenIn === undefined) return putMeasure(document, put);
			if (put.place === 'measures') return countAsDecided(putMeasure(document, put), put.measure.id);
			// Before the first round nothing stands otherwise than decided. What replaces something cannot have begun.
			return round
				? takeInCandidate(document, beginNotBefore(put.measure, earliest), round.round.year)
				: takeInCandidate(document, put.measure, null);
		};
		// The number is one of the plan as it is now, where a published round may have it for another.
		await changeScenario(tx, occasion, scenario, (document) => tieToInitiatives(change(document), lines));
	});
}
