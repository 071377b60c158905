import { editPath, type PathEdit } from '#domain/followup/edit-path.ts';
import { addScenario } from '#storage/scenarios.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { getScenario } from './get-scenario.ts';
import { readTitle } from './save-scenario.ts';
import { appendScenarioChange } from './scenario-history.ts';

export type CopyScenarioInput = {
	readonly municipality: string;
	readonly id: string;
	readonly title: string;
	/** What the copy has otherwise; null for a copy as it is stored. */
	readonly edit: PathEdit | null;
};

/**
 * Makes a what-if of a scenario and gives its id; the scenario itself stays as it is.
 * @throws DomainError not-found `scenario.unknown`, `measure.unknown`; invalid `scenario.title-missing`, `scenario.value-form`
 */
export async function copyScenario(context: Context, input: CopyScenarioInput): Promise<string> {
	const { code } = await requireMay(context, 'pathway.edit', input.municipality);
	const title = readTitle(input.title);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit' } as const;
	return context.database.write(code, async (tx) => {
		const { document } = await getScenario(tx, input.id);
		const after = { kind: 'what if', title, document: input.edit ? editPath(document, input.edit) : document } as const;
		const id = await addScenario(tx, after, occasion);
		await appendScenarioChange(tx, occasion, id, { before: null, after });
		return id;
	});
}
