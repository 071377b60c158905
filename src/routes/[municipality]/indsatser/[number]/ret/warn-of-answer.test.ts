import { expect, test } from 'vitest';
import type { RoundRun } from '#domain/followup/round-run.ts';
import { warnOfAnswer } from './warn-of-answer.ts';

const run = { year: 2024 } as RoundRun;
const bo = { id: 'b', name: 'Prøveperson Bo', role: 'owner' as const, hasLeft: false };
const line = { id: 'x', number: '45' };
const warn = (which: string, answered: string[], drafts: string[], running: RoundRun | null = run) =>
	warnOfAnswer(which, { run: running, answered: new Set(answered), drafts: new Map(drafts.map((id) => [id, bo])) }, line, 'da');

test.each(['takeOut', 'merge', 'split'])('%s tells of an answer, and of one that is begun and whose it is', (which) => {
	expect(warn(which, [], [])).toEqual([]);
	expect(warn(which, ['y'], ['y'])).toEqual([]);
	const [answer, ...none] = warn(which, ['x'], []);
	expect(answer).toContain('Der er allerede et svar for 2024 om indsats 45.');
	expect(none).toEqual([]);
	const begun = 'Prøveperson Bo har begyndt på et svar for 2024 om indsats 45, som ikke er sendt ind.';
	const [draft, ...others] = warn(which, [], ['x']);
	expect(draft).toContain(begun);
	expect(others).toEqual([]);
	expect(warn(which, ['x'], ['x'])).toEqual([answer, draft]);
	expect(warn(which, ['x'], ['x'], null)).toEqual([]);
});

test('what takes nothing along warns of nothing', () => {
	expect(warn('renumber', ['x'], ['x'])).toEqual([]);
	expect(warn('owner', ['x'], ['x'])).toEqual([]);
});
