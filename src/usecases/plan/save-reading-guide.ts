import { isDeepStrictEqual } from 'node:util';
import { makeLegend, type LegendProblem, type TypedLegend } from '#domain/followup/make-legend.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { appendChanges } from '#storage/changes.ts';
import { addLegend, type LegendKey } from '#storage/legends.ts';
import { findCurrentPlan, setPlanLegend } from '#storage/plans.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';

export type SaveReadingGuideInput = {
	readonly municipality: string;
	/** Null leaves the plan without a guide: each colour is then chosen. */
	readonly typed: TypedLegend | null;
	/** The guide, and in which version, that was changed; null where there was none. */
	readonly known: LegendKey | null;
};

/** The name of a guide that a municipality makes; one it came with keeps its name. */
const ownId = 'egen';

/** What came of it: what is wrong with a guide that was typed is told all at once, and nothing is stored. */
export type SavedReadingGuide = { readonly kind: 'saved' } | { readonly kind: 'refused'; readonly problems: readonly LegendProblem[] };

/**
 * Gives the plan a reading guide as it was typed, as a new version of the one it has, or none. What is answered and published stays as it
 * is, and so does the guide of a round that runs, until it is given the plan's.
 * @throws DomainError conflict `legend.changed-meanwhile`; not-found `plan.unknown`
 */
export async function saveReadingGuide(
	context: Context,
	{ municipality, typed, known }: SaveReadingGuideInput,
): Promise<SavedReadingGuide> {
	const { code } = await requireMay(context, 'plan.edit', municipality);
	const made = typed && makeLegend(known?.id ?? ownId, typed);
	if (made && 'problems' in made) return { kind: 'refused', problems: made.problems };
	const legend = made && made.legend;
	const [who, at] = [context.actor.id, context.now()];
	await context.database.write(code, async (tx) => {
		const plan = await findCurrentPlan(tx, { publicOnly: false });
		if (!plan) throw new DomainError('not-found', 'plan.unknown', { municipality });
		if (!isDeepStrictEqual(plan.legend, known)) throw new DomainError('conflict', 'legend.changed-meanwhile');
		const key = legend && (await addLegend(tx, legend, at));
		if (isDeepStrictEqual(key, known)) return;
		await setPlanLegend(tx, plan.id, key, at);
		const [before, after] = [{ legend: known }, { legend: key }];
		await appendChanges(tx, { who, at, reason: 'edit', note: null, importId: null }, [
			{ entity: 'plan', action: 'changed', planId: plan.id, entityId: plan.id, year: null, before, after },
		]);
	});
	return { kind: 'saved' };
}
