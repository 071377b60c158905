import { DomainError } from '#domain/shared/domain-error.ts';

/** Throws conflict `<thing>.changed-meanwhile` unless exactly one row of the expected version was there to change. */
export function checkChanged(
	rowCount: number | null,
	thing: 'initiative' | 'assessment' | 'person' | 'unit' | 'answer' | 'round' | 'scenario' | 'target',
	name: string,
): void {
	if (rowCount !== 1) throw new DomainError('conflict', `${thing}.changed-meanwhile`, { name });
}
