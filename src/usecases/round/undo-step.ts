import type { AnswerStatus } from '#domain/followup/answer.ts';
import type { Change, ChangeOccasion } from '#storage/changes.ts';

/** What is undone as one. */
export type Step = Pick<ChangeOccasion, 'who' | 'at' | 'reason'> & {
	readonly kind: 'edit' | 'review';
	readonly isSentBack: boolean;
	/** It confirmed that nothing has changed since last time. */
	readonly isUnchanged: boolean;
};

/**
 * What the entries are one step of; undefined when they are not one, or one of another kind. Writers of a municipality wait for each
 * other, so the entries between two of one step are all of that step.
 */
export function findStep(changes: readonly (Change & ChangeOccasion)[], planId: string, year: number): Step | undefined {
	const [one] = changes;
	if (!one) return undefined;
	const { who, at, reason } = one;
	const isOne = changes.every(
		(change) =>
			change.planId === planId &&
			change.year === year &&
			change.who === who &&
			change.at.getTime() === at.getTime() &&
			change.reason === reason,
	);
	if (!isOne) return undefined;
	const isOf = (entities: readonly Change['entity'][]) => changes.every(({ entity }) => entities.includes(entity));
	const isUnchanged = changes.every(({ entity, after }) => entity === 'assessment' || after?.isUnchanged === true);
	if (reason === 'edit' && isOf(['assessment', 'answer']))
		return {
			who,
			at,
			reason,
			kind: 'edit',
			isSentBack: false,
			isUnchanged: isUnchanged && changes.some(({ entity }) => entity === 'answer'),
		};
	const becomes = (status: AnswerStatus) => isOf(['answer']) && changes.every(({ after }) => after?.status === status);
	if (reason === 'round' && becomes('accepted')) return { who, at, reason, kind: 'review', isSentBack: false, isUnchanged: false };
	if (reason === 'answer' && becomes('sent back')) return { who, at, reason, kind: 'review', isSentBack: true, isUnchanged: false };
	return undefined;
}
