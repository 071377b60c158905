import { viewMunicipality } from '#usecases/plan/view-municipality.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const view = await viewMunicipality(locals.context, { municipality: params.municipality });
	return {
		view: keepOnServer(view),
		municipality: describeHeader(view.municipality, view.plan !== null),
		sources: view.rounds.map((round) => round.source),
	};
};
