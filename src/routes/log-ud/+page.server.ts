import { redirect } from '@sveltejs/kit';
import { noteSignedOut } from '#usecases/access/note-signed-out.ts';
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
			await noteSignedOut(context, open.session);
		}
		redirect(303, `${listUrls(locale).signOut()}?ude`);
	},
};
