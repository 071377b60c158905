import { checkReady } from '#usecases/health/check-ready.ts';
import type { RequestHandler } from './$types';

const headers = { 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' };

/** Requests can be sent here: the database answers and is as new as the program. */
export const GET: RequestHandler = async ({ locals }) => {
	const isReady = await checkReady(locals.context);
	return new Response(isReady ? 'ready\n' : 'not ready\n', { status: isReady ? 200 : 503, headers });
};
