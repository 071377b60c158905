import { error } from '@sveltejs/kit';
import { getRegisterJson } from '#usecases/plan/get-register-json.ts';
import { renderRegister } from '#usecases/reports/render-register.ts';
import { openToOtherSites, sendFile } from '#web/send-file.ts';
import { readRegisterQuery } from '#web/register-query.ts';
import type { RequestHandler } from './$types';

const formats = ['csv', 'xlsx', 'json'] as const;

/** The register as open data: all of it as JSON from the plain address, or what the register shows as CSV, Excel or JSON. */
export const GET: RequestHandler = async ({ locals, params, url, request }) => {
	const format = formats.find((one) => one === params.format);
	if (!format) error(404);
	if (format === 'json' && url.search === '') {
		const { bytes, etag } = await getRegisterJson(locals.context, { municipality: params.municipality });
		const headers = new Headers({ etag });
		openToOtherSites(headers);
		if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
		headers.set('content-type', 'application/json; charset=utf-8');
		return new Response(bytes, { headers });
	}
	const file = await renderRegister(locals.context, {
		municipality: params.municipality,
		...readRegisterQuery(url.searchParams),
		format,
		locale: locals.locale,
	});
	return sendFile(file);
};
