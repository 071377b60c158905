import { listInitiatives } from '#usecases/plan/list-initiatives.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readRegisterQuery } from '#web/register-query.ts';
import { describeHeader } from '#web/describe-header.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const query = readRegisterQuery(url.searchParams);
	const view = await listInitiatives(locals.context, { municipality: params.municipality, ...query });
	return {
		view: keepOnServer(view),
		query,
		municipality: describeHeader(view.municipality, view.plan !== null),
		sources: [view.round?.source ?? '', view.plan?.source ?? ''],
	};
};
