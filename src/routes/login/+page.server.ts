import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { isWithinLimit } from '#usecases/access/limits.ts';
import { noteRefusal } from '#usecases/access/note-session.ts';
import { sendSignInLink } from '#usecases/access/send-sign-in-link.ts';
import { m } from '#text/paraglide/messages.js';
import { writeSignInMail } from '#text/sign-in-mail.ts';
import { readText } from '#web/read-form.ts';
import { readReturn } from '#web/read-return.ts';
import { listUrls } from '#web/urls.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
	providers: locals.signIn.providers,
	hasPasswords: locals.signIn.hasPasswords,
	to: readReturn(url.searchParams.get('til')),
	isSent: url.searchParams.has('sendt'),
	hasProviderFailed: url.searchParams.get('fejl') === 'udbyder',
});

const address = z.email().max(254);

export const actions: Actions = {
	link: async ({ locals, request, getClientAddress }) => {
		const { context, locale, signIn } = locals;
		const form = await request.formData();
		const typed = { email: readText(form, 'email'), to: readReturn(readText(form, 'to')), field: 'link' as const };
		const email = address.safeParse(typed.email);
		if (!email.success) return fail(400, { ...typed, message: m.signin_email_form({}, { locale }) });
		// Counted alike for addresses that are known and that are not.
		const forMachine = await isWithinLimit(context, 'link for machine', getClientAddress());
		const forAddress = await isWithinLimit(context, 'link for address', email.data);
		if (!forMachine || !forAddress) return fail(429, { ...typed, message: m.signin_too_many({}, { locale }) });
		const path = `${listUrls(locale).signInLink()}?${typed.to && `til=${encodeURIComponent(typed.to)}&`}kode=`;
		locals.later(async () => {
			const queuedIn = await sendSignInLink(context, {
				email: email.data,
				path,
				makeLink: (known) => signIn.makeLink(known),
				word: (content) => writeSignInMail(content, locale),
			});
			if (queuedIn !== null) await locals.sendSignInMails(queuedIn);
		});
		redirect(303, `${listUrls(locale).signIn()}?sendt`);
	},
	password: async ({ locals, request, getClientAddress }) => {
		const { context, locale, signIn } = locals;
		const form = await request.formData();
		const typed = { email: readText(form, 'email'), to: readReturn(readText(form, 'to')), field: 'password' as const };
		const password = form.get('password');
		const forMachine = await isWithinLimit(context, 'sign-in for machine', getClientAddress());
		const forAddress = await isWithinLimit(context, 'password for address', typed.email);
		if (!forMachine || !forAddress) return fail(429, { ...typed, message: m.signin_too_many({}, { locale }) });
		const outcome = signIn.hasPasswords && typeof password === 'string' ? await signIn.usePassword(typed.email, password) : 'refused';
		// Later, so that the time of the answer does not say whether the address is known.
		if (outcome === 'refused') locals.later(() => noteRefusal(context, { email: typed.email, method: 'password' }));
		if (outcome === 'refused') return fail(403, { ...typed, message: m.signin_password_failed({}, { locale }) });
		const urls = listUrls(locale);
		redirect(303, outcome === 'code needed' ? urls.signInCode(typed.to) : typed.to || urls.ownPage());
	},
};
