import type { LayoutServerLoad } from './$types';

/** What names people stays in no cache, neither the browser's nor one on the way. */
export const load: LayoutServerLoad = ({ setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
};
