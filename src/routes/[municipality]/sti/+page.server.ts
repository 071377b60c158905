import { can } from '#domain/access/policy.ts';
import { viewPath } from '#usecases/pathway/view-path.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readPathQuery } from '#web/path-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const view = await viewPath(locals.context, { municipality: params.municipality });
	return {
		view: keepOnServer(view),
		query: readPathQuery(url.searchParams),
		mayEditPath: can(locals.context.actor, 'pathway.edit', { municipalityCode: view.municipality.code }),
		mayEditTargets: can(locals.context.actor, 'target.edit', { municipalityCode: view.municipality.code }),
		municipality: describeHeader(view.municipality, view.hasPlan),
		sources: [view.source ?? '', ...view.account.map(({ source }) => source)],
	};
};
