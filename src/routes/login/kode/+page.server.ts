import { fail, redirect } from '@sveltejs/kit';
import { forgetTries, isWithinLimit } from '#usecases/access/limits.ts';
import { noteSession } from '#usecases/access/note-session.ts';
import { viewOwnSignIn } from '#usecases/access/view-own-sign-in.ts';
import { m } from '#text/paraglide/messages.js';
import { drawQrCode } from '#web/draw-qr-code.ts';
import { readText } from '#web/read-form.ts';
import { readReturn } from '#web/read-return.ts';
import { listUrls } from '#web/urls.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const { context, open } = locals;
	const view = open && !open.session.answersFor ? await viewOwnSignIn(context, open) : null;
	return {
		to: readReturn(url.searchParams.get('til')),
		/** Codes are to be set up first; who came by a password has no session yet and has set them up. */
		mustSetUp: view !== null && !view.ways.hasSecondFactor,
		hasPassword: view?.ways.hasPassword ?? false,
	};
};

export const actions: Actions = {
	setUp: async ({ locals, request }) => {
		const form = await request.formData();
		const made = await locals.signIn.setUpSecondFactor(readText(form, 'password') || undefined);
		const to = readReturn(readText(form, 'to'));
		if (!made) return fail(403, { to, message: m.signin_setup_failed({}, { locale: locals.locale }) });
		// Drawn here: the secret goes to no other program, and the page needs no script.
		return { to, made, qrCode: drawQrCode(made.uri) };
	},
	code: async ({ locals, request, getClientAddress }) => {
		const { context, locale, open, signIn } = locals;
		const form = await request.formData();
		const to = readReturn(readText(form, 'to'));
		const whose = open?.userId ?? getClientAddress();
		if (!(await isWithinLimit(context, 'code for user', whose))) return fail(429, { to, message: m.signin_too_many({}, { locale }) });
		if (!(await signIn.giveCode(readText(form, 'code')))) {
			if (open) await noteSession(context, open.session, 'sign-in refused');
			return fail(403, { to, message: m.signin_code_wrong({}, { locale }) });
		}
		await forgetTries(context, 'code for user', whose);
		redirect(303, to || listUrls(locale).ownPage());
	},
};
