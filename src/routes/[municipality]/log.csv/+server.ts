import { exportLog } from '#usecases/audit/view-log.ts';
import { writeLogCsv } from '../log/write-log-csv.ts';
import { sendFile } from '#web/send-file.ts';
import { readLogQuery } from '../log/read-log-query.ts';
import type { RequestHandler } from './$types';

/** The log as a file for the data protection officer, with what the page was asked for. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { filter } = readLogQuery(url.searchParams);
	const entries = await exportLog(locals.context, { municipality: params.municipality, filter });
	const bytes = new TextEncoder().encode(writeLogCsv(entries, locals.locale));
	return sendFile({ fileName: `log-${params.municipality}.csv`, contentType: 'text/csv; charset=utf-8', bytes, isPublic: false });
};
