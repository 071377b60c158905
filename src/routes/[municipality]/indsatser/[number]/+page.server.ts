import { parseYear } from '#domain/shared/year.ts';
import { viewInitiative } from '#usecases/plan/view-initiative.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { yearName } from '#web/urls.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const year = parseYear(url.searchParams.get(yearName) ?? '');
	const view = await viewInitiative(locals.context, { municipality: params.municipality, number: params.number, year });
	return { view: keepOnServer(view), municipality: describeHeader(view.municipality, true), sources: [view.round?.source ?? ''] };
};
