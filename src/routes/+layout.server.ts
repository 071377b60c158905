import { splitLocale } from '#web/locale.ts';
import type { LayoutServerLoad } from './$types';

// No page needs script, and the framework sends none. The register and the upload page each bring a small file of their own.
export const csr = false;

export const load: LayoutServerLoad = ({ locals, url }) => {
	// `?/name` is the answer to a form, not a page that can be opened.
	const search = url.search.startsWith('?/') ? '' : url.search;
	return { locale: locals.locale, mayEdit: locals.mayEdit, path: splitLocale(url.pathname).path + search };
};
