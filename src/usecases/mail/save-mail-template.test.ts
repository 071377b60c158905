import { describe, expect, it } from 'vitest';
import { checkWords } from './save-mail-template.ts';

describe('a municipality’s own words', () => {
	it('are kept on one line for the subject, and as nothing where they are empty', () => {
		expect(checkWords({ subject: ' Svar\n nu ', opening: ' \r\n' })).toEqual({ subject: 'Svar nu', opening: null });
	});

	it.each([
		['mail.place-unknown', { subject: '', opening: 'Kære {fornavn}' }],
		['mail.list-in-subject', { subject: 'Svar om {liste}', opening: '' }],
		['mail.list-twice', { subject: '', opening: 'Svar om\n{liste}\nog igen\n{liste}' }],
	])('are refused with %s', (code, words) => {
		expect(() => checkWords(words)).toThrow(expect.objectContaining({ kind: 'invalid', code }));
	});

	it('have the list in one place', () => {
		expect(checkWords({ subject: '', opening: 'Svar om\n{liste}\nTak!' }).opening).toBe('Svar om\n{liste}\nTak!');
	});
});
