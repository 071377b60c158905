import type { Locale } from '#text/locale.ts';

/** Danish stands at the plain address, English under `/en`. */
const englishPrefix = '/en';

/**
 * The language of an address and the address without it: `/en/soroe` gives `en` and `/soroe`. It begins with one slash whatever
 * was asked for: with two, a link to it would lead to another site.
 */
export function splitLocale(pathname: string): { readonly locale: Locale; readonly path: string } {
	if (pathname === englishPrefix) return { locale: 'en', path: '/' };
	if (pathname.startsWith(`${englishPrefix}/`)) return { locale: 'en', path: keepOneSlash(pathname.slice(englishPrefix.length)) };
	return { locale: 'da', path: keepOneSlash(pathname) };
}

function keepOneSlash(path: string): string {
	return path.replace(/^[/\\]+/, '/');
}

/** The address of a page in a language; `path` is the plain (Danish) one, with or without a query. */
export function placeLocale(path: string, locale: Locale): string {
	if (locale === 'da') return path;
	return path === '/' ? englishPrefix : path.startsWith('/?') ? englishPrefix + path.slice(1) : englishPrefix + path;
}
