import { editPath, type PathEdit } from '#domain/followup/edit-path.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { saveScenario as storeScenario } from '#storage/scenarios.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { getScenario } from './get-scenario.ts';
import { appendScenarioChange } from './scenario-history.ts';

export type SaveScenarioInput = {
	readonly municipality: string;
	readonly id: string;
	/** The version that was shown. */
	readonly version: number;
	readonly title: string;
	readonly edit: PathEdit;
};

/**
 * Saves other years, realisations and order of a scenario's measures.
 * @throws DomainError not-found `scenario.unknown`, `measure.unknown`; invalid `scenario.title-missing`, `scenario.value-form`;
 *   conflict `scenario.changed-meanwhile`
 */
export async function saveScenario(context: Context, input: SaveScenarioInput): Promise<void> {
	const { code } = await requireMay(context, 'pathway.edit', input.municipality);
	const title = readTitle(input.title);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit' } as const;
	await context.database.write(code, async (tx) => {
		const before = await getScenario(tx, input.id);
		const after = { kind: before.kind, title, document: editPath(before.document, input.edit) };
		await storeScenario(tx, { id: before.id, version: input.version }, after, occasion);
		await appendScenarioChange(tx, occasion, before.id, { before, after });
	});
}

/** A title as it is stored. Throws invalid `scenario.title-missing`. */
export function readTitle(text: string): string {
	const title = text.replace(/\s+/g, ' ').trim().slice(0, 200);
	if (title === '') throw new DomainError('invalid', 'scenario.title-missing');
	return title;
}
