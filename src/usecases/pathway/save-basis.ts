import { adoptTargets } from '#domain/followup/adopt-targets.ts';
import { editBasis, type PathBasis } from '#domain/followup/edit-basis.ts';
import { addScenario } from '#storage/scenarios.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { readDecidedTargets } from '../targets/take-over-targets.ts';
import { changeScenario, checkDocument, type ScenarioKey } from './change-scenario.ts';
import { readTitle } from './save-scenario.ts';
import { appendScenarioChange } from './scenario-history.ts';

export type SaveBasisInput = {
	readonly municipality: string;
	/** Null begins the path of the plan. */
	readonly scenario: ScenarioKey | null;
	readonly title: string;
	readonly basis: PathBasis;
};

/**
 * Saves what a path is calculated from, or begins the path of the plan, which is held against the targets that are decided.
 * @throws DomainError invalid `scenario.title-missing`, `scenario.form`; not-found `scenario.unknown`; conflict
 *   `scenario.changed-meanwhile`, `scenario.plan-exists`
 */
export async function saveBasis(context: Context, { municipality, scenario, basis, ...input }: SaveBasisInput): Promise<void> {
	const { code } = await requireMay(context, 'pathway.edit', municipality);
	const title = readTitle(input.title);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit' } as const;
	await context.database.write(code, async (tx) => {
		if (scenario) return changeScenario(tx, occasion, scenario, (document) => editBasis(document, title, basis));
		const document = checkDocument(adoptTargets(editBasis(null, title, basis), await readDecidedTargets(tx)));
		const after = { kind: 'plan', title, document } as const;
		const id = await addScenario(tx, after, occasion);
		await appendScenarioChange(tx, occasion, id, { before: null, after });
	});
}
