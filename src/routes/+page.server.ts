import { listMunicipalities } from '#usecases/plan/list-municipalities.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { describeFrontPage } from './front-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const front = describeFrontPage(await listMunicipalities(locals.context));
	return { front: keepOnServer(front), sources: front.sources };
};
