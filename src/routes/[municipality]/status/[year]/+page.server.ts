import { error } from '@sveltejs/kit';
import { parseYear } from '#domain/shared/year.ts';
import { viewRound } from '#usecases/followup/view-round.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { describeHeader } from '#web/describe-header.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const year = parseYear(params.year);
	if (year === undefined) error(404);
	const view = await viewRound(locals.context, { municipality: params.municipality, year, locale: locals.locale });
	return {
		view: keepOnServer(view),
		municipality: describeHeader(view.municipality, true),
		sources: [view.report.round.source, view.report.plan.source],
	};
};
