import { fail, redirect } from '@sveltejs/kit';
import { isWithinLimit } from '#usecases/access/limits.ts';
import { m } from '#text/paraglide/messages.js';
import { readText } from '#web/read-form.ts';
import { readReturn } from '#web/read-return.ts';
import { listUrls } from '#web/urls.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link changes nothing and asks nothing: programs open links before people do. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
	// The secret in the address goes to nobody else. With no referrer at all browsers hide where a form comes from, and it is refused.
	setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' });
	return { token: url.searchParams.get('kode') ?? '', to: readReturn(url.searchParams.get('til')) };
};

export const actions: Actions = {
	default: async ({ locals, request, getClientAddress }) => {
		const { context, locale, signIn } = locals;
		const form = await request.formData();
		const to = readReturn(readText(form, 'to'));
		if ((await signIn.useLink(readText(form, 'token'))) === 'signed in') redirect(303, to || listUrls(locale).ownPage());
		// Only what fails is counted: a whole town hall may sign in behind one address.
		const within = await isWithinLimit(context, 'sign-in for machine', getClientAddress());
		return within ? fail(410, { message: m.signin_link_dead({}, { locale }) }) : fail(429, { message: m.signin_too_many({}, { locale }) });
	},
};
