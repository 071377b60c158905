import { describe, expect, it } from 'vitest';
import { findUnknownPlaces, hideAnswerLink } from './mail-content.ts';

describe('a municipality’s own words', () => {
	it('have places that are filled, and tell of those that nothing fills', () => {
		expect(findUnknownPlaces('Svar om {antal} i {kommune} senest {frist} for {aar}')).toEqual([]);
		expect(findUnknownPlaces('Kære {navn}, svar om {indsatser}: {liste}')).toEqual([]);
		expect(findUnknownPlaces('Kære {fornavn}, svar senest {Frist} {}')).toEqual(['fornavn', 'Frist', '']);
	});
});

describe('a mail that is kept', () => {
	it('has lost the secrets of its links, and nothing else', () => {
		const text = 'Svar nu:\nhttps://klima.example.org/soroe/svar/link/0340-hemmelig_1\n\nSpørgsmål? Skriv til klima@example.org';
		expect(hideAnswerLink(text)).toBe('Svar nu:\nhttps://klima.example.org/soroe/svar/link/…\n\nSpørgsmål? Skriv til klima@example.org');
		const html = '<a href="https://klima.example.org/login/link?kode=hemmelig&amp;sprog=da">Log ind</a>';
		expect(hideAnswerLink(html)).not.toContain('hemmelig');
		expect(hideAnswerLink('https://a.example.org/en/login/link?til=%2F&kode=hemmelig')).not.toContain('hemmelig');
		expect(hideAnswerLink('https://a.example.org/en/soroe/kalender/hemmelig.ics')).not.toContain('hemmelig');
		expect(hideAnswerLink('https://klima.example.org/soroe/svar/2024')).toBe('https://klima.example.org/soroe/svar/2024');
	});
});
