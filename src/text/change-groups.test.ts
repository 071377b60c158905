import { expect, it } from 'vitest';
import type { ChangeKind } from '#domain/followup/compare-rounds.ts';
import { changeGroupWord, stillSentence } from './change-groups.ts';

const of = (kind: ChangeKind, ...numbers: number[]) => numbers.map((number) => ({ kind, number: String(number), fields: [] }));
const upTo = (last: number) => Array.from({ length: last }, (_, place) => place + 1);

it('counts in one and in many', () => {
	expect([1, 3].map((count) => changeGroupWord('new', count, 'da'))).toEqual(['ny', 'nye']);
	expect([1, 3].map((count) => changeGroupWord('other', count, 'da'))).toEqual(['anden ændring', 'andre ændringer']);
});

it('says how many stand as they did, and of how many nothing is known', () => {
	expect(stillSentence([], 2024, 'da')).toBe('Ingen indsatser står uændret siden 2024.');
	const changes = [...of('unchanged', 1, 2), ...of('text changed', 10, 12), ...of('still not assessed', 3, 4, 5, 6)];
	expect(stillSentence(changes, 2024, 'da')).toBe(
		'2 indsatser står som i 2024. 2 har kun ændret tekst: 10 og 12. 4 er ikke vurderet i nogen af årene.',
	);
	expect(stillSentence(of('text changed', ...upTo(25)), 2024, 'da')).toMatch(/ 25 har kun ændret tekst: 1, 2, .*, 20 og 5 flere\.$/);
});
