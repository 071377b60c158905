import { editPath, type PathEdit } from '#domain/followup/edit-path.ts';
import type { PathDocument } from '#domain/followup/path-document.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { findPlanScenario, saveScenario } from '#storage/scenarios.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { checkDocument, type ScenarioKey } from './change-scenario.ts';
import { getScenario } from './get-scenario.ts';
import { readTitle } from './save-scenario.ts';
import { appendScenarioChange } from './scenario-history.ts';

export type AdoptScenarioInput = {
	readonly municipality: string;
	/** The what-if, as it was shown. */
	readonly scenario: ScenarioKey;
	/** What it has otherwise than as it was saved; null for what is saved. */
	readonly edit: PathEdit | null;
	/** What the path that was the plan's is called from now on. */
	readonly earlierTitle: string;
};

/**
 * Makes a what-if the path of the plan. The two change places: what was the plan's path is kept as a what-if, so nothing is lost, and
 * adopting it takes this back. What is told of how the measures stand is no part of what is tried: it stays with the plan's path.
 * @throws DomainError not-found `scenario.unknown`, `measure.unknown`; invalid `scenario.title-missing`, `scenario.value-form`; conflict
 *   `scenario.is-plan`, `scenario.changed-meanwhile`
 */
export async function adoptScenario(context: Context, input: AdoptScenarioInput): Promise<void> {
	const { code } = await requireMay(context, 'pathway.edit', input.municipality);
	const earlierTitle = readTitle(input.earlierTitle);
	const occasion = { who: context.actor.id, at: context.now(), reason: 'edit' } as const;
	await context.database.write(code, async (tx) => {
		const whatIf = await getScenario(tx, input.scenario.id);
		const plan = await findPlanScenario(tx);
		if (whatIf.kind === 'plan') throw new DomainError('conflict', 'scenario.is-plan');
		if (!plan) throw new DomainError('not-found', 'scenario.unknown');
		const tried = input.edit ? editPath(whatIf.document, input.edit) : whatIf.document;
		const standings = keepStandings(plan.document, tried);
		const takenIn = keepTakenIn(plan.document, tried);
		const moves = [
			{ before: plan, version: plan.version, after: { ...plan, document: checkDocument({ ...tried, standings, takenIn }) } },
			{ before: whatIf, version: input.scenario.version, after: { ...whatIf, title: earlierTitle, document: plan.document } },
		];
		for (const { before, version, after } of moves) {
			await saveScenario(tx, { id: before.id, version }, after, occasion);
			await appendScenarioChange(tx, occasion, before.id, { before, after });
		}
	});
}

/**
 * The plan's own of the measures that are still there, and what is tried brings those of measures that the plan lacks: swapping back takes
 * back what was told of them. What comes instead of one may be gone: that it does is kept, and told again where it is there again.
 */
function keepStandings(plan: PathDocument, tried: PathDocument): PathDocument['standings'] {
	const [planned, ids] = [listIds(plan), listIds(tried)];
	return [...plan.standings, ...tried.standings.filter(({ measure }) => !planned.has(measure))].filter(({ measure }) => ids.has(measure));
}

function listIds({ scenario, candidates }: PathDocument): ReadonlySet<string> {
	return new Set([...scenario.measures, ...candidates].map(({ id }) => id));
}

/** When a measure came belongs to the plan's path as well, also that it is decided now; a measure the plan lacks comes as it is tried. */
function keepTakenIn({ scenario, takenIn }: PathDocument, tried: PathDocument): PathDocument['takenIn'] {
	const planned = new Set(scenario.measures.map(({ id }) => id));
	const all = tried.scenario.measures.flatMap(({ id }) => {
		const since = (planned.has(id) ? takenIn : tried.takenIn)?.[id];
		return since === undefined ? [] : [[id, since] as const];
	});
	return all.length === 0 ? undefined : Object.fromEntries(all);
}
