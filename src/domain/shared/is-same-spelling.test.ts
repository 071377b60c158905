import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameSpelling } from './is-same-spelling.ts';

describe('spelling of one value', () => {
	it.each([
		['Delvis i gang', 'Delvist i gang'],
		['Delvis i gang', 'Delvis igang'],
		['Delvist i gang', 'Delvis igang'],
		['Planlægningsfase', 'planlægnings-fase'],
		['Økonomi og stab', 'Økonomi og Stab'],
		['Teknik, miljø og drift', 'Teknik miljø og drift'],
		['Understøttende', 'Understøtende'],
	])('%s and %s are one', (left, right) => {
		expect(isSameSpelling(left, right)).toBe(true);
	});

	it.each([
		['Sat i bero', 'Aktuelt i bero'],
		['I gang', 'Ikke i gang'],
		['Beregnet', 'Ikke beregnet'],
		['Afklaret', 'Uafklaret'],
		['Afdeling A', 'Afdeling B'],
		['Fase 1 af planen', 'Fase 2 af planen'],
		['Prioriteret', 'Planlagt prioriteret'],
		['Energi', 'Energy'],
		['Teknik, miljø og drift', 'Teknik, miljø og drift - Planafdeling'],
		['Grøn kommune', 'Grønt erhvervsliv'],
	])('%s and %s are two', (left, right) => {
		expect(isSameSpelling(left, right)).toBe(false);
	});

	it('does not depend on which of the two is read first', () => {
		const text = fc.stringMatching(/^[a-zæøå ]{0,20}$/);
		fc.assert(
			fc.property(text, text, (left, right) => {
				expect(isSameSpelling(left, right)).toBe(isSameSpelling(right, left));
			}),
		);
	});
});
