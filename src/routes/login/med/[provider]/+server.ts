import { redirect } from '@sveltejs/kit';
import { isWithinLimit } from '#usecases/access/limits.ts';
import { readReturn } from '#web/read-return.ts';
import { listUrls } from '#web/urls.ts';
import type { RequestHandler } from './$types';

/** Sends the browser to an identity provider. A link leads here and no form: the policy lets forms go nowhere but to our own pages. */
export const GET: RequestHandler = async ({ locals, params, url, getClientAddress }) => {
	const { context, locale, signIn } = locals;
	const urls = listUrls(locale);
	const within = await isWithinLimit(context, 'sign-in for machine', getClientAddress());
	const to = readReturn(url.searchParams.get('til')) || urls.ownPage();
	const address = within ? await signIn.findProviderAddress(params.provider, to) : null;
	redirect(303, address ?? `${urls.signIn()}?fejl=udbyder`);
};
