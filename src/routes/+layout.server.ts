import { splitLocale } from '#web/locale.ts';
import type { LayoutServerLoad } from './$types';

// No page needs script, and the framework sends none. The register and the upload page each bring a small file of their own.
export const csr = false;

export const load: LayoutServerLoad = ({ locals, url }) => {
	// `?/name` is the answer to a form, not a page that can be opened.
	const search = url.search.startsWith('?/') ? '' : url.search;
	const { locale, mayEdit, demo, open, person, owesCode } = locals;
	// Nothing of the session itself is for pages.
	const visitor = open && { name: person?.name ?? null, owesCode };
	return { locale, mayEdit, demo, visitor, path: splitLocale(url.pathname).path + search };
};
