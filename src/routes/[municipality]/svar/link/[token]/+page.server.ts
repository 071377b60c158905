import { fail, redirect } from '@sveltejs/kit';
import { isWithinLimit } from '#usecases/access/limits.ts';
import { noteDeadAnswerLink, useAnswerLink } from '#usecases/access/use-answer-link.ts';
import { viewAnswerLink } from '#usecases/access/view-answer-link.ts';
import { m } from '#text/paraglide/messages.js';
import { describeHeader } from '#web/describe-header.ts';
import { listUrls } from '#web/urls.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link changes nothing: programs that look for harmful mail open links before people do. */
export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	// The secret in the address goes to nobody else. With no referrer at all browsers hide where a form comes from, and it is refused.
	setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' });
	const { municipality, year } = await viewAnswerLink(locals.context, params);
	return { year, municipality: describeHeader(municipality, true) };
};

export const actions: Actions = {
	default: async ({ locals, params, getClientAddress }) => {
		const { context, locale, signIn } = locals;
		const used = await useAnswerLink(context, params);
		if (used) {
			await signIn.openAnswers(used.answersFor);
			redirect(303, listUrls(locale).answers(params.municipality, used.year));
		}
		// Only what fails is counted: many may answer at once behind one address.
		const within = await isWithinLimit(context, 'sign-in for machine', getClientAddress());
		if (!within) return fail(429, { message: m.signin_too_many({}, { locale }) });
		await noteDeadAnswerLink(context, params);
		return fail(410, { message: m.signin_answer_dead({}, { locale }) });
	},
};
