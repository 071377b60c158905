import type { AnswerStatus } from './answer.ts';

/** True when somebody has answered, begun to, or said something: withdrawing the round puts that aside. */
export function isPutAside({
	status,
	hasDraft,
	hasComments,
	isAssessed,
}: {
	readonly status: AnswerStatus;
	readonly hasDraft: boolean;
	readonly hasComments: boolean;
	/** Something is said of it in the round, also where that is no whole answer yet. */
	readonly isAssessed: boolean;
}): boolean {
	return status !== 'waiting' || hasDraft || hasComments || isAssessed;
}
