import { error } from '@sveltejs/kit';
import { parseYear } from '#domain/shared/year.ts';
import { renderReport, reportFormats } from '#usecases/reports/render-report.ts';
import { readReportQuery } from '#web/report-query.ts';
import { sendFile } from '#web/send-file.ts';
import type { RequestHandler } from './$types';

/** The report of a round as a file. `?format=staaende` gives a PDF in portrait, `?version=1` an older one, `?udvalg=…` a part. */
export const GET: RequestHandler = async ({ locals: { context, locale }, params, url }) => {
	const format = reportFormats.find((one) => one === params.format);
	const year = parseYear(params.year);
	if (!format || year === undefined) error(404);
	const layout = url.searchParams.get('format') === 'staaende' ? 'portrait' : 'landscape';
	const query = readReportQuery(url.searchParams);
	return sendFile(await renderReport(context, { municipality: params.municipality, year, format, layout, locale, ...query }));
};
