import { error } from '@sveltejs/kit';
import { parseYear } from '#domain/shared/year.ts';
import { renderReport } from '#usecases/reports/render-report.ts';
import { readReportQuery } from '#web/report-query.ts';
import { sendFile } from '#web/send-file.ts';
import type { RequestHandler } from './$types';

/** The round on one page, for the committee and for citizens. `?version=1` gives an older one, `?udvalg=…` a part. */
export const GET: RequestHandler = async ({ locals: { context, locale }, params, url }) => {
	const year = parseYear(params.year);
	if (year === undefined) error(404);
	const query = readReportQuery(url.searchParams);
	const sheet = { format: 'pdf', layout: 'portrait', sheet: 'one-page' } as const;
	return sendFile(await renderReport(context, { municipality: params.municipality, year, locale, ...sheet, ...query }));
};
