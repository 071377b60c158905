import { describe, expect, it } from 'vitest';
import { listUrls } from './urls.ts';

describe('listUrls', () => {
	it('writes readable addresses, numbers in small letters', () => {
		const urls = listUrls('da');
		expect(urls.initiative('soroe', '20A')).toBe('/soroe/indsatser/20a');
		expect(urls.initiative('soroe', '20A', 2023)).toBe('/soroe/indsatser/20a?aar=2023');
		expect(urls.roundFile('soroe', 2023, 'pdf')).toBe('/soroe/status/2023/rapport.pdf');
		expect(urls.register('soroe', '?q=sol')).toBe('/soroe/indsatser?q=sol');
	});

	it('keeps a number with a slash in one piece', () => {
		expect(listUrls('da').initiative('soroe', '4/9')).toBe('/soroe/indsatser/4%2F9');
	});

	it('stays in the language', () => {
		expect(listUrls('en').home()).toBe('/en');
		expect(listUrls('en').plan('soroe')).toBe('/en/soroe/om');
	});
});
