import type { RequestHandler } from './$types';

/** Measurements for Prometheus; for others there is nothing here. */
export const GET: RequestHandler = async ({ locals, request }) => {
	const found = await locals.readMetrics(request.headers.get('authorization'));
	if (!found) return new Response(null, { status: 404 });
	return new Response(found.text, { headers: { 'content-type': found.contentType, 'cache-control': 'no-store' } });
};
