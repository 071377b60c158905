import { searchEverything } from '#usecases/plan/search-everything.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const text = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
	return { view: keepOnServer(await searchEverything(locals.context, { text, limit: 50 })) };
};
