import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyLines } from '../../../test/any-lines.ts';
import { makeFollowUp } from '../../../test/made-up-follow-up.ts';
import { changeGroups, countGroups, getChangeGroup } from './change-groups.ts';
import { compareRounds } from './compare-rounds.ts';

it('puts every initiative of two rounds in one group', () => {
	fc.assert(
		fc.property(anyLines, anyLines, (one, two) => {
			const [earlier, later] = [
				{ ...makeFollowUp([]), lines: one },
				{ ...makeFollowUp([], { year: 2024 }), lines: two },
			];
			const counts = countGroups(compareRounds(earlier, later).changes);
			const all = [...one, ...two].map(({ initiative }) => initiative.id);
			expect(changeGroups.reduce((sum, group) => sum + counts[group], 0)).toBe(new Set(all).size);
		}),
	);
});

it('tells a deadline or another responsible body apart from the rest, where no colour moved', () => {
	const field = (name: 'deadline' | 'responsible' | 'budget') => [{ field: name, before: 'a', after: 'b' }];
	expect(getChangeGroup({ kind: 'changed', fields: field('deadline') })).toBe('moved');
	expect(getChangeGroup({ kind: 'text changed', fields: field('responsible') })).toBe('moved');
	expect(getChangeGroup({ kind: 'better', fields: field('deadline') })).toBe('better');
	expect(getChangeGroup({ kind: 'text changed', fields: field('budget') })).toBe('text changed');
	expect(getChangeGroup({ kind: 'changed', fields: field('budget') })).toBe('other');
});
