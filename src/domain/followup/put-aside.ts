import type { AnswerStatus } from './answer.ts';

/** What decides whether anything would be lost with an answer. */
export type AnswerTrace = { readonly status: AnswerStatus; readonly hasDraft: boolean; readonly hasComments: boolean };

/** True when somebody has answered, begun to, or said something: withdrawing the round puts that aside. */
export function isPutAside({ status, hasDraft, hasComments }: AnswerTrace): boolean {
	return status !== 'waiting' || hasDraft || hasComments;
}
