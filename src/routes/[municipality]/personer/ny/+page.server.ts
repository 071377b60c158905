import { redirect } from '@sveltejs/kit';
import { listGivableRoles } from '#domain/access/manage-person.ts';
import { addPerson } from '#usecases/people/add-person.ts';
import { viewUnits } from '#usecases/people/view-units.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { listUrls } from '#web/urls.ts';
import { readPersonForm, toPersonInput } from '../read-person-form.ts';
import { refuseForm } from '#web/refuse-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { municipality, hasPlan, entries } = await viewUnits(locals.context, { municipality: params.municipality });
	return {
		view: keepOnServer({ municipality, units: entries.map(({ unit }) => unit) }),
		roles: listGivableRoles(locals.context.actor, null),
		municipality: describeHeader(municipality, hasPlan),
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const typed = readPersonForm(await request.formData());
		let id = '';
		const refused = await refuseForm(locals.locale, typed, async () => {
			id = await addPerson(locals.context, { ...toPersonInput(typed), municipality: params.municipality });
		});
		return refused ?? redirect(303, listUrls(locals.locale).people(params.municipality, `?gemt=${id}`));
	},
};
