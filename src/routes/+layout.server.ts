import { splitLocale } from '#web/locale.ts';
import type { LayoutServerLoad } from './$types';

// Reading needs no script. The few pages that gain from it switch it on for themselves.
export const csr = false;

export const load: LayoutServerLoad = ({ locals, url }) => {
	// `?/name` is the answer to a form, not a page that can be opened.
	const search = url.search.startsWith('?/') ? '' : url.search;
	return { locale: locals.locale, mayEdit: locals.mayEdit, path: splitLocale(url.pathname).path + search };
};
