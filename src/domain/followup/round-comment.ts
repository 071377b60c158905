/** A remark among those who work on the round, or the reason an answer was sent back with. */
export const commentKinds = ['comment', 'sent back'] as const;
export type CommentKind = (typeof commentKinds)[number];

export type RoundComment = {
	readonly initiativeId: string;
	readonly kind: CommentKind;
	readonly text: string;
	/** Id of the person. */
	readonly who: string;
	readonly at: Date;
};
