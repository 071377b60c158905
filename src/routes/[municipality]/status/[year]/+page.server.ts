import { error } from '@sveltejs/kit';
import { can } from '#domain/access/policy.ts';
import { parseYear } from '#domain/shared/year.ts';
import { viewRound } from '#usecases/followup/view-round.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { describeHeader } from '#web/describe-header.ts';
import { readReportQuery } from '#web/report-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const year = parseYear(params.year);
	if (year === undefined) error(404);
	const query = readReportQuery(url.searchParams);
	const { context, locale } = locals;
	const view = await viewRound(context, { municipality: params.municipality, year, locale, ...query });
	return {
		view: keepOnServer(view),
		query,
		mayPublish: can(context.actor, 'report.publish', { municipalityCode: view.municipality.code }),
		municipality: describeHeader(view.municipality, true),
		sources: [view.report.round.source, view.report.plan.source],
	};
};
