import { viewLog } from '#usecases/audit/view-log.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readLogQuery } from './read-log-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const query = readLogQuery(url.searchParams);
	const view = await viewLog(locals.context, {
		municipality: params.municipality,
		filter: query.filter,
		page: query.page,
		asOf: query.asOf,
	});
	return { view: keepOnServer(view), query, municipality: describeHeader(view.municipality, view.hasPlan) };
};
