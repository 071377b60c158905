import { splitLocale } from '#web/locale.ts';
import type { LayoutServerLoad } from './$types';

// Reading needs no script. The few pages that gain from it switch it on for themselves.
export const csr = false;

export const load: LayoutServerLoad = ({ locals, url }) => {
	return { locale: locals.locale, mayEdit: locals.mayEdit, path: splitLocale(url.pathname).path + url.search };
};
