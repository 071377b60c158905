import { expect, it } from 'vitest';
import { describeJoining, describeTakenIn } from './joining-words.ts';

const candidate = { takenIn: null, earliest: 2027 };
const taken = { takenIn: 2024, earliest: 2027 };

it('says of the plan what taking a candidate in does to the path as decided and as it stands', () => {
	const { title, later, decided } = describeJoining({ kind: 'plan', ...candidate }, 'da');
	expect(title).toBe('Stien som besluttet');
	expect(later).toContain('Den tæller med i stien, som det står nu, og begynder tidligst i 2027.');
	expect(decided).toMatch(/Det kan kun fortrydes ved at slette virkemidlet\.$/);
	const told = describeTakenIn({ kind: 'plan', ...taken }, 'Planen', 'da');
	expect(told.decided).toContain('taget ind efter opfølgningen 2024 og er ikke med i stien som besluttet');
	expect(told.returned).toContain('Regner en offentliggjort opfølgning med det, bliver det i stien.');
});

it('says nothing of how a what-if stands now, but what holds once it becomes the plan’s path', () => {
	const { title, later, decided } = describeJoining({ kind: 'what if', ...candidate }, 'da');
	const told = describeTakenIn({ kind: 'what if', ...taken }, 'Uden sol', 'da');
	expect([title, later, decided, told.decided, told.returned].join(' ')).not.toMatch(/som det står nu|offentliggjort/);
	expect(title).toBe('Hvis scenariet bliver planens sti');
	expect(later).toContain('Den tæller med i scenariet og begynder tidligst i 2027.');
	expect(decided).toMatch(/Det kan kun fortrydes ved at slette virkemidlet\.$/);
	expect(told.decided).toContain('Bliver scenariet planens sti, er det ikke med i stien som besluttet.');
	expect(told.returned).toContain('»Uden sol«');
	expect(describeJoining({ kind: 'what if', ...candidate }, 'en').later).not.toContain('as it stands');
});
