import { expect, it } from 'vitest';
import { roundTonnes } from './path-words.ts';
import { roundingNote } from './rounding-note.ts';

const note = 'Tallene er afrundet; summen kan afvige.';

it('says that rounded figures do not add up where they do not, and nothing where they do', () => {
	expect(roundingNote([{ parts: [13_040, 23_040], sum: 36_080 }], roundTonnes, 'da')).toBe(note);
	expect(roundingNote([{ parts: [13_000, 23_000], sum: 36_000 }], roundTonnes, 'da')).toBeNull();
	expect(roundingNote([{ parts: [0.4, 0.4], sum: 0.8 }], Math.round, 'da')).toBe(note);
	expect(
		roundingNote(
			[
				{ parts: [1, 2], sum: 3 },
				{ parts: [0.4, 0.4], sum: 0.8 },
			],
			Math.round,
			'da',
		),
	).toBe(note);
});

it('takes what is not stated for no part, and a missing sum for nothing to compare', () => {
	expect(roundingNote([{ parts: [5, null, undefined], sum: 5 }], Math.round, 'da')).toBeNull();
	expect(roundingNote([{ parts: [0.4, 0.4], sum: null }], Math.round, 'da')).toBeNull();
	expect(roundingNote([], Math.round, 'da')).toBeNull();
});
