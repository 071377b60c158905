/** What can happen to a line of the plan in a round. `merged`: went into another. `split`: came out of another. */
export const planEventKinds = ['added', 'taken out', 'merged', 'split', 'renumbered', 'new owner'] as const;
export type PlanEventKind = (typeof planEventKinds)[number];

export type PlanEvent = {
	readonly year: number;
	readonly kind: PlanEventKind;
	readonly initiativeId: string;
	/** The one it was merged into or split from. */
	readonly otherId: string | null;
	/** What it was before, in words: the number or the owner. */
	readonly before: string | null;
	readonly after: string | null;
	/** The decision behind it, in words; stated when it is taken out. */
	readonly decision: string | null;
	readonly caseNumber: string | null;
	readonly who: string;
	readonly at: Date;
};

/** Whether a line that had left the plan came back: it has a number before, a new one has none. */
export function isPutBack({ kind, before }: Pick<PlanEvent, 'kind' | 'before'>): boolean {
	return kind === 'added' && before !== null;
}
