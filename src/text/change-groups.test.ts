import { expect, it } from 'vitest';
import { changeGroups } from '#domain/followup/change-groups.ts';
import { changeGroupWord, stillSentence } from './change-groups.ts';

const none = Object.fromEntries(changeGroups.map((group) => [group, 0])) as Record<(typeof changeGroups)[number], number>;

it('counts in one and in many', () => {
	expect([1, 3].map((count) => changeGroupWord('new', count, 'da'))).toEqual(['ny', 'nye']);
	expect([1, 3].map((count) => changeGroupWord('other', count, 'da'))).toEqual(['anden ændring', 'andre ændringer']);
});

it('says how many stand as they did, and of how many nothing is known', () => {
	expect(stillSentence(none, 2024, 'da')).toBe('Ingen indsatser står uændret siden 2024.');
	expect(stillSentence({ ...none, unchanged: 2, 'text changed': 1, 'still not assessed': 4 }, 2024, 'da')).toBe(
		'2 indsatser står som i 2024. 1 har kun ny tekst. 4 er ikke vurderet i nogen af årene.',
	);
});
