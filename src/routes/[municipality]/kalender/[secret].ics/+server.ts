import { readCalendar } from '#usecases/mail/read-calendar.ts';
import type { RequestHandler } from './$types';

/** Deadlines for a calendar program, which cannot sign in: the address itself is the secret. */
export const GET: RequestHandler = async ({ locals, params, setHeaders }) => {
	const feed = await readCalendar(locals.context, { municipality: params.municipality, secret: params.secret });
	setHeaders({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
	return new Response(feed);
};
