import { placeLocale, splitLocale } from './locale.ts';

const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', ' ': '-', _: '-' };

/**
 * The address that a page of a municipality has when its name is written as people write it: `/Sorø/indsatser` is
 * `/soroe/indsatser`. Null where the address is written as it should be, or cannot be a municipality's.
 */
export function findCanonicalPath(pathname: string): string | null {
	const { locale, path } = splitLocale(pathname);
	const [, first = '', ...rest] = path.split('/');
	const name = decode(first);
	if (name === null) return null;
	const slug = name
		.normalize('NFC')
		.toLowerCase()
		.replace(/[æøå _]/g, (letter) => letters[letter] ?? letter);
	// What is no slug even then leads nowhere under any spelling.
	if (slug === first || !/^[a-z0-9-]+$/.test(slug)) return null;
	return placeLocale(['', slug, ...rest].join('/'), locale);
}

function decode(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}
