import { can, type Actor } from '#domain/access/policy.ts';
import { isOpenForReview } from '#domain/followup/answer-stage.ts';
import type { Board } from '#usecases/round/views.ts';

/** What the visitor is offered on the round's pages; the use cases decide for real. */
export type May = { readonly run: boolean; readonly publish: boolean; readonly readMails: boolean; readonly editPlan: boolean };

export function readMay(actor: Actor, municipalityCode: string): May {
	return {
		run: can(actor, 'round.run', { municipalityCode }),
		publish: can(actor, 'report.publish', { municipalityCode }),
		readMails: can(actor, 'mail.read', { municipalityCode }),
		editPlan: can(actor, 'plan.edit', { municipalityCode }),
	};
}

/** Ids of the initiatives whose answers the actor may accept and send back now: all for who runs the round, a unit's for its lead. */
export function listReviewable(actor: Actor, { run, municipality, rows }: Pick<Board, 'run' | 'municipality' | 'rows'>): Set<string> {
	if (!isOpenForReview(run.stage)) return new Set();
	const reviewable = rows.filter(({ persons, unitId }) =>
		can(actor, 'answer.review', { municipalityCode: municipality.code, personIds: persons.map(({ id }) => id), unitId }),
	);
	return new Set(reviewable.map(({ initiative }) => initiative.id));
}
