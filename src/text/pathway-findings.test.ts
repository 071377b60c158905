import { describe, expect, it } from 'vitest';
import { measureStandings } from '#domain/pathway/compiled.ts';
import { costPerspectives } from '#domain/pathway/model.ts';
import { attributions } from '#domain/pathway/pathway.ts';
import { createFinding, pathwayRules } from '#domain/pathway/pathway-finding.ts';
import { locales } from './locale.ts';
import { attributionLabel, pathwayFindingSentence, perspectiveLabel, standingLabel } from './pathway-findings.ts';

/** Everything a finding may have; each sentence takes what it speaks of. */
const details = {
	unit: 'TJ',
	per: 'ha',
	what: 'activity',
	years: 3,
	count: 2,
	start: 2026,
	full: 2025,
	end: 2024,
	firstYear: 2025,
	lastYear: 2030,
	factorYear: 2023,
	basis: 'life cycle',
	set: 'AR4',
	expected: 'AR5',
	id: 'X',
	kind: 'requires',
	from: 'KF23',
	version: 'EU 2020',
	potential: 'tage',
	share: 1.25,
	year: 2027,
	tonnes: 1234.5,
	perspective: 'society',
};
const about = { measure: 'A', name: 'Solceller', sector: 'boliger', carrier: 'gas' };

describe('the sentences of the calculation', () => {
	it.each(pathwayRules)('say what %s is, in both languages', (rule) => {
		const isAboutOthers = ['alternative-not-counted', 'whole-given-up', 'required-missing', 'required-later'].includes(rule);
		for (const others of [...(isAboutOthers ? [] : [[]]), ['Fjernvarme', 'Varmepumper']]) {
			const finding = createFinding(rule, { ...about, others, details });
			const [danish, english] = [pathwayFindingSentence(finding, 'da'), pathwayFindingSentence(finding, 'en')];
			for (const sentence of [danish, english]) {
				expect(sentence).not.toMatch(/undefined|null|NaN|\{|\}| {2}| [.,:;]/);
				expect(sentence).toMatch(/\.$/);
				expect(sentence).toMatch(/Solceller|X|2027/);
			}
			expect(danish).not.toBe(english);
		}
	});

	it('ask whether a name that is only spelt otherwise was meant', () => {
		const finding = createFinding('unmatched', { ...about, carrier: 'GAS', details: { meant: 'gas' } });
		expect(pathwayFindingSentence(finding, 'da')).toContain('Mente du »gas«?');
	});

	it('name the measure and the place, numbers and years the Danish way', () => {
		const say = (facts: Parameters<typeof createFinding>[1], rule: (typeof pathwayRules)[number]) =>
			pathwayFindingSentence(createFinding(rule, facts), 'da');
		expect(
			say({ sector: 'boliger', carrier: 'gas', details: { what: 'activity', years: '2026 2028 2029 2030', count: 4 } }, 'missing-year'),
		).toBe('boliger, gas: Aktiviteten mangler for 2026 og 2028-2030. Tal, der bygger på den, er ikke beregnet.');
		expect(say({ name: 'Solceller', details: { tonnes: 3290.4, year: 2025, years: 6 } }, 'tonnes-above-remaining')).toBe(
			'Solceller: Vil spare mere, end der er tilbage. 3.290 ton CO2e er skåret fra i 2025; 6 år er berørt.',
		);
		const moved = { name: 'A', others: ['B'], sector: 'boliger', carrier: 'gas', details: { share: 1.25, year: 2025, years: 6 } };
		expect(say(moved, 'moves-above-all')).toMatch(/^A \(boliger, gas\): Sammen med B flyttes 125\s% af det samme fra 2025\./);
		expect(say({ details: { what: 'reference' } }, 'range-order')).toMatch(/^Udgangspunkt:/);
	});

	it('have a word for every standing, attribution and perspective', () => {
		for (const locale of locales) {
			const words = [
				...measureStandings.map((standing) => standingLabel(standing, locale)),
				...attributions.map((each) => attributionLabel(each, locale)),
				...costPerspectives.map((each) => perspectiveLabel(each, locale)),
			];
			expect(words.filter((word) => word === '')).toEqual([]);
			expect(new Set(words).size).toBe(words.length);
		}
		expect(standingLabel('dropped', 'da', 'on hold')).toBe('sat i bero');
		expect(standingLabel('dropped', 'da', 'withdrawn')).toBe('opgivet');
	});
});
