import { describe, expect, it } from 'vitest';
import { isEnglishLeft, toTypedSentence } from './typed-sentence.ts';

describe('a text in both languages', () => {
	const stored = { da: 'Står stille', en: 'On hold' };
	const typed = toTypedSentence(stored);

	it('shows an English text that only repeats the Danish as none, so that it follows a change', () => {
		expect(toTypedSentence({ da: 'Gjort', en: 'Gjort' })).toMatchObject({ da: 'Gjort', en: '' });
		expect(typed).toMatchObject(stored);
	});

	it('has left the English behind only where the Danish alone was changed', () => {
		expect(isEnglishLeft({ ...typed, da: 'Er gået i stå' })).toBe(true);
		expect(isEnglishLeft({ ...typed, da: '' })).toBe(true);
		expect(isEnglishLeft({ ...typed, da: ' Står  stille ' })).toBe(false);
		expect(isEnglishLeft({ ...typed, da: 'Er gået i stå', en: 'Has stopped' })).toBe(false);
		expect(isEnglishLeft({ ...typed, da: 'Er gået i stå', en: '' })).toBe(false);
		expect(isEnglishLeft({ ...toTypedSentence({ da: 'Gjort', en: 'Gjort' }), da: 'Helt gjort' })).toBe(false);
		expect(isEnglishLeft({ da: 'Ny', en: 'New' })).toBe(false);
	});
});
