import { putMeasure, type MeasurePlace } from '#domain/followup/edit-measures.ts';
import type { Measure } from '#domain/pathway/model.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { changeScenario, type ScenarioKey } from './change-scenario.ts';

export type SaveMeasureInput = {
	readonly municipality: string;
	readonly scenario: ScenarioKey;
	readonly place: MeasurePlace;
	readonly measure: Measure;
	readonly isNew: boolean;
};

/**
 * Adds a measure to a scenario or its candidates, or replaces one.
 * @throws DomainError not-found `scenario.unknown`, `measure.unknown`; invalid `scenario.form`; conflict `measure.duplicate`,
 *   `scenario.changed-meanwhile`
 */
export async function saveMeasure(context: Context, { municipality, scenario, ...put }: SaveMeasureInput): Promise<void> {
	const { code } = await requireMay(context, 'pathway.edit', municipality);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit' } as const;
	await context.database.write(code, (tx) => changeScenario(tx, occasion, scenario, (document) => putMeasure(document, put)));
}
