import type { AnswerStatus } from './answer.ts';
import type { RoundStage } from './round-stage.ts';

/** True while those who are asked can save: while answers are collected, and in the review for an answer that was sent back. */
export function isOpenForOwners(stage: RoundStage, status: AnswerStatus): boolean {
	return stage === 'collecting' || (stage === 'review' && status === 'sent back');
}

/** True while those who run the round can change answers, assignments and the plan: until it is approved. A step back opens it again. */
export function isOpenForCoordinators(stage: RoundStage): boolean {
	return stage === 'open' || stage === 'collecting' || stage === 'review';
}

/** True while what a round asks for can be changed, and while it can be withdrawn: until the answers are gone through. */
export function isOpenForSettings(stage: RoundStage): boolean {
	return stage === 'open' || stage === 'collecting';
}

/** True while answers can be accepted and sent back. */
export function isOpenForReview(stage: RoundStage): boolean {
	return stage === 'collecting' || stage === 'review';
}
