import { describe, expect, it } from 'vitest';
import { placeLocale, splitLocale } from './locale.ts';

describe('the language of an address', () => {
	it('is Danish at the plain address and English under /en', () => {
		expect(splitLocale('/soroe')).toEqual({ locale: 'da', path: '/soroe' });
		expect(splitLocale('/en/soroe')).toEqual({ locale: 'en', path: '/soroe' });
		expect(splitLocale('/en')).toEqual({ locale: 'en', path: '/' });
	});

	it('is not taken from a word that begins the same', () => {
		expect(splitLocale('/energi')).toEqual({ locale: 'da', path: '/energi' });
	});

	it('never begins as the address of another site does', () => {
		expect(splitLocale('/en//example.org/soroe').path).toBe('/example.org/soroe');
		expect(splitLocale('//example.org').path).toBe('/example.org');
	});

	it('comes back to the same page, with its query', () => {
		for (const path of ['/', '/?q=sol', '/soroe', '/soroe/indsatser?fremdrift=roed']) {
			expect(placeLocale(path, 'da')).toBe(path);
			const [pathname = '', query] = placeLocale(path, 'en').split('?');
			expect(splitLocale(pathname)).toEqual({ locale: 'en', path: path.split('?')[0] });
			expect(query).toBe(path.split('?')[1]);
		}
	});
});
