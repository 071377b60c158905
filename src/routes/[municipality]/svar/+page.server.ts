import { redirect } from '@sveltejs/kit';
import { listOwnAnswers } from '#usecases/round/list-own-answers.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { listUrls } from '#web/urls.ts';
import type { PageServerLoad } from './$types';

/** Leads to the newest round; shows a page only where none is run. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const view = await listOwnAnswers(locals.context, { municipality: params.municipality });
	if (view.run) redirect(303, listUrls(locals.locale).answers(view.municipality.slug, view.run.year));
	return { view: keepOnServer(view), municipality: describeHeader(view.municipality, true) };
};
