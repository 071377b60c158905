import { viewAccounts } from '#usecases/account/view-accounts.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const view = await viewAccounts(locals.context, { municipality: params.municipality });
	const accounts = view.series.flatMap(({ years }) => years.map(({ account }) => account));
	return {
		view: keepOnServer(view),
		municipality: describeHeader(view.municipality, view.hasPlan),
		sources: [...accounts.map(({ release, source }) => `${release}: ${source}`), view.municipality.source],
	};
};
