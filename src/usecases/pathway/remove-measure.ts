import { takeMeasure } from '#domain/followup/edit-measures.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { changeScenario, type ScenarioKey } from './change-scenario.ts';

export type RemoveMeasureInput = { readonly municipality: string; readonly scenario: ScenarioKey; readonly measureId: string };

/**
 * Takes a measure out of a scenario or its candidates; the history keeps it.
 * @throws DomainError not-found `scenario.unknown`, `measure.unknown`; conflict `measure.needed`, `scenario.changed-meanwhile`
 */
export async function removeMeasure(context: Context, { municipality, scenario, measureId }: RemoveMeasureInput): Promise<void> {
	const { code } = await requireMay(context, 'pathway.edit', municipality);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit' } as const;
	await context.database.write(code, (tx) => changeScenario(tx, occasion, scenario, (document) => takeMeasure(document, measureId)));
}
