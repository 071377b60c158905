import { withdrawStanding } from '#domain/followup/state-standing.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { changeScenario, type ScenarioKey } from './change-scenario.ts';

export type RemoveStandingInput = {
	readonly municipality: string;
	readonly scenario: ScenarioKey;
	readonly measureId: string;
	readonly since: number;
};

/**
 * Withdraws what was stated of a measure from a round on: what the round says then holds again.
 * @throws DomainError not-found `standing.unknown`, `scenario.unknown`; conflict `scenario.changed-meanwhile`
 */
export async function removeStanding(context: Context, input: RemoveStandingInput): Promise<void> {
	const { code } = await requireMay(context, 'pathway.edit', input.municipality);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit' } as const;
	const of = { measure: input.measureId, since: input.since };
	await context.database.write(code, (tx) => changeScenario(tx, occasion, input.scenario, (document) => withdrawStanding(document, of)));
}
