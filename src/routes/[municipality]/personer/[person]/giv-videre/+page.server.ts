import { redirect } from '@sveltejs/kit';
import { handOver } from '#usecases/people/hand-over.ts';
import { viewPerson } from '#usecases/people/view-person.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readCount, readText } from '#web/read-form.ts';
import { listUrls } from '#web/urls.ts';
import { refuseForm } from '#web/refuse-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const view = await viewPerson(locals.context, { municipality: params.municipality, personId: params.person });
	// Who has left already has nothing more to hand over.
	if (view.person.leftAt) redirect(303, listUrls(locals.locale).person(params.municipality, params.person));
	return { view: keepOnServer(view), municipality: describeHeader(view.municipality, view.hasPlan) };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const typed = { successor: readText(form, 'successor') };
		const refused = await refuseForm(locals.locale, typed, () =>
			handOver(locals.context, {
				municipality: params.municipality,
				personId: params.person,
				version: readCount(form, 'version'),
				successorId: typed.successor === '' ? null : typed.successor,
			}),
		);
		return refused ?? redirect(303, listUrls(locals.locale).people(params.municipality, `?stoppet=${encodeURIComponent(params.person)}`));
	},
};
