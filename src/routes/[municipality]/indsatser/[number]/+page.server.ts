import { viewInitiative } from '#usecases/plan/view-initiative.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const view = await viewInitiative(locals.context, { municipality: params.municipality, number: params.number });
	return { view: keepOnServer(view), municipality: describeHeader(view.municipality, true), sources: [view.round?.source ?? ''] };
};
