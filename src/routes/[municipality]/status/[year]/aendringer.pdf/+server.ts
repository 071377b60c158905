import { error } from '@sveltejs/kit';
import { parseYear } from '#domain/shared/year.ts';
import { renderReport } from '#usecases/reports/render-report.ts';
import { readReportQuery } from '#web/report-query.ts';
import { sendFile } from '#web/send-file.ts';
import type { RequestHandler } from './$types';

/** What changed since the round before, as one page to print. */
export const GET: RequestHandler = async ({ locals: { context, locale }, params, url }) => {
	const year = parseYear(params.year);
	if (year === undefined) error(404);
	const query = readReportQuery(url.searchParams);
	const sheet = { format: 'pdf', layout: 'portrait', sheet: 'changes' } as const;
	return sendFile(await renderReport(context, { municipality: params.municipality, year, locale, ...sheet, ...query }));
};
