import { searchEverything } from '#usecases/plan/search-everything.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const text = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
	return { view: await searchEverything(locals.context, { text, limit: 50 }) };
};
