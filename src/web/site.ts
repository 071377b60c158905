import { getContext, setContext } from 'svelte';
import type { Locale } from '#text/locale.ts';
import { listUrls, type Urls } from './urls.ts';

/** What every component of a page may need: the language and the addresses in it. */
export type Site = {
	readonly locale: Locale;
	readonly urls: Urls;
	/** The `lang` of the plan's own texts, which are in Danish; left out where the whole page is. */
	readonly planLang: 'da' | undefined;
};

const key = Symbol('site');

/** Gives the language to every component below. A page never changes language without being loaded anew. */
export function openSite(locale: Locale): Site {
	return setContext(key, { locale, urls: listUrls(locale), planLang: locale === 'da' ? undefined : 'da' });
}

/** The language and the addresses of the page that a component stands on. */
export function getSite(): Site {
	return getContext<Site>(key);
}
