import { listMunicipalities } from '#usecases/plan/list-municipalities.ts';
import { describeFrontPage } from './front-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const front = describeFrontPage(await listMunicipalities(locals.context));
	return { front, sources: front.sources };
};
