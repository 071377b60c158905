import { DomainError } from '../shared/domain-error.ts';

/**
 * How far a round that is run here has come. `open`: prepared, nobody is asked yet. `collecting`: owners answer. `review`: the
 * coordinator goes through the answers. `approved`: they are agreed on. `presented`: a committee has had them. `published`: frozen.
 */
export const roundStages = ['open', 'collecting', 'review', 'approved', 'presented', 'published'] as const;
export type RoundStage = (typeof roundStages)[number];

/** One step of a round, forward or back; `from` is null for the opening. */
export type RoundStep = {
	readonly from: RoundStage | null;
	readonly to: RoundStage;
	/** Id of the person who took it. */
	readonly who: string;
	readonly at: Date;
	/** Stated for every step back. */
	readonly reason: string | null;
	/** Meeting it was presented at. */
	readonly meeting: RoundMeeting | null;
};
export type RoundMeeting = { readonly body: string; readonly date: string | null; readonly caseNumber: string | null };

/** True once a committee has had the round. */
export function isPresented({ stage }: { readonly stage: RoundStage }): boolean {
	return roundStages.indexOf(stage) >= roundStages.indexOf('presented');
}

/** The stages that can follow: the next one, and every earlier one. Nothing follows `published`: a correction is a new version. */
export function listNextStages(stage: RoundStage): RoundStage[] {
	if (stage === 'published') return [];
	const at = roundStages.indexOf(stage);
	return roundStages.filter((_, index) => index < at || index === at + 1);
}

/** True when the step goes back, which needs a reason. */
export function isStepBack(from: RoundStage, to: RoundStage): boolean {
	return roundStages.indexOf(to) < roundStages.indexOf(from);
}

/**
 * Checks a step before it is taken.
 * @throws DomainError conflict `round.step-not-possible`; invalid `round.reason-missing` for a step back without a reason,
 *   `round.meeting-missing` for presenting without a meeting
 */
export function checkStep(from: RoundStage, to: RoundStage, { reason, meeting }: Pick<RoundStep, 'reason' | 'meeting'>): void {
	if (!listNextStages(from).includes(to)) throw new DomainError('conflict', 'round.step-not-possible', { from, to });
	if (isStepBack(from, to) && !reason?.trim()) throw new DomainError('invalid', 'round.reason-missing');
	if (to === 'presented' && !meeting?.body.trim()) throw new DomainError('invalid', 'round.meeting-missing');
}
