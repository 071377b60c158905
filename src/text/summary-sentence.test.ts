import { describe, expect, it } from 'vitest';
import { calmSentence, colourBarAlternative, colourCountLabel, summarySentence } from './summary-sentence.ts';

const soroe = { green: 29, yellow: 26, red: 2, white: 23, none: 3 };
const none = { green: 0, yellow: 0, red: 0, white: 0, none: 0 };

describe('summarySentence', () => {
	it("says where Sorø's plan stands", () => {
		expect(summarySentence(soroe, 'da')).toBe('83 indsatser. 29 er grønne, 26 gule, 2 røde og 23 hvide; 3 mangler farve.');
		expect(summarySentence(soroe, 'en')).toBe('83 initiatives. 29 are green, 26 yellow, 2 red and 23 white; 3 have no colour.');
	});

	it('bends the words for one', () => {
		expect(summarySentence({ ...none, red: 1 }, 'da')).toBe('1 indsats. 1 er rød.');
		expect(summarySentence({ ...none, green: 1, none: 1 }, 'en')).toBe('2 initiatives. 1 is green; 1 has no colour.');
	});

	it('says so when nothing has a colour, and when there is nothing', () => {
		expect(summarySentence({ ...none, none: 101 }, 'da')).toBe('101 indsatser. Ingen har fået en farve for fremdriften.');
		expect(summarySentence(none, 'da')).toBe('Planen har ingen indsatser i denne opfølgning.');
	});

	it('writes large numbers the Danish way', () => {
		expect(summarySentence({ ...none, green: 12345 }, 'da')).toBe('12.345 indsatser. 12.345 er grønne.');
	});
});

describe('calmSentence', () => {
	const some = { ...none, green: 5 };

	it('says that none is red only of what has a colour', () => {
		expect(calmSentence(some, false, 'da')).toBe('Ingen indsatser er røde.');
		expect(calmSentence(some, true, 'da')).toBe('Ingen indsatser er røde, og ingen er gået tilbage.');
		expect(calmSentence({ ...some, none: 78 }, false, 'da')).toBe('Ingen kendte røde indsatser, men 78 mangler farve.');
		expect(calmSentence({ ...none, none: 83 }, true, 'da')).toContain('så intet kan siges');
	});
});

describe('colourBarAlternative', () => {
	it('names every colour that something has', () => {
		const counts = { green: 2, yellow: 27, red: 3, pink: 0, text: 3, none: 48 };
		expect(colourBarAlternative('Målopfyldelse', counts, 'da')).toBe(
			'Målopfyldelse: 2 grønne, 27 gule, 3 røde, 3 beskrevet med ord og 48 ikke oplyst.',
		);
		expect(colourBarAlternative('Målopfyldelse', {}, 'da')).toBe('Målopfyldelse: ingen indsatser.');
		expect(colourCountLabel('pink', 1, 'da')).toBe('1 lyserød');
	});
});
