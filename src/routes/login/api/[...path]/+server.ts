import { isWithinLimit } from '#usecases/access/limits.ts';
import type { RequestHandler } from './$types';

/** What a browser must be able to ask of the sign-in itself: the way back from a provider, and the script of passkeys. */
const answer: RequestHandler = async ({ locals, getClientAddress }) => {
	const within = await isWithinLimit(locals.context, 'sign-in for machine', getClientAddress());
	return within ? locals.signIn.answer() : new Response(null, { status: 429, headers: { 'retry-after': '900' } });
};
export const GET = answer;
export const POST = answer;
