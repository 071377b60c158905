import type { Initiative } from '#domain/plan/initiative.ts';

/** Fields of a plan that the register shows only where the plan states them. */
export type PlanColumn = 'sphere' | 'quantity' | 'deadline' | 'responsible';

/**
 * The plan's own columns for a register. With a round the answerable body always has a place, since a gap there is news;
 * what a plan promises, and until when, is shown while there is no follow-up to show instead.
 */
export function listStatedColumns(initiatives: readonly Initiative[], hasRound: boolean): readonly PlanColumn[] {
	if (hasRound) return ['responsible'];
	const fields = ['sphere', 'quantity', 'deadline', 'responsible'] as const;
	return fields.filter((field) => initiatives.some((initiative) => initiative[field] !== null));
}
