import { addScenario } from '#storage/scenarios.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { getScenario } from './get-scenario.ts';
import { readTitle } from './save-scenario.ts';
import { appendScenarioChange } from './scenario-history.ts';

export type CopyScenarioInput = { readonly municipality: string; readonly id: string; readonly title: string };

/** Makes a what-if of a scenario as it is stored, and gives its id. Throws not-found `scenario.unknown`, invalid `scenario.title-missing`. */
export async function copyScenario(context: Context, input: CopyScenarioInput): Promise<string> {
	const { code } = await requireMay(context, 'pathway.edit', input.municipality);
	const title = readTitle(input.title);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit' } as const;
	return context.database.write(code, async (tx) => {
		const { document } = await getScenario(tx, input.id);
		const after = { kind: 'what if', title, document } as const;
		const id = await addScenario(tx, after, occasion);
		await appendScenarioChange(tx, occasion, id, { before: null, after });
		return id;
	});
}
