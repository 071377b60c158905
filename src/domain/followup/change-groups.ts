import type { InitiativeChange } from './compare-rounds.ts';

/**
 * What a reader asks of two rounds, in the order the answers matter. `moved`: a deadline or who answers for it, and no colour; `other`:
 * anything else that is known to differ. Every initiative of the two rounds stands in one group and one alone.
 */
export const changeGroups = [
	'worse',
	'mixed',
	'better',
	'new',
	'gone',
	'newly assessed',
	'not assessed',
	'moved',
	'other',
	'text changed',
	'unchanged',
	'still not assessed',
] as const;
export type ChangeGroup = (typeof changeGroups)[number];

const untoldGroups: readonly ChangeGroup[] = ['text changed', 'unchanged', 'still not assessed'];
/** The groups that are told line by line: in the others nothing has happened to the initiative. */
export const toldGroups = changeGroups.filter((group) => !untoldGroups.includes(group));

/** The group that a change stands in. */
export function getChangeGroup({ kind, fields }: Pick<InitiativeChange, 'kind' | 'fields'>): ChangeGroup {
	if (kind !== 'changed' && kind !== 'text changed') return kind;
	if (fields.some(({ field }) => field === 'deadline' || field === 'responsible')) return 'moved';
	return kind === 'changed' ? 'other' : kind;
}

/** How many changes stand in each group: what every page, sentence and file of one comparison says. They add up to all its initiatives. */
export function countGroups(changes: readonly Pick<InitiativeChange, 'kind' | 'fields'>[]): Record<ChangeGroup, number> {
	const counts = Object.fromEntries(changeGroups.map((group) => [group, 0])) as Record<ChangeGroup, number>;
	for (const change of changes) counts[getChangeGroup(change)] += 1;
	return counts;
}
