import { fail, redirect } from '@sveltejs/kit';
import { endOtherSessions } from '#usecases/access/end-other-sessions.ts';
import { viewOwnSignIn } from '#usecases/access/view-own-sign-in.ts';
import { listMunicipalities } from '#usecases/plan/list-municipalities.ts';
import { m } from '#text/paraglide/messages.js';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readText } from '#web/read-form.ts';
import { listUrls } from '#web/urls.ts';
import type { Actions, PageServerLoad } from './$types';

const shortest = 12;

export const load: PageServerLoad = async ({ locals, url }) => {
	const { context, open, locale, signIn } = locals;
	const urls = listUrls(locale);
	if (!open) redirect(303, urls.signIn(urls.ownPage()));
	const view = await viewOwnSignIn(context, open);
	const isSecretary = view.engagements.some(({ role }) => role === 'alliance secretary');
	return {
		view: keepOnServer(view),
		shared: keepOnServer(isSecretary ? await listShared(context) : []),
		hasPasswords: signIn.hasPasswords,
		isPasswordSaved: url.searchParams.has('gemt'),
	};
};

/** What an alliance's secretary sees across: the municipalities with a published plan, each with its latest published report. */
async function listShared(context: App.Locals['context']) {
	const published = (await listMunicipalities(context)).filter(({ plan }) => plan !== null);
	return published.map(({ name, slug, round }) => ({ name, slug, year: round?.year ?? null }));
}

export const actions: Actions = {
	removePasskey: async ({ locals, request }) => {
		await locals.signIn.removePasskey(readText(await request.formData(), 'id'));
		redirect(303, listUrls(locals.locale).ownPage());
	},
	password: async ({ locals, request }) => {
		const { signIn, locale } = locals;
		const password = (await request.formData()).get('password');
		const isGood = typeof password === 'string' && password.length >= shortest && password.length <= 128;
		if (!signIn.hasPasswords || !isGood) return fail(400, { message: m.signin_me_password_short({}, { locale }) });
		if (!(await signIn.savePassword(password))) return fail(403, { message: m.signin_me_managed({}, { locale }) });
		redirect(303, `${listUrls(locale).ownPage()}?gemt`);
	},
	endOthers: async ({ locals }) => {
		if (locals.open) await endOtherSessions(locals.context, locals.open);
		redirect(303, listUrls(locals.locale).ownPage());
	},
};
