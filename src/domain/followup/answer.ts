import type { Assessment } from './assessment.ts';

/** How far the answer about one initiative has come in a round. */
export const answerStatuses = ['waiting', 'draft', 'answered', 'sent back', 'accepted'] as const;
export type AnswerStatus = (typeof answerStatuses)[number];

/** What a round can ask for. The colour of progress follows from the state by the reading guide; another one needs a reason. */
export const answerFields = ['state', 'progress', 'fulfilment', 'remark'] as const;
export type AnswerField = (typeof answerFields)[number];

/** What an answer says; the assessment without key, source and version. */
export type AnswerContent = Pick<Assessment, 'state' | 'progress' | 'fulfilment' | 'fulfilmentText' | 'remark'>;

/** How the answer about one initiative stands. `version` grows at each change of the status. */
export type Answer = {
	readonly initiativeId: string;
	readonly status: AnswerStatus;
	/** Confirmed as the same as last year. */
	readonly isUnchanged: boolean;
	/** Why the colour is another than the reading guide's. */
	readonly colourReason: string | null;
	/** Id of the person who answered. */
	readonly answeredBy: string | null;
	readonly answeredAt: Date | null;
	readonly version: number;
};
