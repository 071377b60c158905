import { redirect } from '@sveltejs/kit';
import { noteSession } from '#usecases/access/note-session.ts';
import { listUrls } from '#web/urls.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
	email: locals.open && !locals.open.session.answersFor ? locals.open.session.email : null,
	isSignedIn: locals.open !== null,
	isDone: url.searchParams.has('ude'),
});

export const actions: Actions = {
	default: async ({ locals }) => {
		const { context, open, signIn, locale } = locals;
		if (open) {
			await signIn.signOut();
			await noteSession(context, open.session, 'signed out');
		}
		redirect(303, `${listUrls(locale).signOut()}?ude`);
	},
};
