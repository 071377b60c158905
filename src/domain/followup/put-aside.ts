import type { AnswerStatus } from './answer.ts';

/** True when somebody has answered, begun to, or said something: withdrawing the round puts that aside. */
export function isPutAside({
	status,
	hasDraft,
	hasComments,
}: {
	readonly status: AnswerStatus;
	readonly hasDraft: boolean;
	readonly hasComments: boolean;
}): boolean {
	return status !== 'waiting' || hasDraft || hasComments;
}
